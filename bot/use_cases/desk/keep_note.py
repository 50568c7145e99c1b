"""Keep a note of one's own with a day, on the desk; put it off, under another head, or away."""

from dataclasses import replace
from datetime import date, datetime

from bot.domain.dated import Head
from bot.domain.desk.notes import LONGEST_NOTE, MOST_NOTES, DeskNote
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork


class TooLongNote(Exception):
    """It has more letters than a note may have."""


class TooManyNotes(Exception):
    """As many notes stand open as may."""


class NoteInThePast(Exception):
    """The day until when is over."""


def keep_note(
    uow: UnitOfWork, person: Person, words: str, due_on: date, times: tuple[date, datetime]
) -> DeskNote:
    """Keep it under developing dual learning; `times` are the person's day, and the instant.

    Raises TooLongNote, NoteInThePast and TooManyNotes.
    """
    today, at = times
    if len(words) > LONGEST_NOTE:
        raise TooLongNote
    if due_on < today:
        raise NoteInThePast
    if len(uow.desks.list_notes(person.id)) >= MOST_NOTES:
        raise TooManyNotes
    head = Head.DEVELOPING
    new = uow.desks.add_note(person, head, words, due_on, at)
    return DeskNote(new, person.id, head, words, due_on)


def move_note(uow: UnitOfWork, person: Person, note_id: int, due_on: date) -> DeskNote | None:
    """Let a note of one's own be for another day; None where it is not one's own."""
    return _change(uow, uow.desks.find_note(note_id, person.id), due_on=due_on)


def file_note(uow: UnitOfWork, person: Person, note_id: int, head: Head) -> DeskNote | None:
    """Put a note of one's own under a head; None where it is not one's own."""
    return _change(uow, uow.desks.find_note(note_id, person.id), head=head)


def end_note(uow: UnitOfWork, person: Person, note_id: int, at: datetime | None) -> DeskNote | None:
    """Note when a note of one's own was done; None lets it stand again."""
    return _change(uow, uow.desks.find_note(note_id, person.id), done_at=at)


def drop_note(uow: UnitOfWork, person: Person, note_id: int) -> DeskNote | None:
    """Take a note of one's own away; None where it is not one's own."""
    note = uow.desks.find_note(note_id, person.id)
    if note is not None:
        uow.desks.drop_note(note.id)
    return note


def _change(uow: UnitOfWork, note: DeskNote | None, **now: object) -> DeskNote | None:
    if note is None:
        return None
    changed = replace(note, **now)  # type: ignore[arg-type]
    uow.desks.change_note(changed)
    return changed
