"""Answering one thing said: what it is, who answers it by the tables of routes, what is kept."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.messages import Answer, Command, Incoming, Reply, _, lines, words
from bot.ports import UnitOfWork
from bot.use_cases.scoring.undo_entry import LostSight, undo_entry
from handlers.closed import closed_menu, repeated
from handlers.help import not_understood, unknown_command
from handlers.media import cannot_use
from handlers.reflecting.evidence import only_numbers
from handlers.reflecting.parts import corrected, sent_file, so_far
from handlers.reflecting.reflect import meant_as_answer
from handlers.routes import ABOUT_SOMEBODY, AWAITED, COMMANDS, LASTING_TAPS, LIVE_TAPS, Tap
from handlers.scoring.shorthand import reads_as_prose, reads_as_scores
from handlers.scoring.tapping import steps as score_steps
from handlers.talking.meant import ask_which, take_pending
from handlers.talking.menu import menu_for
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import Target, nobody, referred
from handlers.talking.words import command_of
from handlers.typed import line

LONGEST = 2000
"""Characters in a typed message; more is a mistake, and is refused whole."""


IN_WORDS = frozenset({"reflect", "goal", "feedback", "answer", "ask", "resolve"})
"""What is awaited in words of any kind, even such as read as scores."""

STANDS = _("I cannot change that here: what you said before stands as it was.")


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
        return sent_file(turn) or cannot_use(turn)
    return _tapped(turn, turn.said.tap) if turn.said.tap else _typed(turn, turn.said.text)


def _typed(turn: Turn, text: str) -> Replies:
    text = text.strip()
    if not text:
        return not_understood(turn)
    if len(text) > LONGEST:
        return [_too_long(text)]
    if turn.dialogue.asking in AWAITED:
        if text.startswith("/"):
            _leave(turn, text)
        elif turn.awaits_words:
            return _awaited(turn, text)
        else:
            return _late(turn, text)
    return _told(turn, text)


def _awaited(turn: Turn, text: str) -> Replies:
    """Take what was asked for; what reads as scores is asked about first, and so never lost."""
    asking = turn.dialogue.asking
    if asking == "evidence" and not only_numbers(text):
        turn.close()
        return _told(turn, text)
    if asking in IN_WORDS and reads_as_scores(text):
        return [ask_which(turn, text)]
    return AWAITED[asking](turn, text)


def _told(turn: Turn, text: str) -> Replies:
    """Read what nobody asked for; it may be the answer to the question of the day."""
    if reads_as_prose(text):
        return meant_as_answer(turn, text) or read_text(turn, text)
    return read_text(turn, text)


def _leave(turn: Turn, text: str) -> None:
    """Stop waiting, since whoever begins something else is not writing any more.

    A note's question stays, and what is cancelled is still there to be named.
    """
    if turn.dialogue.asking == "note":
        turn.keep("steps", turn.dialogue.data)
    elif command_of(text[1:].partition(" ")[0]) != "cancel":
        turn.close()


def _late(turn: Turn, text: str) -> Replies:
    """Read what comes long after a question; more of an answer that was begun is still taken."""
    left = so_far(turn)
    if left is not None and reads_as_prose(text):
        return AWAITED[turn.dialogue.asking](turn, text)
    turn.close()
    late = Reply(_("The question of before was put away: it waited for half an hour."))
    if left is not None:
        late = replace(left, text=lines(late.text, left.text))
    return [late, *_told(turn, text)]


def _too_long(text: str) -> Reply:
    return Reply(
        _(
            "That is too long: {length} characters, and I read {most} at most. Nothing was stored.",
            length=len(text),
            most=LONGEST,
        )
    )


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
        if verb not in LIVE:
            return closed_menu(turn)
        shape, tap = LIVE[verb]
    if not re.fullmatch(shape, rest, re.ASCII) or re.search(r"\d{19}", rest):
        # A code that we never gave out: it is answered like a button of a closed menu.
        return closed_menu(turn)
    replies = tap(turn, rest.split(":"))
    return closed_menu(turn) if replies is None else replies


def _kind_of_text(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Take a text as what was awaited, or as the scores that it looks like."""
    asking = turn.dialogue.asking
    if arguments[0] == "note" and asking == "note":
        return score_steps.tapped_kind_of_text(turn, arguments)
    if asking == "note":
        text = str(turn.dialogue.data.get("pending", ""))
        turn.close()
        return read_text(turn, text)
    pending = take_pending(turn)
    if pending is None:  # a second tap
        kept = so_far(turn)
        return [kept] if kept else closed_menu(turn)
    if arguments[0] == "note":
        return AWAITED[asking](turn, pending)
    return _scores_instead(turn, pending)


def _scores_instead(turn: Turn, text: str) -> Replies:
    """Read a text as scores, and go on waiting for what was asked unless they ask something."""
    waiting = turn.dialogue
    turn.close()
    replies = read_text(turn, text)
    if not turn.dialogue.asking:
        turn.ask(waiting.asking, waiting.data)
    return replies


def _named(turn: Turn, reference: str) -> Replies:
    """Read a waiting line anew for whom the button names."""
    target = referred(turn, reference)
    if target is None:
        return [Reply(nobody(turn))]
    return read_text(turn, str(turn.dialogue.data.get("line", "")), target)


def _corrected(turn: Turn) -> Replies:
    """Let an edited message correct the answer it is part of, or the entry that it made."""
    words_now = turn.said.caption if turn.said.media else turn.said.text.strip()
    if len(words_now) > LONGEST:
        return [_too_long(words_now)]
    if (said := corrected(turn, words_now)) is not None:
        return said
    if turn.said.media:
        return cannot_use(turn)
    if turn.said.ref and turn.dialogue.data.get("pending_source") == turn.said.ref:
        take_pending(turn)  # it was not taken yet: what it is now takes its place
        return _typed(turn, words_now)
    former = turn.uow.ledger.entry_of_source(turn.person.id, turn.said.ref)
    if former is None:
        # What a question took in, a goal or an answer to a coach, is with its reader by now.
        return [Reply(STANDS)] if reads_as_prose(words_now) else _anew(turn, words_now)
    try:
        undone = undo_entry(turn.uow, turn.person.id, turn.at, former.id)
    except LostSight:
        return _anew(turn, words_now)
    replies = _anew(turn, words_now)
    if turn.recorded or undone is None:
        return replies
    turn.uow.ledger.restore(former)
    kept = words(_("Your earlier message stands as it was stored."), replies[0].text, by="\n")
    return [replace(replies[0], text=kept), *replies[1:]]


def _anew(turn: Turn, text: str) -> Replies:
    """Read an edited message; it is older than any question, so it answers none."""
    return read_text(turn, text) if text else not_understood(turn)


LIVE: dict[str, tuple[str, Tap]] = {
    **LIVE_TAPS,
    "ln": (r"[tg]\d+", lambda turn, arguments: _named(turn, arguments[0])),
    "nt": (r"note|scores", _kind_of_text),
}
"""The live menu's buttons, with those that have a waiting line read anew."""
