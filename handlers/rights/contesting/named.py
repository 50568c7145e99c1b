"""Naming what is contested: a note by its author and day, a colour by its view and competence."""

from zoneinfo import ZoneInfo

from bot.domain.rights.contesting import Contest, Contested
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.messages import Day, Quoted, Sayable, _, words
from bot.ports.rights.contests import NoteAbout
from handlers.talking.phrases import ROLE_WORD
from handlers.talking.turn import Turn

VIEW_OF = {
    Role.MENTOR: _("the mentor's view"),
    Role.TEACHER: _("the teacher's view"),
    Role.STUDENT: _("the student's view"),
}


def name_contested(turn: Turn, track: Track, what: Contested) -> Sayable:
    """Name it in a few words, for a line of its own: a title is bent into no sentence."""
    if what.note_id is not None:
        note = turn.uow.contests.find_note(what.note_id)
        return name_note(turn, track, note) if note else _("A note that is gone")
    competence = turn.programme(track).competence_by_id(what.competence_id or 0)
    title = f"{competence.number} {competence.title}" if competence else "–"
    indicator = (
        next((own for own in competence.indicators if own.id == what.indicator_id), None)
        if competence
        else None
    )
    if competence and indicator:
        title = f"{competence.number}.{indicator.number} {indicator.text}"
    return words(title, VIEW_OF[what.role], by=" · ")


def name_note(turn: Turn, track: Track, note: NoteAbout) -> Sayable:
    """Name a note by its author, what it is on, its day and time; never by its words."""
    return _(
        "Note of {name} ({role}) on {number}, {day} {time}",
        name=note.author,
        role=ROLE_WORD[note.role],
        number=number_note(turn, track, note),
        day=Day(note.said_at),
        time=time_of(turn, note),
    )


def quote_note(turn: Turn, track: Track, what: Contested) -> Sayable | None:
    """Say what a contested note says, to its author and the coach: who else sees it named alone."""
    if what.note_id is None:
        return None
    said = turn.uow.contests.read_words(turn.person.id, track.id, what.note_id)
    return Quoted(said) if said else None


def number_note(turn: Turn, track: Track, note: NoteAbout) -> str:
    """The number of what a note is on: of the indicator, where it is on one."""
    competence = turn.programme(track).competence_by_id(note.competence_id)
    if competence is None:
        return "–"
    number = _number_of(competence, note.indicator_id)
    return f"{competence.number}.{number}" if number else f"{competence.number}"


def _number_of(competence: Competence, indicator_id: int | None) -> int:
    return next((own.number for own in competence.indicators if own.id == indicator_id), 0)


def time_of(turn: Turn, note: NoteAbout) -> str:
    """The time of day at which a note was said, as the reader's clock shows it."""
    return f"{note.said_at.astimezone(ZoneInfo(turn.person.time_zone)):%H:%M}"


def track_of(turn: Turn, contest: Contest) -> Track | None:
    """Find the track of a contest, where it is this person's."""
    return turn.track(contest.what.track_id)
