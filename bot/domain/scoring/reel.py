"""The film as frames: what each competence had at several instants, of everything ever said.

Undoing is a time, so a frame shows what stood then. How often a frame is taken is ours.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Counts, count_of
from bot.domain.scoring.film import Mark, Score, apply

WEEK = timedelta(weeks=1)
YEAR = 52
"""Weeks that a film goes back at most."""

PHOTOS = 26
"""Photos among its frames at most, the newest."""

EnteredScore = tuple[Score, datetime | None]
"""A score, with when it was undone if it was."""

IndicatorKey = tuple[int, Role, int]
"""A competence, a perspective, and an indicator."""

Frame = Mapping[tuple[int, Role], Counts]
"""The counts of each competence and perspective of which something was said."""


def weekly(first: datetime, until: datetime) -> list[datetime]:
    """List an instant a week up to the last one, from before the first score or a year ago."""
    weeks = min(YEAR, -((first - until) // WEEK))
    return [until - number * WEEK for number in range(max(weeks, 0), -1, -1)]


def instants_of(first: datetime, until: datetime, photos: Iterable[datetime]) -> list[datetime]:
    """List the instants of a film's frames: each week, and the photos between them."""
    weeks = weekly(first, until)
    return sorted({*weeks, *sorted(at for at in photos if weeks[0] < at < until)[-PHOTOS:]})


def frames_at(
    said: Mapping[IndicatorKey, Sequence[EnteredScore]], instants: Sequence[datetime]
) -> list[Frame]:
    """Make a frame for each of these instants, which rise."""
    steps: list[dict[tuple[int, Role], Counts]] = [{} for _at in instants]
    for (competence, role, _indicator), told in said.items():
        before = Counts()
        for place, mark in _changes(told, instants):
            now = count_of(mark.mastery, mark.coverage)
            step, key = steps[place], (competence, role)
            step[key] = step.get(key, Counts()).plus(now).minus(before)
            before = now
    frames: list[Frame] = []
    standing: Frame = {}
    for step in steps:
        more = {key: standing.get(key, Counts()).plus(change) for key, change in step.items()}
        standing = {**standing, **more}
        frames.append(standing)
    return frames


def _changes(
    told: Sequence[EnteredScore], instants: Sequence[datetime]
) -> Iterator[tuple[int, Mark]]:
    """Go through the instants, by place, from which a mark may be another, with what it then is.

    It goes on from the mark before, but for where something was undone: there it begins anew.
    """
    ordered = sorted(told, key=lambda entered: (entered[0].said_at, entered[0].id))
    said = [bisect_left(instants, score.said_at) for score, _undone in ordered]
    undone = {bisect_left(instants, at) for _score, at in ordered if at is not None}
    mark, begin = Mark(), 0
    for place in sorted({*said, *undone} - {len(instants)}):
        if place in undone:
            mark, begin = Mark(), 0
        end = bisect_right(said, place)
        for score, taken_back in ordered[begin:end]:
            if taken_back is None or taken_back > instants[place]:
                mark = apply(mark, score)
        begin = end
        yield place, mark
