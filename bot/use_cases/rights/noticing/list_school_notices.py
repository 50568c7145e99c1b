"""List what schools tell everybody of what they keep, for a page that is nobody's."""

from collections.abc import Sequence

from bot.domain.rights.noticing import SchoolNotice
from bot.ports import UnitOfWork


def list_school_notices(uow: UnitOfWork) -> Sequence[SchoolNotice]:
    """List them by name, without the sample."""
    return uow.notices.list_schools()
