"""Keep a note of one's own with a day, on the desk; put it off, under another head, or away."""

from dataclasses import replace
from datetime import date, datetime

from bot.domain.dated import Head
from bot.domain.desk.notes import LONGEST_NOTE, MOST_NOTES, DeskNote
from bot.domain.school.tracks import Person
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.talking.note_change import note_change


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
    uow.acts.record(person.id, Act.DESK_NOTE, at, before={"of": new})
    return DeskNote(new, person.id, head, words, due_on)


def move_note(
    uow: UnitOfWork, person: Person, note_id: int, due_on: date, at: datetime
) -> DeskNote | None:
    """Let a note of one's own be for another day; None where it is not one's own."""
    return _change(uow, uow.desks.find_note(note_id, person.id), at, due_on=due_on)


def file_note(
    uow: UnitOfWork, person: Person, note_id: int, head: Head, at: datetime
) -> DeskNote | None:
    """Put a note of one's own under a head; None where it is not one's own."""
    return _change(uow, uow.desks.find_note(note_id, person.id), at, head=head)


def end_note(
    uow: UnitOfWork, person: Person, note_id: int, at: datetime, *, done: bool
) -> DeskNote | None:
    """Note that a note of one's own was done, or stands again; None where it is not one's own."""
    ended = at if done else None
    return _change(uow, uow.desks.find_note(note_id, person.id), at, done_at=ended)


def drop_note(uow: UnitOfWork, person: Person, note_id: int, at: datetime) -> DeskNote | None:
    """Take a note of one's own away; None where it is not one's own."""
    note = uow.desks.find_note(note_id, person.id)
    if note is not None:
        uow.desks.drop_note(note.id)
        uow.acts.settle(person.id, Act.DESK_NOTE, note.id, at)
    return note


def put_note_back(uow: UnitOfWork, entry: Entry, _at: datetime) -> bool:
    """Put a note back as it was, or take a new one away; False where it is gone."""
    note = uow.desks.find_note(entry.before["of"], entry.author_id)
    if note is None:
        return False
    if "was" not in entry.before:
        uow.desks.drop_note(note.id)
        return True
    head, due_on, done = entry.before["was"]
    done_at = datetime.fromisoformat(done) if done else None
    was = replace(note, head=Head(head), due_on=date.fromisoformat(due_on), done_at=done_at)
    uow.desks.change_note(was)
    return True


def _change(uow: UnitOfWork, note: DeskNote | None, at: datetime, **now: object) -> DeskNote | None:
    if note is None:
        return None
    changed = replace(note, **now)  # type: ignore[arg-type]
    before = {"of": note.id, "was": _kept(note), "now": _kept(changed)}
    note_change(uow, Doer(note.person_id, at), Act.DESK_NOTE, before)
    uow.desks.change_note(changed)
    return changed


def _kept(note: DeskNote) -> list[str]:
    done = note.done_at.isoformat() if note.done_at else ""
    return [note.head.value, note.due_on.isoformat(), done]
