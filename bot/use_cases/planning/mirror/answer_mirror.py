"""Take a mentor's answer to what could be practised: into the plan, or off the list."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.planning.mirror import MirrorAnswer
from bot.domain.planning.training_plans import Where, where_of
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Person, Role, Track
from bot.domain.telling.errands import ErrandKind
from bot.ports import Seat, UnitOfWork
from bot.ports.planning.mirrors import ToldMirror
from bot.ports.telling.errands import NewErrand
from bot.use_cases.planning.activities.change_activities import offer_competence
from bot.use_cases.planning.mirror.give_mirror import list_own_offers
from bot.use_cases.planning.training_plans.propose_training_plan import propose_training_plan
from bot.use_cases.planning.training_plans.see_training_plans import see_training_plans
from bot.use_cases.scoring.set_focus import set_focus

STUDENT_TOLD_FOR = timedelta(days=5)
"""How long the student is told of it, where the day's message has gone out already."""

PLANNED = {Where.CAMPUS: Where.BOTH, Where.UNDECIDED: Where.WORKPLACE}
"""What becomes of a place once the workplace practises it, too; elsewhere it stays as it is."""


@dataclass(frozen=True, slots=True)
class AnsweredMirror:
    """What became of an answer: about whom and what.

    `planned` is where the new version of the training plan pursues it, if there is one; of what is
    not here it is where a version of before still does at work.
    """

    track: Track
    competence: Competence
    planned: Where | None = None


def answer_mirror(
    uow: UnitOfWork, mentor: Person, told_id: int, answer: MirrorAnswer, at: datetime
) -> AnsweredMirror | None:
    """Store what a mentor says of something that could be practised; None where it is not theirs.

    What can be done goes into the training plan, in which the others are asked to agree, into the
    student's focus of the coming weeks, and the student is told; what is not done here leaves the
    activity list. Each of these is undone by itself. Raises NewerVersion, NotAround and NotYours.
    """
    told = uow.mirrors.find(told_id)
    if told is None or told.person_id != mentor.id:
        return None
    tracks = uow.tracks.list_of(mentor.id)
    track = next((own for own in tracks if own.id == told.told.track_id), None)
    if track is None or track.scoring_role is not Role.MENTOR:
        return None
    programme = uow.tracks.read_programme(track.programme_id)
    competence = programme.competence_by_id(told.told.competence_id)
    if competence is None:
        return None
    uow.mirrors.answer(told_id, answer)
    if answer is MirrorAnswer.NOT_HERE:
        for offer in list_own_offers(uow, mentor, track):
            where = (offer.workplace_id, offer.programme_id)
            offer_competence(uow, mentor, where, competence.id, at, offered=False)
        return AnsweredMirror(track, competence, _find_planned(uow, mentor, track, competence))
    _practise(uow, mentor, told, track, competence, at)
    return AnsweredMirror(track, competence, _plan(uow, mentor, track, competence, at))


def _practise(
    uow: UnitOfWork,
    mentor: Person,
    told: ToldMirror,
    track: Track,
    competence: Competence,
    at: datetime,
) -> None:
    """Add the competence to what the mentor points the student at, and let the student know."""
    seat = Seat(mentor.organisation_id, mentor.id, track.id, Role.MENTOR, track.placement_id)
    focus = {indicator for indicator, _since, _until in _read_focus(uow, mentor, track, at)}
    wanted = focus | {indicator.id for indicator in competence.indicators}
    if wanted != focus:
        set_focus(uow, seat, wanted, at, track.student)
    errand = NewErrand(
        organisation_id=mentor.organisation_id,
        person_id=track.student_id,
        kind=ErrandKind.PRACTICE,
        subject=str(told.id),
        due_at=at,
        expires_at=at + STUDENT_TOLD_FOR,
        about_id=told.id,
    )
    uow.errands.give([errand])


def _read_focus(
    uow: UnitOfWork, mentor: Person, track: Track, at: datetime
) -> list[tuple[int, str, str]]:
    now = uow.tracks.read_focus(track.id, at)
    return [row for row in uow.tracks.read_focus_of(track.id, mentor.id) if row[0] in now]


def _find_planned(
    uow: UnitOfWork, mentor: Person, track: Track, competence: Competence
) -> Where | None:
    seen = see_training_plans(uow, mentor.id, track)
    plans = [own.plan for own in seen.placements if Role.MENTOR in own.roles and own.plan]
    places = (where_of(plan.places, competence.id) for plan in plans)
    return next((place for place in places if place.at_work), None)


def _plan(
    uow: UnitOfWork, mentor: Person, track: Track, competence: Competence, at: datetime
) -> Where | None:
    """Put the competence into the training plan of the mentor's own placement, where it is not."""
    seen = see_training_plans(uow, mentor.id, track)
    own = next((own for own in seen.placements if Role.MENTOR in own.roles), None)
    if own is None:
        return None
    places = dict(seen.places_of(own.placement_id))
    place = where_of(places, competence.id)
    places[competence.id] = PLANNED.get(place, place)
    over = own.plan.id if own.plan else None
    where = (track.id, own.placement_id)
    changed = propose_training_plan(uow, mentor, where, places, at, over=over)
    return places[competence.id] if changed else None
