"""Let what was said on an ended track be kept longer: a coach of it or an administrator may."""

from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.retention import LONGER, kept_until, months_after
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork


def keep_longer(uow: UnitOfWork, by: Person, track_id: int, at: datetime) -> datetime | None:
    """Keep it for a year more; gives until when, and None for whoever may not, or too late."""
    kept = uow.retentions.find(track_id)
    if kept is None or kept.organisation_id != by.organisation_id:
        return None
    may = uow.administrators.is_one(by.id) or by.id in uow.retentions.list_coaches(track_id)
    if not may or kept.life.records_erased_at is not None:
        return None
    if kept.life.told_at is None:  # a year for each announcement, however often it is tapped
        return kept.life.longer_until
    until = months_after(kept_until(kept.life, kept.keeping), LONGER)
    uow.retentions.keep_longer(track_id, by.id, until)
    uow.rights_acts.note(
        kept.organisation_id,
        RightsActKind.RETENTION_SET,
        at,
        by=by.id,
        about=kept.student_id,
        track=track_id,
    )
    return until
