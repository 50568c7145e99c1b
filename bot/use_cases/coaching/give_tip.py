"""Choose a tip for a mentor or teacher by where students stand, and remember that they had it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.coaching.repertoire import Tip
from bot.domain.coaching.tips import choose_tip, goes_with, may_tell
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Person, Track
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Mastery
from bot.ports import UnitOfWork

LATELY = timedelta(weeks=8)
"""What was scored in this time says where a student stands."""


@dataclass(frozen=True, slots=True)
class GivenTip:
    """A tip as it was told, and the mastery that it goes with; None where it fits them all."""

    told_id: int
    tip: Tip
    mastery: Mastery | None = None


def give_tip(
    uow: UnitOfWork,
    guide: Person,
    tracks: Sequence[Track],
    at: datetime,
    competence: Competence | None = None,
) -> GivenTip | None:
    """Choose the next tip for these students, or one competence of theirs, and keep it as told.

    None where none is left. It goes by the own perspective alone: what was scored lately, or
    else all of it. `at` is aware.
    """
    marks = _marks(uow, guide, tracks, competence)
    return _given(uow, guide, _masteries(marks, at - LATELY) or _masteries(marks), at)


def give_unasked(
    uow: UnitOfWork, guide: Person, tracks: Sequence[Track], at: datetime, errand_id: int
) -> GivenTip | None:
    """Tell the tip of an errand: the same one each time, or None where it is no time for one."""
    scored = _masteries(_marks(uow, guide, tracks), at - LATELY)
    before = uow.tips.find_of_errand(errand_id)
    if before is not None:
        tip = uow.repertoire.tips.get(before.told.key)
        return GivenTip(before.id, tip, goes_with(tip.method, scored)) if tip else None
    if not scored or not may_tell(uow.tips.list_told(guide.id), at):
        return None
    return _given(uow, guide, scored, at, errand_id)


def _marks(
    uow: UnitOfWork, guide: Person, tracks: Sequence[Track], competence: Competence | None = None
) -> list[Mark]:
    chosen = competence.id if competence else None
    return [
        mark
        for track in tracks
        if (role := track.scoring_role) is not None
        for mark in uow.scoring_reads.read_perspective(guide.id, track.id, role, chosen).values()
    ]


def _masteries(marks: Sequence[Mark], since: datetime | None = None) -> Mapping[Mastery, int]:
    return Counter(
        mark.mastery
        for mark in marks
        if mark.mastery and (since is None or (mark.mastery_at and mark.mastery_at >= since))
    )


def _given(
    uow: UnitOfWork,
    guide: Person,
    scored: Mapping[Mastery, int],
    at: datetime,
    errand_id: int | None = None,
) -> GivenTip | None:
    chosen = choose_tip(uow.repertoire.tips.values(), scored, uow.tips.list_told(guide.id), at)
    if chosen is None:
        return None
    told_id = uow.tips.record_told(guide, chosen.tip, at, errand_id)
    return GivenTip(told_id, chosen.tip, chosen.mastery)
