"""What training plans and activity lists say, put into a school of the dialogues."""

from collections.abc import Mapping

from bot.domain.planning.activities import Activity, ActivityList
from bot.domain.planning.training_plans import Where
from bot.domain.school.tracks import Role
from tests.dialogues.school import MORNING, School


def plan(school: School, student: str, author: str, where: Mapping[int, Where]) -> None:
    """Let the author's workplace plan where a student's competences, by number, are pursued."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        writer = school.people[author].person_id
        (track,) = uow.tracks.list_of(school.people[student].person_id)
        competences = uow.tracks.read_programme(track.programme_id).competences
        ids = {competence.number: competence.id for competence in competences}
        places = {ids[number]: place for number, place in where.items()}
        (own,) = (
            seen for seen in uow.training_plans.list_seen(writer, track.id) if not seen.elsewhere
        )
        uow.training_plans.add_version(own.placement_id, writer, places, MORNING)


def offer(school: School, mentor: str, numbers: set[int]) -> None:
    """Let a mentor's workplace list single competences, by number."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        writer = school.people[mentor].person_id
        (own,) = uow.activities.list_seen(writer)
        competences = uow.tracks.read_programme(own.programme_id).competences
        ids = frozenset(each.id for each in competences if each.number in numbers)
        listed = ActivityList().with_own(Activity("", ids))
        uow.activities.set_list(own, listed, MORNING, (writer, Role.MENTOR))
