"""How likely an answer changes a competence's colour, by what was said of its indicators before.

The rule is ours. Beside the indicators that were answered, each that is open will be said as
`SAID_NEXT` expects; an answer counts as far as the colour hangs on it. The expectations were chosen
on seeds 1 to 5 of `python -m bench asking`, and measured on others.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from bot.domain.school.frameworks import CutOff
from bot.domain.scoring.colours import Colour, Counts, colour_of
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Mastery


class Before(StrEnum):
    """What stands of an indicator that is open."""

    NEVER = "never"
    NOT_HERE = "not here"
    NOT_SHOWN = "not shown"
    WITH_SUPPORT = "with support"
    AUTONOMOUS = "autonomous"
    NOT_SHOWN_LONG_AGO = "not shown, long ago"
    WITH_SUPPORT_LONG_AGO = "with support, long ago"
    AUTONOMOUS_LONG_AGO = "autonomous, long ago"


LONG_AGO = timedelta(weeks=18)
"""A period and a half: what stands from before is of the last period but one."""

SAID_NEXT: dict[Before, tuple[float, float, float]] = {
    Before.NEVER: (0.2, 0.45, 0.35),
    Before.NOT_HERE: (0.9, 0.07, 0.03),
    Before.NOT_SHOWN: (0.45, 0.5, 0.05),
    Before.WITH_SUPPORT: (0.03, 0.52, 0.45),
    Before.AUTONOMOUS: (0.01, 0.07, 0.92),
    Before.NOT_SHOWN_LONG_AGO: (0.22, 0.49, 0.29),
    Before.WITH_SUPPORT_LONG_AGO: (0.02, 0.38, 0.6),
    Before.AUTONOMOUS_LONG_AGO: (0.01, 0.05, 0.94),
}
"""Of what stands, the chance that it is said when it is asked anew: not, with support, alone."""

_SHOWS = ((0, 0), (1, 0), (1, 1))
"""What each of these adds: to the acquired, and to the autonomous."""
_STANDS_AS = (0, 0, 0, 1, 2, 0, 1, 2)
"""Which of these each kind stands as meanwhile, in the order of `Before`."""
_BEFORE = {
    Mastery.NOT_SHOWN: (Before.NOT_SHOWN, Before.NOT_SHOWN_LONG_AGO),
    Mastery.WITH_SUPPORT: (Before.WITH_SUPPORT, Before.WITH_SUPPORT_LONG_AGO),
    Mastery.AUTONOMOUS: (Before.AUTONOMOUS, Before.AUTONOMOUS_LONG_AGO),
}
_EXPECTED = tuple(SAID_NEXT[before] for before in Before)
_COLOURS = tuple(Colour)

Kinds = tuple[int, ...]
"""How many open indicators of each kind there are, in the order of `Before`."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely an answer changes the colour, 0 to 1, and which it would make of the one now.

    `towards` is None where it would sooner keep the colour that stands than make another.
    """

    changes: float = 0.0
    towards: Colour | None = None


def before_of(mark: Mark, at: datetime) -> Before:
    """Say what stands of an indicator at an aware instant."""
    if mark.not_here:
        return Before.NOT_HERE
    if mark.mastery is None or mark.mastery_at is None:
        return Before.NEVER
    lately, long_ago = _BEFORE[mark.mastery]
    return long_ago if at - mark.mastery_at > LONG_AGO else lately


def chances_of(
    answered: Counts, open_: Collection[Before], cut_off: CutOff
) -> Mapping[Before, Chance]:
    """Work out the chance of an answer to each kind of indicator that is open.

    `answered` counts those that were answered in this period, `open_` says what stands of the
    others; together with what cannot be seen here they are the whole competence.
    """
    counted = Counter(open_)
    kinds = tuple(counted[before] for before in Before)
    indicators = answered.scored + answered.not_here + len(open_)
    place = (indicators, answered.acquired, answered.autonomous)
    return {
        before: _chance(place, cut_off, kinds, at) for at, before in enumerate(Before) if kinds[at]
    }


@lru_cache(maxsize=8192)
def _chance(place: tuple[int, int, int], cut_off: CutOff, kinds: Kinds, at: int) -> Chance:
    """Work out the chance of an answer to one of the kind at this place among `Before`."""
    indicators, acquired, autonomous = place
    ranks = _ranks(indicators, cut_off)
    stands = _STANDS_AS[at]
    towards = [0.0] * len(_COLOURS)
    for (more, alone), chance in _expected(_without(kinds, at)).items():
        row, next_row = ranks[acquired + more], ranks[acquired + more + 1]
        alone += autonomous
        said = (row[alone], next_row[alone], next_row[alone + 1])
        was = said[stands]
        for becomes, share in zip(said, _EXPECTED[at], strict=True):
            if becomes != was:
                towards[becomes] += chance * share
    likeliest = max(range(len(towards)), key=towards.__getitem__)
    keeps = not towards[likeliest] or likeliest == _rank_now(place, ranks, kinds)
    return Chance(sum(towards), None if keeps else _COLOURS[likeliest])


def _rank_now(place: tuple[int, int, int], ranks: Sequence[Sequence[int]], kinds: Kinds) -> int:
    """Find the colour that stands while nothing more is answered."""
    _indicators, acquired, autonomous = place
    for count, stands in zip(kinds, _STANDS_AS, strict=True):
        shown, alone = _SHOWS[stands]
        acquired, autonomous = acquired + count * shown, autonomous + count * alone
    return ranks[acquired][autonomous]


@lru_cache(maxsize=8192)
def _expected(kinds: Kinds) -> Mapping[tuple[int, int], float]:
    """Expect how many of these will be acquired, and autonomous, with the chance of each."""
    at = next((at for at, count in enumerate(kinds) if count), None)
    if at is None:
        return {(0, 0): 1.0}
    found: dict[tuple[int, int], float] = defaultdict(float)
    for (acquired, autonomous), chance in _expected(_without(kinds, at)).items():
        for (shown, alone), share in zip(_SHOWS, _EXPECTED[at], strict=True):
            found[acquired + shown, autonomous + alone] += chance * share
    return found


def _without(kinds: Kinds, at: int) -> Kinds:
    return (*kinds[:at], kinds[at] - 1, *kinds[at + 1 :])


@lru_cache(maxsize=64)
def _ranks(indicators: int, cut_off: CutOff) -> Sequence[Sequence[int]]:
    """Rank the colours that so many acquired, and of these so many autonomous, would be.

    As if something were scored, since an answer scores something.
    """
    most = range(indicators + 1)
    return [
        [colour_of(indicators, Counts(1, acquired, alone), cut_off).rank for alone in most]
        for acquired in most
    ]
