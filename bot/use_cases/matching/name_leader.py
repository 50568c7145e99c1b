"""Name who leads a round, or end that: as long as nobody is named the programme's coaches do."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.matching.intakes import Intake
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.inducting.of_staff import NotOfStaff, require_staff
from bot.use_cases.matching.tell_intake import tell_new_leader


class TakesPart(Exception):
    """Somebody is a candidate of the round, or offers a place in it."""


def name_leader(
    uow: UnitOfWork, intake: Intake, person: Person, at: datetime, by: int | None = None
) -> bool:
    """Let somebody lead a round, as `by` wishes in a chat; False where they were named.

    Raises NotOfStaff for a student, a mentor, or who speaks for a sector, and TakesPart.
    """
    require_staff(uow, person)
    if uow.sectors.find_spoken_for(person.id) is not None:
        raise NotOfStaff
    if takes_part(uow, intake, person.id):
        raise TakesPart
    if uow.intakes.is_named(intake.id, person.id):
        return False
    uow.intakes.name_leader(intake.id, person, at)
    tell_new_leader(uow, intake.id, person.id, at)
    _note(uow, intake, RightsActKind.INTAKE_LEADER_MADE, person, at, by)
    return True


def end_leader(
    uow: UnitOfWork, intake: Intake, person: Person, at: datetime, by: int | None = None
) -> bool:
    """Let somebody no longer lead a round; False where they were not named."""
    if not uow.intakes.is_named(intake.id, person.id):
        return False
    uow.intakes.end_leader(intake.id, person.id)
    _note(uow, intake, RightsActKind.INTAKE_LEADER_ENDED, person, at, by)
    return True


def takes_part(uow: UnitOfWork, intake: Intake, person_id: int) -> bool:
    """Say whether somebody is a candidate of a round, or offers a place in it."""
    candidates = uow.candidacies.list_of(intake.id)
    places = uow.candidacies.list_places(intake.id)
    people = {own.person_id for own in candidates} | {own.contact_id for own in places}
    return person_id in people


def _note(
    uow: UnitOfWork,
    intake: Intake,
    kind: RightsActKind,
    person: Person,
    at: datetime,
    by: int | None,
) -> None:
    uow.rights_acts.note(intake.organisation_id, kind, at, by, person.id, intake=intake.id)
    if by is not None:
        uow.acts.record(by, Act.INTAKE, at, person.name)
