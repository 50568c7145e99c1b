"""A line that waits: asked once more, and stored once a tap has settled it."""

from bot.domain.scoring.scales import Coverage
from bot.messages import Quoted, Reply, lines
from handlers.scoring.group import ask_for_group, read_group_line, score_for_group, taught_in
from handlers.scoring.taps import ScoreLineForGroup, SettleContradiction
from handlers.scoring.typing.line import ask_settling, record_line, seek_line
from handlers.scoring.typing.plain_line import ask_way
from handlers.scoring.typing.remark import ask_remark
from handlers.scoring.typing.several import ask_for_lines_again, store_waiting_lines
from handlers.talking.meaning.target import Group, groups_of
from handlers.talking.meaning.whom import LINE_SHOWN, LineWaiting, ask_whom_again, nobody
from handlers.talking.phrases import first_name, short
from handlers.talking.replacing import ask_old_again, replace_former
from handlers.talking.routing.answered import Answered
from handlers.talking.turn import Turn


def tapped_settling(turn: Turn, tap: SettleContradiction) -> Answered:
    """Record a waiting line with its contradiction settled."""
    waiting = turn.asked(LineWaiting)
    if waiting is None:
        return None
    track = turn.scored_track(waiting.track)
    if track is None:
        return [Reply(nobody(turn))]
    settled = [*map(Coverage, waiting.settled), tap.coverage]
    turn.waits_no_more = True
    turn.speak_for(waiting.source)
    line = seek_line(turn, waiting.line).said
    return replace_former(turn, lambda: record_line(turn, line, track, settled))


def tapped_line_for_group(turn: Turn, _tap: ScoreLineForGroup) -> Answered:
    """Store a waiting line for the whole class group that it is about."""
    waiting = turn.asked(LineWaiting)
    if waiting is None:
        return None
    if waiting.asks == "lines":
        turn.waits_no_more = True
        turn.speak_for(waiting.source)
        turn.close()
        return replace_former(turn, lambda: store_waiting_lines(turn, waiting))
    group = waiting_group(turn, waiting)
    if group is None:
        return [Reply(nobody(turn))]
    sayings = read_group_line(turn, seek_line(turn, waiting.line).said, group)
    turn.waits_no_more = True
    turn.speak_for(waiting.source)
    turn.close()
    return replace_former(turn, lambda: [score_for_group(turn, group, sayings, edit=True)])


def waiting_group(turn: Turn, waiting: LineWaiting) -> Group | None:
    """Find the class group that a waiting line is about, if this person still teaches it."""
    track = turn.scored_track(waiting.track)
    return next((group for group in groups_of(turn) if track in taught_in(group)), None)


def stand_waiting(turn: Turn, waiting: LineWaiting) -> Reply | None:
    """Ask once more what is asked of a waiting line."""
    if waiting.asks == "whom":
        return ask_whom_again(turn, waiting)
    if waiting.asks == "ways":
        return ask_way(turn, waiting)
    if waiting.asks == "old":
        return ask_old_again(turn, waiting)
    if waiting.asks == "lines":
        return ask_for_lines_again(turn, waiting)
    if waiting.asks == "group":
        group = waiting_group(turn, waiting)
        line = seek_line(turn, waiting.line).said
        return (
            ask_for_group(turn, group, read_group_line(turn, line, group), waiting)
            if group
            else None
        )
    track = turn.scored_track(waiting.track)
    if waiting.asks == "note":
        return ask_remark(turn, track, waiting) if track else None
    still = Quoted(short(waiting.line, LINE_SHOWN))
    return ask_settling(turn, waiting, lines(first_name(track), still)) if track else None
