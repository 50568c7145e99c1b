"""Naming what is contested: a note by its author and day, a colour by its view and competence."""

from bot.domain.rights.contesting import Contest, Contested
from bot.domain.school.tracks import Role, Track
from bot.messages import Day, Sayable, _, words
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
        return name_note(turn, track, note) if note else _("a note that is gone")
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
    """Name a note by its author, what it is on, and its day; never by its words."""
    competence = turn.programme(track).competence_by_id(note.competence_id)
    return _(
        "the note of {name} ({role}) on {number}, {day}",
        name=note.author,
        role=ROLE_WORD[note.role],
        number=competence.number if competence else "–",
        day=Day(note.said_at),
    )


def track_of(turn: Turn, contest: Contest) -> Track | None:
    """Find the track of a contest, where it is this person's."""
    return turn.track(contest.what.track_id)
