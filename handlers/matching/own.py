"""What a candidate, or a company's contact, sees and does: how it goes, and where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.matching.candidacies import Candidacy, CandidacyEnding, OfferedPlace
from bot.domain.matching.intakes import Intake
from bot.domain.matching.interviews import Alternative, Interview, InterviewOutcome
from bot.domain.questions import SheetPurpose
from bot.messages import (
    Button,
    Day,
    Moment,
    Quoted,
    Reply,
    Sayable,
    _,
    _n,
    colon,
    lines,
    listed,
    words,
)
from bot.use_cases.matching.send_answers import open_own_sheet, send_answers
from bot.use_cases.matching.withdraw import OwedWord, withdraw_candidacy, withdraw_place
from bot.use_cases.talking.answer_questions import find_unsent_sheet
from handlers.matching.leading import led_candidacy, led_place, show_candidate, show_place
from handlers.matching.phrases import NOT_OWN, WAY_WORDS, say_met
from handlers.matching.taps import (
    AnswerQuestions,
    IntakeSide,
    ShowCandidate,
    ShowOwnIntake,
    ShowPlace,
    WithdrawFromIntake,
)
from handlers.talking.menu import RunCommand
from handlers.talking.questions.walking import ask_first
from handlers.talking.routing.doors import SendIntakeAnswers
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

OWED = _(
    "The candidate answered, and is owed feedback: say what comes of it, also without an "
    "interview. Withdrawing is theirs."
)

PURPOSES = {IntakeSide.CANDIDATE: SheetPurpose.INTAKE, IntakeSide.COMPANY: SheetPurpose.OFFER}


def find_own(turn: Turn, side: IntakeSide, own_id: int) -> Candidacy | OfferedPlace | None:
    """Find one's own candidacy, or a place that one offers."""
    found: Sequence[Candidacy | OfferedPlace] = (
        turn.uow.intake_reads.list_own(turn.person.id)
        if side is IntakeSide.CANDIDATE
        else turn.uow.intake_reads.list_own_places(turn.person.id)
    )
    return next((own for own in found if own.id == own_id), None)


def tapped_own(turn: Turn, tap: ShowOwnIntake) -> Replies:
    """Show how it stands with one's own."""
    own = find_own(turn, tap.side, tap.own)
    return [show_own(turn, own) if own else Reply(NOT_OWN)]


def tapped_answer(turn: Turn, tap: AnswerQuestions) -> Replies:
    """Ask the questions of the round, from where one was."""
    sheet = open_own_sheet(turn.uow, turn.person, PURPOSES[tap.side], tap.own)
    if sheet is None:
        return [Reply(NOT_OWN)]
    if sheet.sent_at is not None:
        return [Reply(_("Your answers were sent already, and stay as they are."))]
    return [ask_first(turn, sheet)]


def tapped_send(turn: Turn, tap: SendIntakeAnswers) -> Replies:
    """Send one's answers."""
    sheet = find_unsent_sheet(turn.uow, turn.person, tap.sheet)
    if sheet is None:
        return [Reply(NOT_OWN)]
    side = next(side for side, purpose in PURPOSES.items() if purpose is sheet.purpose)
    own = find_own(turn, side, sheet.for_id)
    if not send_answers(turn.uow, turn.person, sheet, turn.at):
        over = own is None or own.ended_at is not None
        return [Reply(NOT_OWN) if over else ask_first(turn, sheet)]
    turn.ask(None)
    own = find_own(turn, side, sheet.for_id)
    sent = _("Sent. You hear from me when an interview is planned.")
    return [replace(show_own(turn, own, sent), edit=True) if own else Reply(sent)]


def tapped_withdraw(turn: Turn, tap: WithdrawFromIntake) -> Replies:
    """Withdraw, once that is sure: oneself, or as who leads the round."""
    own = find_own(turn, tap.side, tap.own)
    leading = None if own else _led_own(turn, tap)
    subject = own or leading
    if subject is None:
        return [Reply(NOT_OWN)]
    if isinstance(leading, Candidacy) and leading.sent_at and not leading.ended_at:
        return [_show_led(turn, tap, OWED)]
    if not tap.sure:
        return [offer(turn, _ask_sure(tap, subject, leads=own is None))]
    turn.ask(None)
    try:
        done = (
            withdraw_candidacy(turn.uow, subject, turn.person, turn.at)
            if isinstance(subject, Candidacy)
            else withdraw_place(turn.uow, subject, turn.person, turn.at)
        )
    except OwedWord:
        return [_show_led(turn, tap, OWED)]
    if not done:
        return [Reply(_("It was over already."))]
    if own is not None:
        now = find_own(turn, tap.side, tap.own) or own
        return [replace(show_own(turn, now, _("You withdrew.")), edit=True)]
    return [_show_led(turn, tap, _("It is noted."))]


def _led_own(turn: Turn, tap: WithdrawFromIntake) -> Candidacy | OfferedPlace | None:
    if tap.side is IntakeSide.CANDIDATE:
        found = led_candidacy(turn, tap.own)
        return found[1] if found else None
    place = led_place(turn, tap.own)
    return place[1] if place else None


def _show_led(turn: Turn, tap: WithdrawFromIntake, said: Sayable) -> Reply:
    if tap.side is IntakeSide.CANDIDATE:
        found = led_candidacy(turn, tap.own)
        return show_candidate(turn, *found, said) if found else Reply(said)
    place = led_place(turn, tap.own)
    return show_place(turn, *place, said) if place else Reply(said)


def _ask_sure(tap: WithdrawFromIntake, subject: Candidacy | OfferedPlace, *, leads: bool) -> Reply:
    name = subject.name if isinstance(subject, Candidacy) else subject.workplace
    text = (
        _("Note that {name} is no longer in the intake? An interview is called off.", name=name)
        if leads
        else _("Withdraw from the intake? An interview is called off, and it cannot be undone.")
    )
    no: Tap = ShowOwnIntake(tap.side, tap.own)
    if leads:
        no = ShowCandidate(tap.own) if tap.side is IntakeSide.CANDIDATE else ShowPlace(tap.own)
    yes = button(_("yes"), WithdrawFromIntake(tap.side, tap.own, 1))
    return Reply(text, ((yes, button(_("no"), no)),))


def show_own(turn: Turn, own: Candidacy | OfferedPlace, said: Sayable | None = None) -> Reply:
    """Show how the intake goes, and where one's own stands."""
    intake = turn.uow.intakes.find(own.intake_id)
    if intake is None:
        return Reply(NOT_OWN)
    interviews = [
        found
        for found in turn.uow.intake_reads.list_interviews(turn.person.id, intake.id)
        if own.id == (found.candidacy_id if isinstance(own, Candidacy) else found.place_id)
    ]
    text = lines(
        said,
        intake.title,
        own.workplace if isinstance(own, OfferedPlace) else None,
        *(_say_how(turn, intake, own) if own.ended_at is None else ()),
        *_say_standing(turn, intake, own, interviews),
        _say_kept(intake, own),
    )
    return offer(turn, Reply(text, tuple(_ways(own))))


def _say_how(turn: Turn, intake: Intake, own: Candidacy | OfferedPlace) -> Iterator[Sayable]:
    leaders = [leader.name for leader in turn.uow.intakes.list_leaders(intake.id)]
    names = listed(leaders) if leaders else _("who leads it at school")
    if intake.procedure:
        yield intake.procedure
    if isinstance(own, Candidacy):
        yield _(
            "You answer the questions. Your answers are for {names} alone: no company, teacher or "
            "mentor reads them. Then an interview can follow. You always get feedback, and another "
            "way to go on where there is no match.",
            names=names,
        )
    else:
        yield _(
            "You answer the questions about the place. Your answers are for {names} alone: no "
            "candidate reads them. Then an interview with a candidate can follow.",
            names=names,
        )
    yield _("For every candidate the same is looked at:")
    for criterion in intake.criteria:
        yield words(f"{criterion.number}.", criterion.text)


def _say_standing(
    turn: Turn, intake: Intake, own: Candidacy | OfferedPlace, interviews: Sequence[Interview]
) -> Iterator[Sayable]:
    if own.ended_at is None:
        yield (
            _("Your answers were sent on {day}.", day=Day(own.sent_at))
            if own.sent_at
            else _("Your answers are not sent yet.")
        )
    for interview in interviews:
        if interview.is_open and interview.planned_for is not None:
            yield _(
                "Interview with {name}: {when}",
                name=other_of(turn, own, interview),
                when=Moment(interview.planned_for),
            )
        elif interview.decided_at is not None:
            yield from say_outcome(turn, intake, interview, candidate=isinstance(own, Candidacy))
    if own.ending is CandidacyEnding.WITHDRAWN or (
        isinstance(own, OfferedPlace) and own.ended_at and not interviews
    ):
        yield _("It is over for you: you take no part any more.")


def other_of(turn: Turn, own: Candidacy | OfferedPlace, interview: Interview) -> Sayable:
    """Name who else is there: for the candidate the company, for the company the candidate."""
    if isinstance(own, OfferedPlace):
        candidacy = turn.uow.candidacies.find(interview.candidacy_id)
        return candidacy.name if candidacy else _("the candidate")
    place = turn.uow.candidacies.find_place(interview.place_id) if interview.place_id else None
    return place.workplace if place else _("the school")


def say_outcome(
    turn: Turn, intake: Intake, interview: Interview, *, candidate: bool
) -> Iterator[Sayable]:
    """Say what came of an interview: to the candidate all of it, to the company the match alone."""
    place = turn.uow.candidacies.find_place(interview.place_id) if interview.place_id else None
    matched = interview.outcome is InterviewOutcome.MATCH
    if not candidate:
        found = turn.uow.candidacies.find(interview.candidacy_id)
        name = found.name if found else "—"
        yield (
            _("There is a match: {name} begins with you.", name=name)
            if matched
            else _("No match with {name}: your place stays on offer.", name=name)
        )
        return
    where = place.workplace if place else None
    if matched:
        yield _("There is a match: you begin at {place}.", place=where or "—")
    elif where:
        yield _("There is no match with {place}.", place=where)
    else:
        yield _("There is no match now.")
    for criterion in intake.criteria:
        yield say_met(criterion.number, criterion.text, interview.met.get(criterion.id))
    yield words(colon(_("Feedback")), Quoted(interview.feedback))
    if interview.alternative is Alternative.ANOTHER_PLACE:
        yield _("You stay in the intake: another place is looked for.")
    elif interview.alternative is not None and not matched:
        yield words(colon(_("How you can go on")), WAY_WORDS[interview.alternative])
    if interview.alternative_words and not matched:
        yield Quoted(interview.alternative_words)


def _say_kept(intake: Intake, own: Candidacy | OfferedPlace) -> Sayable:
    if own.ended_at is not None and own.erase_at is not None:
        return _("All of it is erased after {day}.", day=Day(own.erase_at))
    ended = _n(
        "All of it is erased {count} day after it has ended for you.",
        "All of it is erased {count} days after it has ended for you.",
        intake.keep_days,
    )
    if own.erase_at is None:
        return ended
    latest = _("If nothing happens any more, it is erased on {day}.", day=Day(own.erase_at))
    return words(ended, latest)


def _ways(own: Candidacy | OfferedPlace) -> Iterator[tuple[Button, ...]]:
    side = IntakeSide.CANDIDATE if isinstance(own, Candidacy) else IntakeSide.COMPANY
    if own.ended_at is None:
        if own.sent_at is None:
            yield (button(_("answer the questions"), AnswerQuestions(side, own.id)),)
        yield (button(_("withdraw"), WithdrawFromIntake(side, own.id, 0)),)
    yield (button(_("erase everything …"), RunCommand("forget")),)
