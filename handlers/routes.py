"""The table of contents: what can be said or tapped, and who answers it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.messages import Answer, Command, Incoming, Reply, _, words
from bot.ports import UnitOfWork
from bot.ports.errands import Errand
from bot.use_cases.undo_entry import LostSight, undo_entry
from handlers import (
    group_menu,
    score_menu,
    score_steps,
    tell_coach,
    tell_lesson,
    tell_open,
    tell_periods,
    today_menu,
)
from handlers.choose import choose, tapped_choice, to_choose
from handlers.closed import closed_menu, repeated
from handlers.help import cancel, help_, not_understood, unknown_command
from handlers.lessons import lessons, tapped_lesson
from handlers.media import cannot_use
from handlers.menu import menu_for
from handlers.open import open_
from handlers.periods import (
    periods,
    tapped_period,
    tapped_period_cancel,
    tapped_period_move,
    tapped_usual,
)
from handlers.photo import photo, tapped_comparison, tapped_photo
from handlers.report import report, tapped_card
from handlers.score import score, tapped_nothing, tapped_settling
from handlers.score_form import sent_form
from handlers.settings import language, settings, tapped_language, tapped_setting
from handlers.start import start, tapped_first
from handlers.telling import Told
from handlers.turn import Replies, Turn
from handlers.typed import keyword_command, line
from handlers.undo import tapped_undo, undo
from handlers.whom import Target, nobody, referred
from handlers.words import command_of

LONGEST = 2000
"""Characters in a typed message; more is a mistake, and is refused whole."""

COMMANDS: dict[str, Callable[[Turn, str], Replies]] = {
    "start": start,
    "score": score,
    "today": keyword_command("today"),
    "report": report,
    "photo": photo,
    "open": open_,
    "focus": keyword_command("focus"),
    "periods": periods,
    "choose": choose,
    "lessons": lessons,
    "undo": undo,
    "cancel": cancel,
    "help": help_,
    "language": language,
    "settings": settings,
}

ABOUT_SOMEBODY: dict[str, Callable[[Turn, str, Target | None], Replies]] = {
    "report": report,
    "photo": photo,
}
"""Commands that go on with a student whom a button has named."""

AWAITED: dict[str, Callable[[Turn, str], Replies]] = {
    "note": score_steps.typed_note,
}
"""What a dialogue waits for → who takes the typed words."""

Tap = Callable[[Turn, Sequence[str]], Replies]

LIVE_TAPS: dict[str, tuple[str, Tap]] = {
    "ln": (r"[tg]\d+", lambda turn, arguments: _named(turn, arguments[0])),
    "st": (r"\d+", score_menu.tapped_student),
    "sp": (r"\d+", score_menu.tapped_student_page),
    "cp": (r"\d+", score_menu.tapped_page),
    "sc": (r"\d+", score_menu.tapped_competence),
    "sm": (r"\d+:[XLV]", score_steps.tapped_mastery),
    "sv": (r"\d+:[NSR]", score_steps.tapped_coverage),
    "sn": (r"\d+", score_steps.tapped_not_here),
    "sg": (r"back|here|next", score_steps.tapped_step),
    "sr": (r"", score_steps.tapped_rest),
    "sd": (r"", score_steps.tapped_done),
    "so": (r"\d+", score_steps.tapped_note),
    "sw": (r"", score_steps.tapped_norm),
    "nt": (r"note|scores", lambda turn, arguments: _kind_of_text(turn, arguments)),
    "gt": (r"\d+", group_menu.tapped_group),
    "gk": (r"\d+", group_menu.tapped_group_competence),
    "gi": (r"\d+", group_menu.tapped_group_indicator),
    "gm": (r"\d+:[XLV]", group_menu.tapped_group_mark),
    "tw": (r"\d+", today_menu.tapped_work),
    "tk": (r"\d+", today_menu.tapped_kind),
    "tt": (r"\d+", today_menu.tapped_tally),
    "td": (r"", today_menu.tapped_tally_done),
    "cx": (r"[NSR]", tapped_settling),
    "no": (r"", tapped_nothing),
}
"""Buttons of the live menu, with the shape of their arguments.

Their code carries the menu's serial, and is refused once that menu is closed.
"""

LASTING_TAPS: dict[str, tuple[str, Tap]] = {
    "go": (r"score|report|open", lambda turn, arguments: COMMANDS[arguments[0]](turn, "")),
    "fo": (r"\d+", tapped_first),
    "un": (r"\d+", tapped_undo),
    "rc": (r"\d+:\d+", tapped_card),
    "ph": (r"\d+:\d+", tapped_photo),
    "pc": (r"\d+:\d+:\d+", tapped_comparison),
    "sf": (r"\d+:\d+", sent_form),
    "pe": (r"\d+", tapped_period),
    "pm": (r"\d+:-?[dw]", tapped_period_move),
    "pk": (r"\d+:(?:ask|yes)", tapped_period_cancel),
    "pu": (r"\d+", tapped_usual),
    "ch": (r"\d+:\d+:\d+", tapped_choice),
    "lt": (r"\d+:[0-6]:\d{2}:\d{2}", tapped_lesson),
    "ag": (r"later|tomorrow", tell_open.tapped_again),
    "lg": (r"[a-z]{2}", tapped_language),
    "se": (r"[a-z]+:[a-z0-9]+", tapped_setting),
}
"""Buttons that work for as long as they are seen."""

TELLINGS: dict[str, Callable[[Turn, Sequence[Errand]], Told | None]] = {
    "cancelled": tell_periods.cancelled,
    "moved": tell_periods.moved,
    "opened": tell_periods.opened,
    "choose": to_choose,
    "taken": tell_periods.taken,
    "rehearsal": tell_periods.rehearsal,
    "reminder": tell_open.reminder,
    "lesson": tell_lesson.lesson,
    "missing": tell_coach.missing,
    "unreachable": tell_coach.unreachable,
}
"""What the clock tells unasked → who says it, in the order in which one message holds them."""


def answer(uow: UnitOfWork, said: Incoming) -> Answer:
    """Answer one thing said by a known person, and keep where the dialogue then stands.

    Raises LookupError for a person who is not known; platforms ask before.
    """
    person = uow.people.one(said.person_id)
    if person is None:
        raise LookupError("nobody with this identity")
    turn = Turn(said, person, uow, uow.dialogues.of(person.id))
    before = turn.dialogue
    replies = _corrected(turn) if said.edited else _answered(turn)
    if turn.dialogue != before:
        uow.dialogues.put(person.id, turn.dialogue)
    return Answer(
        replies,
        turn.person.language,
        turn.person.time_zone,
        tuple(turn.recorded),
        _menu(turn, person.language),
    )


def _menu(turn: Turn, language_before: str) -> tuple[Command, ...]:
    """Give the menu anew where it begins, or where its language has changed."""
    begins = command_of(turn.said.text[1:].partition(" ")[0]) == "start"
    if not begins and turn.person.language == language_before:
        return ()
    return menu_for(role for track in turn.tracks for role in track.roles)


def answer_again(uow: UnitOfWork, said: Incoming) -> Answer:
    """Answer a repeat of what was handled before: it changes nothing, and shows where we are.

    Raises LookupError for a person who is not known.
    """
    person = uow.people.one(said.person_id)
    if person is None:
        raise LookupError("nobody with this identity")
    turn = Turn(said, person, uow, uow.dialogues.of(person.id))
    before = turn.dialogue
    replies = repeated(turn)
    if turn.dialogue != before:
        uow.dialogues.put(person.id, turn.dialogue)
    return Answer(replies, person.language, person.time_zone)


def _answered(turn: Turn) -> Replies:
    if turn.said.media:
        return cannot_use(turn)
    return _tapped(turn, turn.said.tap) if turn.said.tap else _typed(turn, turn.said.text)


def _typed(turn: Turn, text: str) -> Replies:
    text = text.strip()
    if not text:
        return not_understood(turn)
    if len(text) > LONGEST:
        return [
            Reply(
                _(
                    "That is too long: {length} characters, and I read {most} at most. "
                    "Nothing was stored.",
                    length=len(text),
                    most=LONGEST,
                )
            )
        ]
    awaited = AWAITED.get(turn.dialogue.asking)
    if awaited and text.startswith("/"):
        # Whoever begins something else is not writing the note any more; the question stays.
        turn.keep("steps", turn.dialogue.data)
    elif awaited:
        if turn.awaits_words:
            return awaited(turn, text)
        turn.close()
        late = Reply(_("The question of before was put away: it waited for half an hour."))
        return [late, *read_text(turn, text)]
    return read_text(turn, text)


def read_text(turn: Turn, text: str, target: Target | None = None) -> Replies:
    """Read a typed message; `target` is whom a button has named for it."""
    if not text.startswith("/"):
        return line(turn, text, target)
    name, _space, rest = text[1:].partition(" ")
    command = command_of(name.partition("@")[0])
    if command is None:
        return unknown_command(turn, "/" + name[:32])
    if command in ABOUT_SOMEBODY:
        return ABOUT_SOMEBODY[command](turn, rest, target)
    return COMMANDS[command](turn, rest)


def _tapped(turn: Turn, code: str) -> Replies:
    verb, _colon, rest = code.partition(":")
    if verb in LASTING_TAPS:
        shape, tap = LASTING_TAPS[verb]
    else:
        serial, _colon, rest = rest.partition(":")
        if serial != str(turn.dialogue.serial):
            return closed_menu(turn)
        if verb not in LIVE_TAPS:
            return closed_menu(turn)
        shape, tap = LIVE_TAPS[verb]
    if not re.fullmatch(shape, rest, re.ASCII):
        # A code that we never gave out: it is answered like a button of a closed menu.
        return closed_menu(turn)
    return tap(turn, rest.split(":"))


def _kind_of_text(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Take a text as the note that was awaited, or as the scores that it looks like."""
    if arguments[0] == "note":
        return score_steps.tapped_kind_of_text(turn, arguments)
    text = str(turn.dialogue.data.get("pending", ""))
    turn.close()
    return read_text(turn, text)


def _named(turn: Turn, reference: str) -> Replies:
    """Read a waiting line anew for whom the button names."""
    target = referred(turn, reference)
    if target is None:
        return [Reply(nobody(turn))]
    return read_text(turn, str(turn.dialogue.data.get("line", "")), target)


def _corrected(turn: Turn) -> Replies:
    """Let an edited message correct the entry that it made."""
    former = turn.uow.ledger.entry_of_source(turn.person.id, turn.said.ref)
    if former is None:
        return _typed(turn, turn.said.text)
    try:
        undone = undo_entry(turn.uow, turn.person.id, turn.at, former.id)
    except LostSight:
        return _typed(turn, turn.said.text)
    replies = _typed(turn, turn.said.text)
    if turn.recorded or undone is None:
        return replies
    turn.uow.ledger.restore(former)
    kept = words(_("Your earlier message stands as it was stored."), replies[0].text, by="\n")
    return [replace(replies[0], text=kept), *replies[1:]]
