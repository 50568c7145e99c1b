"""Change what holds for the whole school: its name, its language, its clock, whom to turn to."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.administering.rights_acts import RightsActKind
from bot.ports import UnitOfWork
from bot.ports.importing import OrganisationRow

WHOLE = ("name", "language", "time_zone")
"""What is never empty."""


def change_organisation(
    uow: UnitOfWork, organisation: OrganisationRow, at: datetime, **named: str | None
) -> OrganisationRow:
    """Change an organisation, and give it as it is then; what is not named stays.

    Named may be its `name`, `language` and `time_zone`; `care`, its text where danger is told of:
    an empty one brings the usual text back; and `manner`, how it speaks with people, as it is kept.

    It holds everywhere from the next turn on: nothing else keeps a copy. Instants that were agreed
    stay the instants that they were. What changed is noted in the log of acts.
    """
    values: dict[str, Any] = {
        name: value.strip()
        for name, value in named.items()
        if value is not None and (value or name not in WHOLE)
    }
    changed = replace(organisation, **values)
    if changed != organisation:
        uow.catalogue.change_organisation(changed)
        uow.rights_acts.note(organisation.id, RightsActKind.SCHOOL_CHANGED, at)
    return changed
