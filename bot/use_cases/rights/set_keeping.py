"""Set for how long records are kept, and how long those who decide about a wish have."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.retention import Keeping
from bot.ports import UnitOfWork


def set_keeping(
    uow: UnitOfWork,
    organisation_id: int,
    programme_id: int,
    keeping: Keeping,
    at: datetime,
    *,
    by: int | None = None,
) -> bool:
    """Set for how many months a programme keeps what; False where it is so already.

    `by` is who does so in a chat, None for the command line.

    What is next of its ended tracks is worked out anew; what was erased stays so.
    """
    if uow.retentions.read_keeping(programme_id) == keeping:
        return False
    uow.retentions.set_keeping(programme_id, keeping)
    uow.rights_acts.note(
        organisation_id, RightsActKind.RETENTION_SET, at, by, programme=programme_id,
        months=keeping.months, photo_months=keeping.photo_months,
    )  # fmt: skip
    return True


def set_forget_days(uow: UnitOfWork, organisation_id: int, days: int, at: datetime) -> bool:
    """Set how many days those who decide about a wish have; wishes that were confirmed keep theirs.

    False where it is so already.
    """
    if uow.forgettings.read_days(organisation_id) == days:
        return False
    uow.forgettings.set_days(organisation_id, days)
    uow.rights_acts.note(organisation_id, RightsActKind.SCHOOL_CHANGED, at, forget_days=days)
    return True
