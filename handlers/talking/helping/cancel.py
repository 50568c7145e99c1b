"""Putting away what was asked."""

from dataclasses import replace

from bot.messages import Reply, Sayable, _, _n, lines
from handlers.talking.meaning.whom import LineWaiting
from handlers.talking.turn import Replies, Turn


def cancel(turn: Turn, _words: str) -> Replies:
    """Answer `/cancel`: put away what was asked, and every line that waits."""
    waiting, left = turn.dialogue.asking is not None, turn.table.kept(turn)
    line = turn.asked(LineWaiting)
    turn.close()
    turn.waits_no_more = turn.nothing_waits = True
    if left is not None:
        kept = _("All right, put away. Your answer so far is kept, for you alone.")
        return [replace(left, text=kept)]
    if line is not None:
        return [Reply(_put_away(1 + len(line.behind)))]
    if waiting:
        return [Reply(_("All right, put away. What was stored stays; /undo takes it back."))]
    return [Reply(_("Nothing was going on. /help shows what you can do."))]


def _put_away(count: int) -> Sayable:
    return lines(
        _n(
            "All right, put away: nothing was stored of what you typed.",
            "All right, all {count} are put away: nothing was stored of those lines.",
            count,
        ),
        _("What was stored before stays; /undo takes it back."),
    )
