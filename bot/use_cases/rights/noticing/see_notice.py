"""See what the notice says of somebody: how long it is kept, and whom they ask."""

from collections.abc import Sequence

from bot.domain.rights.noticing import PrivacyNotice
from bot.domain.rights.retention import MONTHS, PHOTO_MONTHS
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.use_cases.talking.whom_to_turn_to import whom_to_turn_to

LOOKED_AT = 10
"""Tracks whose coaches are looked for: who has more is told of a few."""


def see_notice(uow: UnitOfWork, person: Person, tracks: Sequence[Track]) -> PrivacyNotice:
    """See what holds for somebody with these tracks; of several programmes the longest counts."""
    kept = [months_of(uow, programme) for programme in {track.programme_id for track in tracks}]
    contact = uow.notices.read_contact(person.organisation_id)
    named = () if contact else tuple(whom_to_turn_to(uow, person, tracks[:LOOKED_AT]).coaches)
    return PrivacyNotice(
        max((months for months, _photo in kept), default=MONTHS),
        max((photo for _months, photo in kept), default=PHOTO_MONTHS),
        contact,
        named,
    )


def months_of(uow: UnitOfWork, programme_id: int) -> tuple[int, int]:
    """Say for how many months a programme keeps what was said, and the words of photos."""
    keeping = uow.retentions.read_keeping(programme_id)
    return keeping.months, keeping.photo_months
