"""Words that come before it was tapped what is contested: they never answer an older question."""

from bot.messages import Reply, _, lines
from handlers.rights.contesting.asked import ContestOffered
from handlers.talking.meaning.shorthand import reads_as_scores
from handlers.talking.ordinary.words import ordinary
from handlers.talking.routing.answered import Answered
from handlers.talking.routing.offering import stand_offered
from handlers.talking.turn import Turn
from handlers.talking.typed_taps import answer_tap, meant_buttons


def typed_before(turn: Turn, offered: ContestOffered, text: str) -> Answered:
    """Take typed words for the button that they mean, or ask for a tap first."""
    again = stand_offered(turn, offered)
    buttons = [button for row in again.buttons for button in row]
    meant = meant_buttons(turn, buttons, text)
    if len(meant) == 1:
        turn.close()
        return answer_tap(turn, meant[0].code)
    first = _("Nothing was stored: first tap what you mean, then type how you see it.")
    return [Reply(lines(first, again.text), again.buttons)]


def is_no_line(text: str) -> bool:
    """Say whether words are no line of scores, nor thanks, which are read as such."""
    return not reads_as_scores(text) and ordinary(text) is None
