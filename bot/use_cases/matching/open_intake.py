"""Open a round of a programme with its criteria and questions, as a school's file has it."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.matching.intakes import Intake, IntakeDraft
from bot.ports import UnitOfWork
from bot.ports.importing import ProgrammeRow
from bot.ports.matching.intakes import NewIntake


class IntakeHasPeople(Exception):
    """A round of that name has candidates or places: for all of them the same has to hold."""


def open_intake(
    uow: UnitOfWork, organisation_id: int, programme: ProgrammeRow, draft: IntakeDraft, at: datetime
) -> tuple[int, bool]:
    """Open a round; gives its identity, and whether it takes the place of one of that name.

    Raises IntakeHasPeople where somebody takes part in that one.
    """
    before = uow.intakes.find_named(programme.id, draft.name)
    leaders = []
    if before is not None:
        leaders = [own for own in uow.intakes.list_leaders(before.id)
                   if uow.intakes.is_named(before.id, own.id)]  # fmt: skip
        drop_intake(uow, before)
    new = NewIntake(
        organisation_id=organisation_id,
        programme_id=programme.id,
        name=draft.name,
        procedure=draft.procedure,
        keep_days=draft.keep_days,
        candidate_list_id=uow.question_lists.add_list(organisation_id, draft.for_candidates),
        company_list_id=uow.question_lists.add_list(organisation_id, draft.for_companies),
        criteria=draft.criteria,
    )
    opened = uow.intakes.open(new, at)
    for leader in leaders:
        uow.intakes.name_leader(opened, leader, at)
    uow.rights_acts.note(
        organisation_id, RightsActKind.SCHOOL_CHANGED, at, intake=opened, programme=programme.id
    )
    return opened, before is not None


def drop_intake(uow: UnitOfWork, intake: Intake) -> None:
    """Delete a round that nobody takes part in, with its questions. Raises IntakeHasPeople."""
    if uow.candidacies.list_of(intake.id) or uow.candidacies.list_places(intake.id):
        raise IntakeHasPeople
    lists = uow.intakes.read_lists(intake.id)
    uow.intakes.drop(intake.id)
    for list_id in lists:
        uow.question_lists.drop_list(list_id)
