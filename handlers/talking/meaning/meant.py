"""Words that may be what was asked for, or else scores or thanks: that is asked first."""

from dataclasses import replace
from typing import Literal

from bot.messages import Quoted, Reply, _, words
from handlers.talking.ordinary.words import kind_word
from handlers.talking.rights.whose import note_whose
from handlers.talking.routing.answered import Answered, Reread
from handlers.talking.routing.tap import LiveTap, button
from handlers.talking.turn import Turn

STILL_WAITS = _("All right. Type what I asked for when you are ready, or /cancel.")


class ChooseKind(LiveTap, code="nt"):
    """Say whether a waiting text is what was asked for, or scores."""

    kind: Literal["note", "scores"]


def ask_which_kind(turn: Turn, text: str) -> Reply:
    """Ask whether a text is what was waited for, or else scores or a kind word; it waits."""
    question = turn.question
    waiting = replace(question, pending=text, pending_source=turn.said.ref) if question else None
    return _which(turn.ask(waiting), text)


def still_asked(turn: Turn) -> Reply | None:
    """Ask it again, where a text still waits for it."""
    question = turn.question
    pending = question.pending if question else ""
    return _which(turn.dialogue.serial, pending) if pending else None


def take_pending(turn: Turn) -> str | None:
    """Take the text that waits, which waits no longer; its source is kept beside what is asked."""
    question = turn.question
    if question is None or not question.pending:
        return None
    turn.keep(replace(question, pending="", pending_source="", source=question.pending_source))
    return question.pending


def tapped_kind(turn: Turn, tap: ChooseKind) -> Answered:
    """Take a text as what was awaited, or as the scores that it looks like."""
    question, awaited = turn.question, tap.kind == "note"
    if question is not None and not awaited and kind_word(question.pending):
        turn.keep(replace(question, pending="", pending_source=""))
        return [Reply(STILL_WAITS)]
    route = turn.table.question(question)
    if route is not None and route.chooses is not None:
        return route.chooses(turn, question, awaited)
    pending = take_pending(turn)
    if pending is None:  # a second tap
        kept = turn.table.kept(turn)
        return [kept] if kept else None
    if not awaited:
        waiting = turn.question
        turn.close()
        return Reread(pending, then=waiting, source=waiting.source if waiting else "")
    if turn.question is not None:
        note_whose(turn, turn.question, turn.question.source)
    return route.takes(turn, turn.question, pending) if route and route.takes else None


def _which(serial: int, text: str) -> Reply:
    if kind_word(text):
        said = _("Shall I keep “{text}” as what I asked for? Nothing was stored yet.", text=text)
        yes = button(_("yes, keep it"), ChooseKind(serial, "note"))
        return Reply(said, ((yes, button(_("no, go on"), ChooseKind(serial, "scores"))),))
    question = _("Is this what I asked for, or are these scores? Nothing was stored yet.")
    row = (
        button(_("what you asked for"), ChooseKind(serial, "note")),
        button(_("these are scores"), ChooseKind(serial, "scores")),
    )
    return Reply(words(question, Quoted(text), by="\n"), (row,))
