"""Everything that was stored can be undone, message by message, or says that it cannot."""

from dataclasses import replace

from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Track
from bot.messages import Moment, Reply, Sayable, _, lines, words
from bot.ports import Entry
from bot.ports.acts import Act
from bot.use_cases.scoring.seeing.see_standing import see_standing
from bot.use_cases.scoring.undo_entry import LostSight, Undone
from bot.use_cases.undoing.undo import Kept, Unsure, undo
from handlers.scoring.confirm import standing_line
from handlers.scoring.taps import KeepEntry, UndoEntry, UndoOldEntry
from handlers.talking.phrases import of_competence
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

STAYS = _("You no longer follow this student, so what you scored stays. The school can help.")
AT_MOST = 4
"""After how many competences the list of what now stands is cut."""

NAMES: dict[Act, Sayable] = {
    Act.FOCUS: _("the focus"),
    Act.SETTING: _("your settings"),
    Act.LANGUAGE: _("your language"),
    Act.WEEK: _("your questions about the day"),
    Act.LESSONS: _("your lesson times"),
    Act.ACTIVITIES: _("what a workplace can offer"),
    Act.TRAINING_PLAN: _("a version of a training plan"),
    Act.AGREEMENT: _("that you agree to a training plan"),
    Act.SCENARIO: _("a lesson scenario"),
    Act.CAMPUS: _("the groups of a lesson"),
    Act.CAMPUS_SETTING: _("how groups on campus are made"),
    Act.CONTEXT: _("what you changed about a context"),
    Act.COMING: _("which work comes up"),
    Act.CHOICE: _("your choice of a course component"),
    Act.LATE_CHOICE: _("what you changed late about a choice"),
    Act.WORKPLACE_RULE: _("the rule of the result at the workplace"),
    Act.WORKPLACE_RESULT: _("a result at the workplace"),
    Act.LAST_PHOTO: _("which photo is the last"),
    Act.PERIOD_ADDED: _("the new period"),
    Act.PERIOD_MOVED: _("the dates of a period"),
    Act.EVIDENCE: _("what your answer is evidence for"),
    Act.SHARE: _("who may read your answer"),
    Act.GOAL: _("your goal"),
    Act.ANSWER: _("your answer, with its words"),
    Act.TIP: _("what you said of a tip"),
    Act.HELPED: _("whether feedback helped you"),
    Act.CONTEST: _("what you contest"),
    Act.MEASURE: _("what helps you"),
    Act.ABSENCE: _("that somebody is away"),
    Act.SUBSTITUTE: _("who stands in"),
    Act.STOP: _("that a placement stops"),
    Act.RECOGNITION: _("what you said of a recognition"),
    Act.MENTOR_COURSE: _("what you said of a mentor’s training"),
    Act.HANDOVER: _("who becomes the coach"),
    Act.AGREEMENT_MADE: _("an agreement"),
    Act.AGREEMENT_STEP: _("a step of an agreement"),
    Act.SIGNED: _("that something is signed"),
    Act.AGREEMENT_END: _("when an agreement ends"),
    Act.AGREEMENT_HOURS: _("the hours a week of a placement"),
    Act.VISIT: _("what you planned or wrote of a visit"),
    Act.VISIT_HELD: _("that you were there"),
    Act.PROMISE: _("how a promise ended"),
    Act.DESK_NOTE: _("a note on your desk"),
    Act.OWN_INTERVENTION: _("what you noted of an intervention"),
    Act.OWN_INTERVENTION_HELPED: _("whether an intervention helped"),
    Act.PRIOR_CLAIM: _("what you claim to have learned before"),
    Act.PRIOR_VERDICT: _("what you said of prior learning"),
    Act.STARTER: _("what you noted of who is new to dual learning"),
    Act.TEACHERS_COACH: _("who coaches the teachers"),
    Act.INTAKE: _("the intake"),
    Act.SECTOR_ADDED: _("that a sector was added"),
    Act.SECTOR_PERSON: _("who speaks for a sector"),
    Act.MODULE_PROPOSED: _("a module that you proposed"),
    Act.MODULE_TAKEN: _("a module that was taken in"),
    Act.FRAMEWORK_ADDED: _("a framework that joined a programme"),
    Act.MODULE_REFUSED: _("that a module is not taken in"),
    Act.TOTALS: _("which totals a sector is told"),
    Act.REGION: _("the region of a workplace"),
    Act.TOLD: _("what others have heard from you by now"),
    Act.PERIOD_CANCELLED: _("a period was cancelled, and everybody is told: add it again instead"),
    Act.ALERT: _("what you did about a difference, which stands in the log"),
    Act.DECISION: _("a decision of the class council: a record stays, and another one corrects it"),
    Act.FEEDBACK: _("feedback, which the other one has by now"),
    Act.PUT_OFF: _("a reminder was put off: it comes again by itself"),
    Act.SKIPPED: _("a question was skipped: /reflect asks another one"),
    Act.WITHDRAWN: _("an answer was taken back, and its words are gone"),
    Act.NAMING: _("what people are called in chats"),
    Act.KEEPING: _("how long things are kept"),
    Act.EDUCATION: _("in which education a programme stands"),
    Act.PRIOR_RULE: _("how what was learned before counts in a programme"),
    Act.HOLIDAYS: _("the school holidays"),
    Act.ROSTER: _(
        "a roster that was read in: /admin ends a placement, and a line read in again"
        " brings back who was around"
    ),
    Act.FRAMEWORK: _("a framework that was read in: the file of before brings its words back"),
    Act.QUESTIONNAIRE: _("a questionnaire that was read in: /questionnaire closes it"),
    Act.GUARDIAN: _("what a guardian said: note with /guardian what holds now"),
    Act.CONTEST_ENDED: _("how it ended that something was contested, which others were told"),
}
"""What an act is called where it is taken back, or why it is not."""

WHERE: dict[Act, Sayable] = {
    Act.VISIT: _("You change it with its own buttons: /visit."),
    Act.STARTER: _("You change it with its own buttons: /starters."),
    Act.TEACHERS_COACH: _("You change it with its own buttons: /admin."),
    Act.INTAKE: _("You change it with its own buttons: /intake."),
    Act.SECTOR_PERSON: _("You change it with its own buttons: /admin."),
}
"""Where something is changed that has buttons of its own."""


def take_back_newest(turn: Turn, _words: str) -> Replies:
    """Answer `/undo`: take back the newest thing that this person stored, and nothing older."""
    return _undo(turn, None, none=_("There is nothing of yours to undo."))


def tapped_undo(turn: Turn, tap: UndoEntry) -> Replies:
    """Take back the entry that a confirmation names; ask first where it is older than a day."""
    return _undo(turn, tap.entry)


def tapped_old_undo(turn: Turn, tap: UndoOldEntry) -> Replies:
    """Take back the entry that was asked about."""
    return _undo(turn, tap.entry, sure=True)


def tapped_kept(turn: Turn, tap: KeepEntry) -> Replies:
    """Leave the entry that was asked about as it is."""
    return [Reply(_("All right: it stays as it is."), edit=True)]


def _undo(turn: Turn, entry: int | None, *, sure: bool = False, none: Sayable = "") -> Replies:
    try:
        done = undo(turn.uow, turn.person.id, turn.at, entry, sure=sure)
    except LostSight:
        return [Reply(STAYS)]
    match done:
        case Undone():
            turn.undid = True
            if done.entry.act is Act.LANGUAGE:
                turn.person = replace(turn.person, language=done.entry.before["language"])
            return [Reply(_told(turn, done), edit=entry is not None)]
        case Unsure(old):
            return [offer(turn, _ask(old))]
        case Kept():
            return [_kept(done)]
    return [Reply(none or _nothing(turn, entry))]


def _nothing(turn: Turn, entry_id: int | None) -> Sayable:
    """Say why there was nothing to take back; of somebody else's not even that it is there."""
    entry = turn.uow.ledger.find_entry(entry_id) if entry_id is not None else None
    if entry is None or entry.author_id != turn.person.id:
        return _("That is not there for you, or not any more; nothing changed.")
    return _("This was already undone; nothing changed.")


def _ask(entry: Entry) -> Reply:
    ways = (
        (button(_("yes, undo it"), UndoOldEntry(entry.id)),),
        (button(_("no, leave it"), KeepEntry(entry.id)),),
    )
    question = _(
        "Take this back? {what}, of {when}.", what=_name(entry), when=Moment(entry.said_at)
    )
    return Reply(lines(question, _("Nothing was changed yet.")), ways)


def _kept(kept: Kept) -> Reply:
    said = lines(
        _("This cannot be taken back here: {what}.", what=_name(kept.entry)),
        WHERE.get(kept.entry.act) if kept.entry.act else None,
    )
    earlier = kept.earlier
    if earlier is None:
        return Reply(said)
    before = _("Before that: {what}, of {when}.", what=_name(earlier), when=Moment(earlier.said_at))
    return Reply(lines(said, before), ((button(_("↩ undo that"), UndoEntry(earlier.id)),),))


def _name(entry: Entry) -> Sayable:
    return words(NAMES[entry.act], entry.title, by=" · ") if entry.act else entry.title


def _told(turn: Turn, undone: Undone) -> Sayable:
    standings = [_standing(turn, *place) for place in undone.places]
    return lines(
        _("↩ Undone: {title}", title=_name(undone.entry)),
        *[standing for standing in standings if standing is not None][:AT_MOST],
    )


def _standing(turn: Turn, track_id: int, competence_id: int) -> Sayable | None:
    track = turn.track(track_id)
    if track is None or track.scoring_role is None:
        return None
    competence = turn.programme(track).competence_by_id(competence_id)
    return _stands(turn, track, competence) if competence else None


def _stands(turn: Turn, track: Track, competence: Competence) -> Sayable:
    standing = see_standing(turn.uow, turn.seat(track), turn.programme(track), competence)
    return lines(of_competence(track, competence), standing_line(standing))
