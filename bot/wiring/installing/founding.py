"""The school that the first import founds, by the settings."""

from typing import TYPE_CHECKING

from bot.domain.school.naming import Naming
from bot.i18n.choosing import choose_manner
from bot.ports.importing import OrganisationRow
from bot.refusal import Refused
from bot.use_cases.administering.set_naming import NO_PAGE

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.storage.unit_of_work import StoredUnitOfWork


def found_school(settings: "Settings", uow: "StoredUnitOfWork") -> OrganisationRow:
    """Found the school as the settings say. Raises Refused."""
    if settings.names is Naming.DISCREET and not uow.page_address:
        raise Refused(NO_PAGE)
    founded = uow.catalogue.add_organisation(
        OrganisationRow(
            name=settings.organisation,
            language=settings.organisation_language,
            time_zone=settings.time_zone,
            naming=settings.names,
            manner=_read_manner(settings),
        )
    )
    uow.forgettings.set_days(founded.id, settings.forget_days)
    return founded


def _read_manner(settings: "Settings") -> str:
    """Read how a new school speaks. Raises Refused."""
    chosen = (settings.organisation_address, settings.organisation_roles)
    addresses, roles = (filter(None, map(str.strip, each.split(","))) for each in chosen)
    return choose_manner("", settings.organisation_language, addresses, roles)
