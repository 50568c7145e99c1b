"""Open a round of a programme with its criteria and questions, as a school's file has it."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.matching.intakes import Intake, IntakeDraft
from bot.messages import Text, _, listed
from bot.ports import UnitOfWork
from bot.ports.importing import ProgrammeRow
from bot.ports.matching.intakes import NewIntake
from bot.refusal import Refused


class IntakeHasPeople(Exception):
    """A round of that name has candidates or places: for all of them the same has to hold."""


@dataclass(frozen=True, slots=True)
class OpenedIntake:
    """A round that was opened, of which programme, and whether one of its name gave way."""

    draft: IntakeDraft
    programme: str
    again: bool


def take_in_intake(
    uow: UnitOfWork, organisation_id: int, draft: IntakeDraft, at: datetime, by: int | None = None
) -> OpenedIntake:
    """Open a round of a file that was sent, in the programme that it names. Raises Refused.

    A school with one programme need not name it.
    """
    programmes = uow.catalogue.programmes.list_all(organisation_id)
    wanted = draft.programme.casefold()
    found = [own for own in programmes if own.code.casefold() == wanted or not wanted]
    if len(found) != 1:
        codes = listed([own.code for own in programmes]) if programmes else "–"
        raise Refused(
            _("The file says of which programme it is: programme = one of {codes}.", codes=codes)
        )
    try:
        _opened, again = open_intake(uow, organisation_id, found[0], draft, at, by)
    except IntakeHasPeople:
        raise Refused(say_taken(draft)) from None
    return OpenedIntake(draft, found[0].title, again)


def rehearse_intake(
    uow: UnitOfWork, organisation_id: int, draft: IntakeDraft, at: datetime
) -> OpenedIntake:
    """Say what would come of it; nothing of it stays. Raises Refused."""
    with uow.rehearsing() as trial:
        return take_in_intake(trial, organisation_id, draft, at)


def say_taken(draft: IntakeDraft) -> Text:
    """Say that a round of that name has people."""
    return _(
        "In {name} somebody takes part already, and for all of them the same has to "
        "hold: give the new round another name.",
        name=draft.name,
    )


def open_intake(
    uow: UnitOfWork,
    organisation_id: int,
    programme: ProgrammeRow,
    draft: IntakeDraft,
    at: datetime,
    by: int | None = None,
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
        organisation_id, RightsActKind.SCHOOL_CHANGED, at, by, intake=opened, programme=programme.id
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
