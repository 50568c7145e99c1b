"""Set what others' platforms are told of people's names: it holds from the next message on."""

from dataclasses import replace
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.school.naming import Naming
from bot.messages import _
from bot.ports import UnitOfWork
from bot.ports.importing import Catalogue, OrganisationRow
from bot.refusal import Refused

NO_PAGE = _(
    "Without a page of its own a school cannot use code words: what people wrote, and who is who, "
    "stands there alone. KOMPAAN_PUBLIC_URL is its address. Nothing was changed."
)


def set_naming(
    uow: UnitOfWork,
    catalogue: Catalogue,
    organisation: OrganisationRow,
    naming: Naming,
    at: datetime,
    *,
    by: int | None = None,
) -> OrganisationRow:
    """Set it, and give the organisation as it is then; `by` is who does so, None for nobody known.

    Raises Refused where the school has no page for what a discreet one keeps at home.
    """
    if naming is Naming.DISCREET and not uow.page_address:
        raise Refused(NO_PAGE)
    changed = replace(organisation, naming=naming)
    if naming is not organisation.naming:
        uow.code_words.call_everybody(organisation.id)
        catalogue.change_organisation(changed)
        uow.rights_acts.note(organisation.id, RightsActKind.NAMING_SET, by=by, at=at)
    return changed
