"""Free words about a student: offered as a note, and kept only once a competence is tapped."""

import re
from dataclasses import replace

from bot.domain.folding import fold
from bot.domain.school.naming import understood
from bot.domain.school.tracks import Role, Track
from bot.messages import Quoted, Reply, _, lines
from bot.use_cases.scoring.store_scores import Sayings
from handlers.scoring.confirm import confirm_stored
from handlers.scoring.taps import KeepNote
from handlers.scoring.typing.line import record_typed
from handlers.talking.meaning.ended import say_left_in
from handlers.talking.meaning.names import first_words_of, meant_by
from handlers.talking.meaning.shorthand import PROSE, read_line, reads_as_scores
from handlers.talking.meaning.target import groups_of, in_front, name_of
from handlers.talking.meaning.tokens import Misread
from handlers.talking.meaning.whom import LineWaiting, PutAway, nobody
from handlers.talking.meaning.words import keyword_of
from handlers.talking.ordinary.care import is_danger
from handlers.talking.ordinary.questions import is_asked
from handlers.talking.ordinary.stopping import point_to_coach, who_stopped
from handlers.talking.phrases import first_name, short
from handlers.talking.replacing import replace_former
from handlers.talking.routing.answered import Answered
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

FEWEST = 3
"""Words in a sentence that names a student: 'Jonas works neatly'."""

SHOWN = 200

_COMPETENCE = re.compile(
    r"((with|under|bij|onder|met|a|avec|bei|zu) )?"
    r"((the |de )?(competence|competentie|comp|nr|nummer|number|kompetenz|numero)\.? )?"
    r"(?P<number>\d{1,4})"
)
"""A competence's number, folded, as an answer."""


def read_remark(turn: Turn, text: str) -> Replies | None:
    """Offer free words about a student as an answer, else as a note; None for other words."""
    remark = _offer_remark(turn, text)
    return None if remark is None else turn.table.prose(turn, text) or remark


def _offer_remark(turn: Turn, text: str) -> Replies | None:
    stopped = who_stopped(turn, text)
    if stopped is not None and stopped.scoring_role:
        asked = remark_on(turn, stopped, text, turn.said.ref)
        return [replace(asked, text=lines(point_to_coach(turn, stopped), asked.text))]
    track = _told_of(turn, text)
    if track is not None and not _named_in(turn, text):
        left = say_left_in(turn, text)  # never a note about whoever else is left
        if left is not None:
            return [Reply(left)]
    if track is None:
        return None
    if is_danger(turn, text):  # a coach reads notes: those words are for whoever they choose
        return [Reply(_("Nothing was stored."))]
    return [remark_on(turn, track, text, turn.said.ref)]


def remark_on(turn: Turn, track: Track, text: str, source: str) -> Reply:
    """Offer to keep the words of a message as a note about a student."""
    return ask_remark(
        turn, track, LineWaiting(line=text, track=track.id, asks="note", source=source)
    )


def ask_remark(turn: Turn, track: Track, waiting: LineWaiting) -> Reply:
    """Ask with which competence a remark is kept, if at all."""
    turn.remember(track)
    turn.tell_of(track.student_id, waiting.source)
    serial = turn.ask(waiting)
    rows = [
        (button(f"{competence.number} {short(competence.title)}", KeepNote(serial, competence.id)),)
        for competence in turn.programme(track).competences
    ]
    rows.append((button(_("✕ no, put it away"), PutAway(serial)),))
    student = track.scoring_role is Role.STUDENT
    text = lines(
        _("Shall I keep this as a note of yours? With which competence?")
        if student
        else _(
            "Shall I keep this as a note about {student}? With which competence?",
            student=first_name(track),
        ),
        Quoted(short(waiting.line, SHOWN)),
        _("Nothing was stored yet. You and the coach can read it then."),
    )
    return Reply(text, tuple(rows))


def mean_competence(turn: Turn, waiting: LineWaiting, text: str) -> Tap | None:
    """Read a competence's number as the answer to with which one a remark is kept."""
    found = _COMPETENCE.fullmatch(fold(text).strip(" .!"))
    track = turn.scored_track(waiting.track) if waiting.asks == "note" and found else None
    if track is None or found is None:
        return None
    number = int(found["number"])
    for competence in turn.programme(track).competences:
        if competence.number == number:
            return KeepNote(turn.dialogue.serial, competence.id)
    return None


def tapped_remark(turn: Turn, tap: KeepNote) -> Answered:
    """Keep a remark as a note on the competence that was tapped."""
    waiting = turn.asked(LineWaiting)
    if waiting is None:
        return None
    track = turn.scored_track(waiting.track)
    competence = turn.programme(track).competence_by_id(tap.competence) if track else None
    if track is None or competence is None or waiting.asks != "note":
        return [Reply(nobody(turn))]
    turn.waits_no_more = True
    turn.speak_for(waiting.source)
    said = Sayings(competence, notes={None: waiting.line}, note_source=waiting.source)

    def keep() -> Replies:
        entry, recorded = record_typed(turn, track, [said])
        return [confirm_stored(turn, track, recorded, entry, edit=True)]

    return replace_former(turn, keep)


def _told_of(turn: Turn, text: str) -> Track | None:
    """Find the student of whom free words tell: named in them, spoken of now, or the only one."""
    count = len(text.split())
    if count < FEWEST or is_asked(text) or reads_as_scores(text):
        return None
    if _is_a_line(turn, text):
        return None
    named = _named_in(turn, text)
    if named:
        return named[0] if len(named) == 1 else None
    if count < PROSE:
        return None
    if turn.about is not None and turn.about.scoring_role:
        return turn.about
    return turn.scored_tracks[0] if len(turn.scored_tracks) == 1 else None


def _is_a_line(turn: Turn, text: str) -> bool:
    """Say whether it is a line of scores that went wrong: just a name, or nothing, and a number."""
    try:
        line = read_line(text)
    except Misread:
        return any(char.isdigit() for char in text)
    named = " ".join(word for word in line.name.split() if keyword_of(word) is None)
    meant = meant_by(named, turn.scored_tracks, name_of)
    known = not named or meant.sure is not None or bool(meant.several)
    if line.keyword:
        return known
    if not line.parts:  # 'jonas alles v' lacks its number
        return any(keyword_of(word) == "all" for word in line.name.split()[1:2])
    return known or bool(in_front(text, groups_of(turn))[0])


def _named_in(turn: Turn, text: str) -> list[Track]:
    """List the students named in a text: by their first name, or by all of it."""
    said = [word.strip(".,;:!'\"()") for word in fold(text).split()]
    whole = f" {' '.join(said)} "
    full = [
        track
        for track in turn.scored_tracks
        if any(f" {fold(name)} " in whole for name in understood(track.student))
    ]
    return full or [
        track
        for track in turn.scored_tracks
        if first_words_of(track.student) & {*said} or f" {fold(first_name(track))} " in whole
    ]
