"""Tell a mentor what could be practised at the workplace, and remember that it was told."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.planning.mirror import Practisable, choose_practisable
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Person, Role, Track
from bot.domain.scoring.colours import Colour, Counts, colour_of
from bot.domain.scoring.workplace import met_at_work
from bot.ports import UnitOfWork
from bot.ports.planning.activities import Offer
from bot.ports.planning.mirrors import ToldMirror

GOAL_LASTS = timedelta(weeks=2)
"""How long a goal is said again, from the beginning of the week that it was set for."""

ANSWERS = 20
"""The newest answers of a student in which goals are looked for."""


@dataclass(frozen=True, slots=True)
class GivenMirror:
    """What a mentor is told: whose, which competence, its colour on campus, the student's goal."""

    told_id: int
    track: Track
    competence: Competence
    campus: Colour
    goal: str = ""


def give_mirror(
    uow: UnitOfWork, mentor: Person, tracks: Sequence[Track], at: datetime, errand_id: int
) -> GivenMirror | None:
    """Choose what an errand tells a mentor of these tracks: the same each time, or None.

    None where nothing fits, or where what was chosen before was answered or fits no more.
    """
    before = uow.mirrors.find_of_errand(errand_id)
    found = list(_list_practisable(uow, mentor, tracks, at))
    if before is not None:
        return None if before.answer else _same(before, found)
    chosen = choose_practisable(
        (practisable for practisable, _given in found), uow.mirrors.list_told(mentor.id), at
    )
    if chosen is None:
        return None
    told_id = uow.mirrors.record_told(mentor, chosen, at, errand_id)
    track, competence, goal = next(given for practisable, given in found if practisable is chosen)
    return GivenMirror(told_id, track, competence, chosen.campus, goal)


def list_own_offers(uow: UnitOfWork, mentor: Person, track: Track) -> list[Offer]:
    """List the activity lists of the workplaces of a track at which this person is its mentor."""
    own = {placement.workplace for placement in track.placements}
    return [
        offer
        for offer in uow.activities.list_seen(mentor.id)
        if Role.MENTOR in offer.roles
        and offer.listed
        and offer.programme_id == track.programme_id
        and offer.workplace in own
    ]


_Found = tuple[Practisable, tuple[Track, Competence, str]]


def _list_practisable(
    uow: UnitOfWork, mentor: Person, tracks: Sequence[Track], at: datetime
) -> Iterator[_Found]:
    for track in tracks:
        if track.scoring_role is not Role.MENTOR:
            continue
        own = list_own_offers(uow, mentor, track)
        offered = frozenset[int]().union(*(offer.offered for offer in own))
        if offered:
            yield from _of_track(uow, mentor, track, offered, at)


def _of_track(
    uow: UnitOfWork, mentor: Person, track: Track, offered: frozenset[int], at: datetime
) -> Iterator[_Found]:
    programme = uow.tracks.read_programme(track.programme_id)
    goals = _read_goals(uow, mentor, track, programme, at)
    counts: dict[int, dict[Role, Counts]] = defaultdict(dict)
    for seen in uow.reads.read_colours(mentor.id, track.id):
        counts[seen.competence_id][seen.role] = seen.counts
    for competence in programme.competences:
        if competence.id not in offered:
            continue
        goal = goals.get(competence.id, "")
        own, indicators = counts[competence.id], len(competence.indicators)
        campus, work = (
            colour_of(indicators, own.get(role, Counts()), programme.cut_off)
            for role in (Role.TEACHER, Role.MENTOR)
        )
        practisable = Practisable(
            track.id, competence.id, competence.number, campus, work, met_at_work(own), bool(goal)
        )
        yield practisable, (track, competence, goal)


def _read_goals(
    uow: UnitOfWork, mentor: Person, track: Track, programme: Programme, at: datetime
) -> dict[int, str]:
    """Read the student's goals of now that the mentor may read, by the competence they are about.

    The newest of a competence counts.
    """
    of = {
        indicator.id: competence.id
        for competence in programme.competences
        for indicator in competence.indicators
    }
    goals: dict[int, str] = {}
    for answer in uow.answer_reads.list_of_track(mentor.id, track.id, ANSWERS):
        about = of.get(answer.question.indicator_id or 0) if answer.question else None
        for goal in answer.goals:
            if about is not None and at < goal.due_at + GOAL_LASTS:
                goals.setdefault(about, goal.text)
    return goals


def _same(before: ToldMirror, found: Sequence[_Found]) -> GivenMirror | None:
    told = before.told
    return next(
        (
            GivenMirror(before.id, track, competence, practisable.campus, goal)
            for practisable, (track, competence, goal) in found
            if (track.id, competence.id) == (told.track_id, told.competence_id)
        ),
        None,
    )
