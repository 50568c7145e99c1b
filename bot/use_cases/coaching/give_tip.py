"""Give a mentor a tip that fits where the students stand, and remember that it was given."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.coaching.repertoire import Tip
from bot.domain.coaching.tips import choose_tip, goes_with, may_tell
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Person, Role, Track
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
    mentor: Person,
    tracks: Sequence[Track],
    at: datetime,
    competence: Competence | None = None,
) -> GivenTip | None:
    """Choose the next tip for these students, or one competence of theirs, and keep it as told.

    None where none is left. It goes by the mentor's own perspective: what was scored lately, or
    else all of it. `at` is aware.
    """
    marks = _marks(uow, mentor, tracks, competence)
    return _given(uow, mentor, _masteries(marks, at - LATELY) or _masteries(marks), at)


def give_unasked(
    uow: UnitOfWork, mentor: Person, tracks: Sequence[Track], at: datetime, errand_id: int
) -> GivenTip | None:
    """Tell the tip of an errand: the same one each time, or None where it is no time for one."""
    scored = _masteries(_marks(uow, mentor, tracks), at - LATELY)
    before = uow.tips.find_of_errand(errand_id)
    if before is not None:
        tip = uow.repertoire.tips.get(before.told.key)
        return GivenTip(before.id, tip, goes_with(tip.method, scored)) if tip else None
    if not scored or not may_tell(uow.tips.list_told(mentor.id), at):
        return None
    return _given(uow, mentor, scored, at, errand_id)


def _marks(
    uow: UnitOfWork, mentor: Person, tracks: Sequence[Track], competence: Competence | None = None
) -> list[Mark]:
    chosen = competence.id if competence else None
    return [
        mark
        for track in tracks
        for mark in uow.reads.read_perspective(mentor.id, track.id, Role.MENTOR, chosen).values()
    ]


def _masteries(marks: Sequence[Mark], since: datetime | None = None) -> Mapping[Mastery, int]:
    return Counter(
        mark.mastery
        for mark in marks
        if mark.mastery and (since is None or (mark.mastery_at and mark.mastery_at >= since))
    )


def _given(
    uow: UnitOfWork,
    mentor: Person,
    scored: Mapping[Mastery, int],
    at: datetime,
    errand_id: int | None = None,
) -> GivenTip | None:
    chosen = choose_tip(uow.repertoire.tips.values(), scored, uow.tips.list_told(mentor.id), at)
    if chosen is None:
        return None
    told_id = uow.tips.record_told(mentor, chosen.tip, at, errand_id)
    return GivenTip(told_id, chosen.tip, chosen.mastery)
