"""Take a framework in for a school, and note in the log of acts that it was."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.importing.changes import Changes
from bot.domain.importing.drafts import FrameworkDraft
from bot.ports import UnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.programmes import framework_with_code


def take_in_framework(
    uow: UnitOfWork,
    organisation_id: int,
    draft: FrameworkDraft,
    at: datetime,
    by: int | None = None,
    *,
    reword: bool = False,
) -> Changes:
    """Import a framework as `import_framework` does, as `by` wishes in a chat; `at` is aware.

    Nothing is noted where nothing changed. Raises Refused as it does.
    """
    changes = import_framework(uow.catalogue, organisation_id, draft, reword=reword)
    if changes.anything:
        stored = uow.catalogue.frameworks.list_all(organisation_id)
        row = framework_with_code(stored, draft.code)
        kind, ids = RightsActKind.FRAMEWORK_IMPORTED, {"framework": row.id} if row else {}
        uow.rights_acts.note(organisation_id, kind, at, by, **ids)
    return changes
