"""Change what holds for the whole school: its name, its language, its clock, whom to turn to."""

from dataclasses import replace
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.ports import UnitOfWork
from bot.ports.importing import OrganisationRow


def change_organisation(
    uow: UnitOfWork,
    organisation: OrganisationRow,
    at: datetime,
    *,
    name: str | None = None,
    language: str | None = None,
    time_zone: str | None = None,
    care: str | None = None,
) -> OrganisationRow:
    """Change an organisation, and give it as it is then; what is not named stays.

    `care` is its text for who tells of danger; an empty one brings the usual text back.

    It holds everywhere from the next turn on: nothing else keeps a copy. Instants that were agreed
    stay the instants that they were. What changed is noted in the log of acts.
    """
    changed = replace(
        organisation,
        name=name or organisation.name,
        language=language or organisation.language,
        time_zone=time_zone or organisation.time_zone,
        care=organisation.care if care is None else care.strip(),
    )
    if changed != organisation:
        uow.catalogue.change_organisation(changed)
        uow.rights_acts.note(organisation.id, RightsActKind.SCHOOL_CHANGED, at)
    return changed
