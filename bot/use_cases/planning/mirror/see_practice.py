"""See what a mentor wants to practise with a student this week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.planning.mirror import MirrorAnswer
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Practice:
    """What is practised, and the first name of the mentor who wants to."""

    competence: Competence
    mentor: str


def see_practice(
    uow: UnitOfWork, tracks: Sequence[Track], told_id: int, at: datetime
) -> Practice | None:
    """Read what came of something that a mentor was told, for the student of one of these tracks.

    None where the mentor did not say that it can be done, took that back since (it is not in the
    student's focus at this instant, aware), or the student is another.
    """
    told = uow.mirrors.find(told_id)
    if told is None or told.answer is not MirrorAnswer.CAN:
        return None
    own = (track for track in tracks if track.scoring_role is Role.STUDENT)
    track = next((track for track in own if track.id == told.told.track_id), None)
    if track is None:
        return None
    programme = uow.tracks.read_programme(track.programme_id)
    competence = programme.competence_by_id(told.told.competence_id)
    mentor = uow.people.find(told.person_id)
    if competence is None or mentor is None:
        return None
    focus = uow.tracks.read_focus(track.id, at)
    if focus.isdisjoint(indicator.id for indicator in competence.indicators):
        return None
    return Practice(competence, mentor.first_name)
