"""A line that waits for a tap is never dropped by the next: it is asked again, or that is said."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.messages import Reply, _
from handlers.talking.meaning.ended import STORING
from handlers.talking.meaning.whom import LINE_SHOWN, LineWaiting
from handlers.talking.phrases import short
from handlers.talking.routing.question import Question
from handlers.talking.turn import Replies, Turn

MOST_BEHIND = 5
"""Lines that wait behind another; of more it is said that they are not kept."""


def keep_waiting(turn: Turn, before: LineWaiting | None, *, stale: bool = False) -> Replies:
    """Ask a line again that waited before this turn, where nothing else is asked now.

    Where a line is asked about, it waits behind that one; where another menu is open, or it has
    waited for half an hour (`stale`), it is said that it was not stored.
    """
    if before is None:
        return []
    settled = turn.waits_no_more
    if turn.question == before and (settled or stale):
        turn.close()  # what was settled waits no more, whatever came of it
    lines = _left(turn, before)
    if not lines or turn.question == before:
        return []
    return [*map(_not_kept, lines)] if stale else _wait_on(turn, lines)


def ask_anew(
    turn: Turn, before: Question | None, replies: Replies, *, stale: bool = False
) -> Replies:
    """Ask again, below replies, what waited before this turn and was left unsettled.

    Where something else is asked by now, or it was asked long ago (`stale`), it is lost: that is
    said above them.
    """
    route = turn.table.question(before)
    now = turn.question
    if before is None or route is None or route.unkept is None:
        return replies
    if turn.waits_no_more or now == before:
        return replies
    if now is None and route.stands is not None and not stale:
        turn.ask(before)
        if (again := route.stands(turn, before)) is not None:
            return [*replies, again]
        turn.close()
    lost = route.unkept(turn, before)
    return [lost, *replies] if lost else replies


def redraw_beside(turn: Turn, replies: Replies) -> Replies:
    """Draw what is open anew in its message, where something was stored or undone beside it.

    Where it stands is known from the first tap on it.
    """
    question, on = turn.question, turn.said.on
    if question is None or not question.lasts:
        return []
    drawn = replies[0] if replies else None
    if on and drawn and drawn.edit and drawn.layout and drawn.layout.rows:
        turn.keep(replace(question, drawn=on))
        return []
    route = turn.table.question(question)
    changed = (turn.recorded or turn.undid) and not any(reply.layout for reply in replies)
    if not (changed and question.drawn and route and route.redraws):
        return []
    shown = route.redraws(turn, question)
    return [replace(shown, at=question.drawn)] if shown else []


def _left(turn: Turn, before: LineWaiting) -> list[Mapping[str, Any]]:
    """List what still waits after a turn: the line itself unless it was settled, and those behind.

    What was edited waits in its new words, and what only looks something up is asked anew.
    """
    if turn.nothing_waits:
        return []
    lines = [*before.behind] if turn.waits_no_more else [_without_behind(before), *before.behind]
    if turn.said.edited:
        lines = [line for line in lines if line.get("source") != turn.said.ref]
    return [line for line in lines if not _looks_up(line)]


def _wait_on(turn: Turn, lines: Sequence[Mapping[str, Any]]) -> Replies:
    """Ask the first line anew, let them wait behind another, or say that they are not kept."""
    now = turn.question
    if now is None:
        first = LineWaiting.of(lines[0])
        asked = _asked(turn, replace(first, behind=lines[1:])) if first else None
        return [asked] if asked else []
    if isinstance(now, LineWaiting):
        lines = [line for line in lines if line not in [_without_behind(now), *now.behind]]
        turn.keep(replace(now, behind=[*now.behind, *lines][:MOST_BEHIND]))
        lines = [*now.behind, *lines][MOST_BEHIND:]
    return [*map(_not_kept, lines)]


def _looks_up(line: Mapping[str, Any]) -> bool:
    """Say whether a line would store nothing: whoever wants to see something asks again."""
    command = str(line.get("line", "")).partition(" ")[0]
    return command.startswith("/") and command[1:] not in STORING


def forget_waiting(turn: Turn, source: str) -> bool:
    """Let a line wait no longer whose message was edited: what it is now takes its place.

    Says whether there was one.
    """
    waiting = turn.asked(LineWaiting)
    if waiting is None or not source:
        return False
    if waiting.source == source:
        turn.waits_no_more = True
        turn.close()
        return True
    behind = [line for line in waiting.behind if line.get("source") != source]
    if len(behind) == len(waiting.behind):
        return False
    turn.keep(replace(waiting, behind=behind))
    return True


def _asked(turn: Turn, waiting: LineWaiting) -> Reply | None:
    turn.ask(waiting)
    return turn.table.stands(turn)


def _without_behind(waiting: LineWaiting) -> dict[str, Any]:
    return replace(waiting, behind=(), under=()).data()


def _not_kept(line: Mapping[str, Any]) -> Reply:
    said = short(str(line.get("line", "")), LINE_SHOWN)
    return Reply(_("“{line}” was not stored: it still waited for an answer.", line=said))
