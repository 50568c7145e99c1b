"""Since when something is so: what was said is played again, and the last time it began counts.

A mark keeps only when it was last said. Who says the same once more would make a difference look
younger than it is; and a single indicator on which two differed is not yet the day on which their
verdicts did. So this goes by the scores of the competence where they are known (`Case.said`), of
this period only, and by the marks that stand where they are not.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from bot.domain.divergence.comparison import Case, Said
from bot.domain.divergence.kinds import DivergenceKind
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.film import Mark, Score, apply

Film = Mapping[Role, Mapping[int, Mark]]


def begun(
    case: Case,
    kind: DivergenceKind,
    holds: Callable[[Case], bool],
    also: Iterable[datetime] = (),
) -> datetime:
    """Find since when, without a break, something holds of a competence that holds now.

    What stands already keeps its beginning (`Case.since`). `also` are instants at which it may
    begin although nobody says anything; all are aware.
    """
    if kind in case.since:
        return case.since[kind]
    since = None
    for at, marks in _moments(case, also):
        if not holds(replace(case, marks=marks, now=at)):
            since = None
        elif since is None:
            since = at
    return since or case.now


def _moments(case: Case, also: Iterable[datetime]) -> Iterator[tuple[datetime, Film]]:
    """The film at each instant at which something was said, in order."""
    said = case.said or tuple(_standing(case))
    moments: list[tuple[datetime, Said | None]] = [(score.score.said_at, score) for score in said]
    moments += [(at, None) for at in also]
    film: dict[Role, dict[int, Mark]] = {role: {} for role in PERSPECTIVES}
    for at, group in groupby(sorted(moments, key=_order), key=lambda moment: moment[0]):
        if at > case.now:
            return
        for _at, score in group:
            if score is not None:
                own = film[score.role]
                own[score.indicator] = apply(own.get(score.indicator, Mark()), score.score)
        yield at, {role: dict(own) for role, own in film.items()}


def _order(moment: tuple[datetime, Said | None]) -> tuple[datetime, int]:
    at, said = moment
    return at, said.score.id if said else 0


def _standing(case: Case) -> Iterator[Said]:
    """Take the marks for what was said last: the mastery when it was, the rest with it or later."""
    for role in PERSPECTIVES:
        for indicator, mark in case.own(role).items():
            if mark.said_at is None:
                continue
            if mark.not_here:
                yield Said(role, indicator, Score(mark.said_at, not_here=True))
                continue
            if mark.mastery is not None:
                at = mark.mastery_at or mark.said_at
                yield Said(role, indicator, Score(at, mark.mastery))
            if mark.coverage is not None:
                yield Said(role, indicator, Score(mark.said_at, coverage=mark.coverage, id=1))
