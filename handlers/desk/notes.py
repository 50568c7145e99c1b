"""Notes of one's own on the desk: written with a day, put off, under another head, done."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.dated import Dated, Head
from bot.domain.desk.notes import LONGEST_NOTE, MOST_NOTES, DeskNote
from bot.messages import Button, Quoted, Reply, Sayable, _, lines
from bot.use_cases.desk.keep_note import (
    NoteInThePast,
    TooLongNote,
    TooManyNotes,
    drop_note,
    end_note,
    file_note,
    keep_note,
    move_note,
)
from bot.use_cases.desk.list_desk import has_desk
from handlers.desk.asked import DeskDayAwaited, DeskNoteAwaited
from handlers.desk.desk import NOT_FOR_YOU
from handlers.desk.phrases import HEAD_WORDS, say_desk_day
from handlers.desk.taps import (
    DropDeskNote,
    EndDeskNote,
    FileDeskNote,
    KeepDeskNote,
    MoveDeskNote,
    ReopenDeskNote,
    ShowDesk,
    ShowDeskNote,
    WriteDeskNote,
)
from handlers.talking.meaning.near_days import reaches
from handlers.talking.moments.until import read_until
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

NOT_YOUR_NOTE = _("That note is not on your desk any more.")
WEEKS = (1, 2, 4)
"""After how many weeks a note is offered to be due."""


def tapped_write(turn: Turn, _tap: WriteDeskNote) -> Replies:
    """Ask what is to be done, and until when."""
    if not has_desk(turn.uow, turn.person, turn.tracks):
        return [Reply(NOT_FOR_YOU)]
    text = _(
        "What is to be done, and until when? Such as: report to the policy group until 12 December."
    )
    return await_words(turn, DeskNoteAwaited(), text)


def typed_note(turn: Turn, _question: DeskNoteAwaited, text: str) -> Replies:
    """Keep what was typed where it says until when; else ask for the day."""
    what, due = read_until(text, turn.today)
    if due is None:
        asked = DeskDayAwaited(words=what)
        turn.ask(asked)
        return [stand_day(turn, asked)]
    return _keep(turn, what, due)


def stand_day(turn: Turn, asked: DeskDayAwaited) -> Reply:
    """Ask until when it is to be done."""
    days = (turn.today + timedelta(weeks=weeks) for weeks in WEEKS)
    row = tuple(button(say_desk_day(turn, day), KeepDeskNote(day)) for day in days)
    return Reply(lines(Quoted(asked.words), _("Until when? Tap a day or type one.")), (row,))


def typed_day(turn: Turn, question: DeskDayAwaited, text: str) -> Replies:
    """Keep a note until the day that was typed."""
    due = reaches(text, turn.today)
    if due is None:
        needed = _("I need a day, such as 12 December. Nothing was stored yet.")
        asked = stand_day(turn, question)
        return [replace(asked, text=lines(needed, asked.text))]
    return _keep(turn, question.words, due)


def tapped_keep(turn: Turn, tap: KeepDeskNote) -> Replies:
    """Keep a note until the day that was tapped."""
    ready = turn.asked(DeskDayAwaited)
    if ready is None:
        return [Reply(_("Nothing waits to be stored: /desk shows your notes."))]
    return _keep(turn, ready.words, tap.day)


def tapped_note(turn: Turn, tap: ShowDeskNote) -> Replies:
    """Show a note, with what can be done about it."""
    note = turn.uow.desks.find_note(tap.note, turn.person.id)
    return [_shown(turn, note)] if note else [Reply(NOT_YOUR_NOTE)]


def tapped_file(turn: Turn, tap: FileDeskNote) -> Replies:
    """Put a note under another head."""
    return _on(turn, file_note(turn.uow, turn.person, tap.note, tap.head, turn.at), _shown)


def tapped_move(turn: Turn, tap: MoveDeskNote) -> Replies:
    """Let a note be for another day."""
    return _on(turn, move_note(turn.uow, turn.person, tap.note, tap.day, turn.at), _shown)


def tapped_end(turn: Turn, tap: EndDeskNote) -> Replies:
    """Note that it is done."""
    return _on(turn, end_note(turn.uow, turn.person, tap.note, turn.at, done=True), _ended)


def tapped_reopen(turn: Turn, tap: ReopenDeskNote) -> Replies:
    """Let a note stand again."""
    return _on(turn, end_note(turn.uow, turn.person, tap.note, turn.at, done=False), _shown)


def tapped_drop(turn: Turn, tap: DropDeskNote) -> Replies:
    """Take a note away that was just written."""
    dropped = drop_note(turn.uow, turn.person, tap.note, turn.at)
    return _on(turn, dropped, lambda _turn, _note: Reply(_("The note is gone.")))


def say_note(_turn: Turn, dated: Dated) -> Sayable:
    """Say a note on the desk."""
    return dated.words or ""


def open_note(dated: Dated) -> ShowDeskNote:
    """Open a note from the desk."""
    return ShowDeskNote(dated.about_id)


def _keep(turn: Turn, what: str, due: date) -> Replies:
    try:
        note = keep_note(turn.uow, turn.person, what, due, (turn.today, turn.at))
    except TooLongNote:
        return [Reply(_long(what))]
    except NoteInThePast:
        past = _("Nothing was stored: {day} is over.", day=say_desk_day(turn, due))
        asked = turn.asked(DeskDayAwaited)
        again = stand_day(turn, asked) if asked else Reply("")
        return [replace(again, text=lines(past, again.text))]
    except TooManyNotes:
        return [Reply(_("Nothing was stored: a desk has {most} notes at most.", most=MOST_NOTES))]
    turn.close()
    undo = (button(_("↩ Undo"), DropDeskNote(note.id)),)
    return [offer(turn, Reply(_say(turn, note), (*_heads(note), undo)))]


def _long(what: str) -> Sayable:
    return _(
        "Nothing was stored: {most} letters at most, and this has {count}. Say it shorter.",
        most=LONGEST_NOTE,
        count=len(what),
    )


def _on(turn: Turn, note: DeskNote | None, shown: Callable[[Turn, DeskNote], Reply]) -> Replies:
    return [replace(shown(turn, note), edit=True)] if note else [Reply(NOT_YOUR_NOTE)]


def _shown(turn: Turn, note: DeskNote) -> Reply:
    later = max(note.due_on, turn.today) + timedelta(weeks=1)
    ways = (
        button(_("done"), EndDeskNote(note.id)),
        button(_("a week later"), MoveDeskNote(note.id, later)),
    )
    back = (button(_("the whole desk"), ShowDesk(0, None)),)
    return offer(turn, Reply(_say(turn, note), (ways, *_heads(note), back)))


def _ended(turn: Turn, note: DeskNote) -> Reply:
    undo = ((button(_("↩ Undo"), ReopenDeskNote(note.id)),),)
    return offer(turn, Reply(_("Done: {what}", what=short(note.words)), undo))


def _say(turn: Turn, note: DeskNote) -> Sayable:
    return lines(
        _(
            "On your desk until {day}: {what}",
            day=say_desk_day(turn, note.due_on),
            what=Quoted(note.words),
        ),
        _("It stands under: {head}", head=HEAD_WORDS[note.head]),
    )


def _heads(note: DeskNote) -> tuple[tuple[Button, ...], ...]:
    """Offer the other heads."""
    return tuple(
        (button(HEAD_WORDS[head], FileDeskNote(note.id, head)),)
        for head in Head
        if head is not note.head
    )
