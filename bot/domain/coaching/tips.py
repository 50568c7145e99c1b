"""Which tip a mentor gets next: by the masteries scored lately, and by what was found useful.

Ours; the methods are document 004's, chapter 3 §5.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.domain.coaching.methods import OFFERED, Method
from bot.domain.coaching.repertoire import Tip
from bot.domain.scoring.scales import Mastery

A_WEEK = timedelta(days=7)
"""At most one tip comes unasked in this time."""

TIPS_APART = timedelta(weeks=12)
"""No tip comes twice within this time: a term."""

_NEVER = datetime.min.replace(tzinfo=UTC)


class Verdict(StrEnum):
    """What a mentor says of a tip."""

    HELPED = "helped"
    NOT_FOR_ME = "not_for_me"


@dataclass(frozen=True, slots=True)
class PastTip:
    """One tip that a mentor got, at an aware instant, and what came of it."""

    key: str
    method: Method
    at: datetime
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class ChosenTip:
    """A tip, and the mastery scored lately that it goes with; None where it fits them all."""

    tip: Tip
    mastery: Mastery | None


def may_tell(told: Iterable[PastTip], at: datetime) -> bool:
    """Say whether a tip may come unasked: at most one a week."""
    return all(at - past.at >= A_WEEK for past in told)


def choose_tip(
    tips: Iterable[Tip], scored: Mapping[Mastery, int], told: Sequence[PastTip], at: datetime
) -> ChosenTip | None:
    """Choose a tip; None where every one that fits was told lately or is not for this mentor.

    `scored` counts the masteries that the mentor scored lately; a method comes as often as it fits
    them. `told` is everything this mentor was told, or at least the last year of it.
    """
    last = {past.key: past.at for past in sorted(told, key=lambda past: past.at)}
    refused = {past.key for past in told if past.verdict is Verdict.NOT_FOR_ME}
    shares = _shares(scored, told)
    left = [
        tip
        for tip in tips
        if shares[tip.method]
        and tip.key not in refused
        and (tip.key not in last or at - last[tip.key] >= TIPS_APART)
    ]
    times = Counter(past.method for past in told)
    behind = {method: share * (len(told) + 1) - times[method] for method, share in shares.items()}
    # Among equals, the order in which they stand on the cards.
    best = min(left, key=lambda tip: (-behind[tip.method], last.get(tip.key, _NEVER)), default=None)
    return ChosenTip(best, goes_with(best.method, scored)) if best else None


def _shares(scored: Mapping[Mastery, int], told: Sequence[PastTip]) -> dict[Method, float]:
    """Share the tips out among the methods: the parts, by method, make one together.

    Without scores, and for reflection always, a method weighs as one of seven.
    """
    weights = dict.fromkeys(Method, 1.0)
    total = sum(scored.values())
    if total:
        for mastery, methods in OFFERED.items():
            weights |= dict.fromkeys(methods, 3 * scored.get(mastery, 0) / total)
    liked = {method: weight * _liking(method, told) for method, weight in weights.items()}
    return {method: weight / sum(liked.values()) for method, weight in liked.items()}


def _liking(method: Method, told: Sequence[PastTip]) -> float:
    """Weigh how welcome a method is by what was said of its tips: from 1/2 to 2."""
    said = Counter(past.verdict for past in told if past.method is method)
    return min(2.0, max(0.5, (2 + said[Verdict.HELPED]) / (2 + said[Verdict.NOT_FOR_ME])))


def goes_with(method: Method, scored: Mapping[Mastery, int]) -> Mastery | None:
    """Find the mastery scored lately that a method goes with; None where it fits them all."""
    own = (mastery for mastery, methods in OFFERED.items() if method in methods)
    return next((mastery for mastery in own if scored.get(mastery)), None)
