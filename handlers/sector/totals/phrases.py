"""How totals are said."""

from collections.abc import Iterator, Mapping

from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour
from bot.domain.sector.totals.blocks import ELSEWHERE
from bot.domain.sector.totals.book import PROGRAMME
from bot.domain.sector.totals.spread import Cover, Measure
from bot.messages import Sayable, Text, _, colon, words
from bot.showing.words.scores.colours import COLOUR_MEANING

VALUE_WORD: Mapping[Measure, Mapping[str, Text]] = {
    Measure.COLOUR: {colour.value: COLOUR_MEANING[colour] for colour in reversed(Colour)},
    Measure.COVERAGE: {
        Cover.ALL: _("all came up"),
        Cover.PART: _("a part came up"),
        Cover.NONE: _("nothing came up"),
    },
}
"""What can be counted, the best first."""

BY_WHOM: Mapping[Role, Text] = {
    Role.MENTOR: _("as mentors see it"),
    Role.TEACHER: _("as teachers see it"),
}

FROZEN = _(
    "Each number was counted among five students at least, and stays as it was at the photo. "
    "Nobody can be told by it: where students are too much alike, nothing is told."
)


def region_word(among: str) -> Sayable:
    """Say where: a region, elsewhere, or everywhere."""
    return {PROGRAMME: _("everywhere"), ELSEWHERE: _("elsewhere")}.get(among, among)


def say_spread(spread: Mapping[Measure, Mapping[str, int]]) -> Sayable:
    """Say how many have which value, with nothing of those that nobody has."""
    return words(
        *(
            words(*own, by=", ")
            for own in (list(_said(spread, measure)) for measure in Measure)
            if own
        ),
        by="; ",
    )


def _said(spread: Mapping[Measure, Mapping[str, int]], measure: Measure) -> Iterator[Sayable]:
    own = spread.get(measure, {})
    for value, word in VALUE_WORD[measure].items():
        if own.get(value):
            yield words(colon(word), str(own[value]))
