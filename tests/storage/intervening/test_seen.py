"""Who sees which intervention, on both databases: every reader, and all they can be about."""

from collections.abc import Iterator

import pytest

from bot.domain.importing.drafts import RosterRow
from bot.domain.intervening.interventions import (
    USUAL_LEVEL,
    InterventionAbout,
    InterventionTarget,
)
from bot.domain.school.accompanying import SEES_INTERVENTIONS
from bot.domain.school.tracks import Role
from bot.ports.importing import OrganisationRow
from bot.ports.intervening.interventions import NewIntervention
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.intervening.see_interventions import Actor, see_interventions
from tests.dialogues.conftest import own_school
from tests.dialogues.school import MORNING, School

__all__ = ["own_school"]

READERS = ("s1", "m1", "t1", "c1", "s9", "m9", "t9", "c9", "t0")


@pytest.fixture
def uow(own_school: School) -> Iterator[StoredUnitOfWork]:
    """Beside Jonas' people there are those of another student, whom they never meet."""
    other = RosterRow(
        line=2, framework="ELEC-1", class_group="9Z", student_id="s9", student="Ada Smet",
        workplace="Volta nv", mentor_id="m9", mentor="An Claes", teacher_id="t9",
        teacher="Tom Baert", coach_id="c9", coach="Mia Wils",
    )  # fmt: skip
    with own_school.engine.begin() as connection:
        uow = own_school.unit(connection)
        (row,) = uow.catalogue.list_organisations()
        assert isinstance(row, OrganisationRow)
        assert not import_roster(uow.catalogue, row, [other]).rejected
        yield uow


def actor(uow: StoredUnitOfWork, school_id: str) -> Actor:
    person = next(own for own in uow.people.list_all() if own.school_id == school_id)
    return Actor(person, tuple(uow.tracks.list_of(person.id)), MORNING.date())


def targets(uow: StoredUnitOfWork) -> dict[InterventionAbout, InterventionTarget]:
    """Name what an intervention around Jonas can be about."""
    (track,) = uow.tracks.list_of(actor(uow, "s1").person.id)
    ((place, _name),) = uow.own_interventions.list_workplaces([track.id])
    ids = {
        InterventionAbout.STUDENT: track.id,
        InterventionAbout.WORKPLACE: place,
        InterventionAbout.CLASS_GROUP: track.class_group_id,
    }
    return {about: InterventionTarget(about, ids.get(about, 0)) for about in InterventionAbout}


def roles_around(uow: StoredUnitOfWork, who: Actor, about: InterventionTarget) -> set[Role]:
    """Say in which roles somebody is around what an intervention is about."""
    places = {
        track.id: {place for place, _name in uow.own_interventions.list_workplaces([track.id])}
        for track in who.tracks
    }
    return {
        role
        for track in who.tracks
        for role in track.roles
        if about.about in (InterventionAbout.SCHOOL, InterventionAbout.AUTHORITIES)
        or (about.about is InterventionAbout.STUDENT and about.id == track.id)
        or (about.about is InterventionAbout.WORKPLACE and about.id in places[track.id])
        or (about.about is InterventionAbout.CLASS_GROUP and about.id == track.class_group_id)
    }


def test_every_reader_sees_their_own_and_what_their_role_may(uow):
    people = {own.school_id for own in uow.people.list_all()}
    readers = [actor(uow, name) for name in READERS if name in people]
    author = actor(uow, "m1")
    for about, target in targets(uow).items():
        new = NewIntervention(
            author.person.organisation_id, author.person.id, Role.MENTOR, target,
            USUAL_LEVEL[about], f"canary {about}", MORNING.date(), MORNING,
        )  # fmt: skip
        made = uow.own_interventions.add(new)
        for reader in readers:
            seen = {own.id for own in see_interventions(uow, reader)}
            own = reader.person.id == author.person.id
            may = own or bool(roles_around(uow, reader, target) & SEES_INTERVENTIONS)
            assert (made in seen) is may, (reader.person.school_id, about)
    assert {"s9", "c9", "c1"} <= {reader.person.school_id for reader in readers}
