"""Ask a third, know the whole: which open indicators an answer could change something by.

The rule is ours (method: ask what is due, stale, never covered or in dispute). It looks at one
perspective's own marks alone: what others said comes in only as a dispute that this person is told
of anyway. Nothing is filled in: what is not asked stays what it was.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from operator import itemgetter

from bot.domain.school.frameworks import Competence, CutOff, Programme
from bot.domain.school.tracks import Role
from bot.domain.scoring.chances import Chance, before_of, chances_of
from bot.domain.scoring.colours import Colour, colour_of, counts_of_marks
from bot.domain.scoring.film import Mark

WORTH_ASKING = 0.02
"""From this chance on, an answer could change the colour."""

AGAIN = 0.6
"""What is left of a chance beside one of the same competence that is asked before it.

That answer may decide the colour, so several competences come before several of one; but one of
which nothing is known is asked as a whole.
"""

STALE_AFTER = timedelta(weeks=26)
"""After half a school year, two periods, a mark is stale."""

SKIPPED_FOR = timedelta(weeks=1)
"""So long a question that was skipped is not asked again for the same reason."""

LATELY = timedelta(weeks=2)
"""What came up so long ago comes up now."""


class Why(StrEnum):
    """Why an indicator is asked, the strongest reason first."""

    FOCUS = "focus"
    DISPUTE = "dispute"
    NEVER = "never"
    COLOUR = "colour"
    NOW = "now"
    STALE = "stale"


UP, DOWN = "up", "down"
"""Which way a colour could change, in a reason."""

FIRST = 2
"""So many reasons come before any chance: the focus, then a dispute."""


ALWAYS = (Why.FOCUS, Why.DISPUTE)
"""For these reasons what was acquired before the track is asked like all else."""


@dataclass(frozen=True, slots=True)
class Worth:
    """An open indicator that is worth asking, and why.

    `now` is the competence's colour, `towards` what an answer would most likely make of it, and
    `differs` the role whose view is in dispute.
    """

    competence: int
    indicator: int
    why: Why
    chance: float
    now: Colour
    towards: Colour | None = None
    differs: Role | None = None

    @property
    def reason(self) -> str:
        """Name why it is asked, as it is kept: why, and what could come of it or who differs."""
        if self.why is Why.DISPUTE:
            return f"{self.why} {self.differs}"
        if self.why is Why.COLOUR and self.towards is not None:
            way = UP if self.towards.rank > self.now.rank else DOWN
            return f"{self.towards} {way}"
        return self.why.value


@dataclass(frozen=True, slots=True)
class Occasions:
    """When is asked, and what makes indicators worth it beside their marks; instants are aware.

    `since` is when the period opened that is open now; None asks only what never was scored.
    `disputed` names, by indicator, the role that says otherwise, only where the person may be told
    so before answering. `running` are the contexts that come up these weeks, as was said, `taught`
    the competences of lessons of these weeks, and `pursued` those which the training plan pursues
    where this person is: of what is worth the same they come first. `skipped` names, by indicator,
    the reason for which it was asked when it was skipped lately: for that it is not asked again.
    `before` are the indicators that by the programme's rule were acquired before the track: they
    are asked last, since a view of them is still worth having.
    """

    at: datetime
    since: datetime | None = None
    focus: frozenset[int] = frozenset()
    disputed: Mapping[int, Role] = field(default_factory=dict)
    running: frozenset[int] = frozenset()
    taught: frozenset[int] = frozenset()
    pursued: frozenset[int] = frozenset()
    skipped: Mapping[int, str] = field(default_factory=dict)
    before: frozenset[int] = frozenset()


def worth_asking(
    programme: Programme, marks: Mapping[int, Mark], occasions: Occasions
) -> tuple[Worth, ...]:
    """Rank the open indicators by what an answer could change, those it could not left out.

    `marks` are one perspective's own, by indicator. First what is in focus or disputed, then by the
    chance that the colour changes, then what the training plan pursues here, then as competences
    and indicators come. What was acquired before the track comes last, but for focus and dispute.
    """
    coming = _coming_up(programme, marks, occasions)
    ranked = []
    for competence in programme.competences:
        found = _of_competence(programme.cut_off, competence, marks, occasions, coming)
        ordered = sorted(found, key=lambda worth: _rank(worth, worth.chance))
        elsewhere = competence.id not in occasions.pursued
        ranked += [
            (
                worth.indicator in occasions.before and worth.why not in ALWAYS,
                _rank(worth, worth.chance * (1 if worth.why is Why.NEVER else AGAIN**place)),
                elsewhere,
                worth,
            )
            for place, worth in enumerate(ordered)
        ]
    every = (worth for *_rank, worth in sorted(ranked, key=itemgetter(0, 1, 2)))
    skipped = occasions.skipped
    return tuple(worth for worth in every if skipped.get(worth.indicator) != worth.reason)


def _rank(worth: Worth, weight: float) -> tuple[int, float, int]:
    why = tuple(Why).index(worth.why)
    return min(why, FIRST), -round(weight, 6), why


def _of_competence(
    cut_off: CutOff,
    competence: Competence,
    marks: Mapping[int, Mark],
    occasions: Occasions,
    coming: frozenset[int],
) -> Iterable[Worth]:
    own = {indicator.id: marks.get(indicator.id, Mark()) for indicator in competence.indicators}
    open_ = {id_: mark for id_, mark in own.items() if mark.is_open(occasions.since)}
    befores = {id_: before_of(mark, occasions.at) for id_, mark in open_.items()}
    answered = counts_of_marks(mark for id_, mark in own.items() if id_ not in open_)
    counts = answered.plus(counts_of_marks(open_.values()))
    now = colour_of(len(own), counts, cut_off)
    chances = chances_of(answered, befores.values(), cut_off)
    for indicator, mark in open_.items():
        chance = chances[befores[indicator]]
        why = _why(indicator, mark, chance, occasions, coming)
        if why is not None:
            differs = occasions.disputed.get(indicator) if why is Why.DISPUTE else None
            yield Worth(competence.id, indicator, why, chance.changes, now, chance.towards, differs)


def _why(
    indicator: int, mark: Mark, chance: Chance, occasions: Occasions, coming: frozenset[int]
) -> Why | None:
    reasons = {
        Why.FOCUS: indicator in occasions.focus,
        Why.DISPUTE: indicator in occasions.disputed,
        Why.NEVER: mark.mastery is None and not mark.not_here,
        Why.COLOUR: chance.changes >= WORTH_ASKING,
        Why.NOW: indicator in coming and not _is_after(mark.mastery_at, occasions.at - LATELY),
        Why.STALE: not _is_after(mark.mastery_at, occasions.at - STALE_AFTER),
    }
    return next((why for why, holds in reasons.items() if holds), None)


def _coming_up(
    programme: Programme, marks: Mapping[int, Mark], occasions: Occasions
) -> frozenset[int]:
    """List the indicators that came up lately: as was tallied or said, in a lesson, by a context.

    A context comes up where that was said, or something came up of every competence it trains.
    """
    ago = occasions.at - LATELY
    lately = {
        indicator
        for indicator, mark in marks.items()
        if mark.came_up and mark.said_at != mark.mastery_at and _is_after(mark.said_at, ago)
    }
    by_number = {
        competence.number: {indicator.id for indicator in competence.indicators}
        for competence in programme.competences
    }
    found = set(lately)
    for competence in programme.competences:
        if competence.id in occasions.taught:
            found |= by_number[competence.number]
    for context in programme.contexts:
        trained = [by_number.get(number, set()) for number in context.competences()]
        met = trained and not any(lately.isdisjoint(indicators) for indicators in trained)
        if met or context.id in occasions.running:
            found.update(*trained)
    return frozenset(found)


def _is_after(at: datetime | None, instant: datetime) -> bool:
    return at is not None and at > instant
