"""The numbered indicators of a competence, so that the shorthand can be typed."""

from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark
from bot.messages import Reply, Sayable, _, lines, words
from bot.showing.words.scores.marks import COVERAGE_WORD, NOT_HERE
from bot.use_cases.scoring.seeing.see_own_marks import see_own_marks
from handlers.scoring.card.line_of import line_of
from handlers.scoring.helping import say_helps
from handlers.scoring.tapping.asked import ScoreMenu
from handlers.scoring.taps import ChooseCompetence
from handlers.talking.phrases import MASTERY_SIGN, of_competence
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn
from handlers.talking.typed_taps import says

MOST_COPIED = 256
"""Letters that a button copies."""

TAP_INSTEAD = _("Tap instead")


def list_indicators(turn: Turn, track: Track, competence: Competence) -> Replies:
    """Answer `/score 10`: the indicators with their numbers, one's own last marks, an example."""
    marks = see_own_marks(turn.uow, turn.seat(track), competence)
    serial = turn.ask(ScoreMenu(track=track.id, listed=competence.id))
    listed = [
        words(
            f"{indicator.number}. {indicator.text}",
            words("(", _mark(marks[indicator.id]), ")", by="")
            if not marks.get(indicator.id, Mark()).empty
            else "",
        )
        for indicator in competence.indicators
    ]
    line = line_of(track, competence, marks)
    known = any(not mark.empty for mark in marks.values())
    tap = ChooseCompetence(serial, competence.id)
    copying = (button(_("copy the line"), tap, copies=line),)
    return [
        Reply(
            lines(
                of_competence(track, competence),
                *listed,
                _("Your last marks as one line, to copy and change: {line}", line=line)
                if known
                else _(
                    "Type one letter each (x not, l with support, v alone): {example}",
                    example=line,
                ),
                say_helps(turn, track),
            ),
            (
                *((copying,) if known and len(line) <= MOST_COPIED else ()),
                (button(TAP_INSTEAD, tap),),
            ),
        )
    ]


def mean_tapping(turn: Turn, menu: ScoreMenu, text: str) -> Tap | None:
    """Read that somebody would rather tap what was just listed."""
    if not menu.listed or not says(turn, TAP_INSTEAD, text):
        return None
    return ChooseCompetence(turn.dialogue.serial, menu.listed)


def _mark(mark: Mark) -> Sayable:
    """Show a mark with words: letters alone are easily mixed up."""
    if mark.not_here:
        return NOT_HERE
    sign = MASTERY_SIGN[mark.mastery] if mark.mastery else None
    return words(sign, COVERAGE_WORD[mark.coverage] if mark.coverage else None)
