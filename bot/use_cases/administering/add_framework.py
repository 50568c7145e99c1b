"""Let the competences of another framework join a programme: soft skills, or a school's own."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.messages import _
from bot.ports import UnitOfWork
from bot.refusal import Refused
from bot.use_cases.importing.programmes import framework_called, join_framework


def add_framework(
    uow: UnitOfWork, organisation_id: int, programme_id: int, code: str, at: datetime
) -> Mapping[int, int]:
    """Let them join under their own numbers, or behind all where one is taken.

    Gives each number of the framework with its number in the programme; nothing where all were
    there. Raises Refused for a framework that is not there.
    """
    frameworks = uow.catalogue.frameworks.list_all(organisation_id)
    framework = framework_called(frameworks, code)
    if framework is None:
        raise Refused(_("There is no framework {code}: import it first.", code=code))
    rows = join_framework(uow.catalogue, organisation_id, programme_id, framework.id)
    if rows:
        ids = {"programme": programme_id, "framework": framework.id}
        uow.rights_acts.note(organisation_id, RightsActKind.SCHOOL_CHANGED, at, None, **ids)
    learned = {own.id: own.number for own in uow.catalogue.competences.list_all(organisation_id)}
    return {learned[row.competence_id]: row.number for row in rows}
