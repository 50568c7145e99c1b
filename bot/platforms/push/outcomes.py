"""What a push service's answer means for the outbox (RFC 8030, section 5)."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.domain.telling.delivery import DeliveryOutcome, Later, Permanent, RefusalReason, Sent

GONE = frozenset({404, 410})
"""The subscription is no more: RFC 8030 says 404 once it expired, services say 410."""

BUSY = frozenset({408, 425, 429})


def outcome_of(status: int, headers: Mapping[str, str], at: datetime) -> DeliveryOutcome:
    """Say what an answer means; a redirect is refused, since nobody may send us elsewhere."""
    if 200 <= status < 300:
        return Sent()
    if status in GONE:
        return Permanent(RefusalReason.GONE)
    if status in BUSY or 500 <= status < 600:
        return Later(seconds_of(headers.get("Retry-After", ""), at))
    return Permanent(RefusalReason.REFUSED)


def seconds_of(asked: str, at: datetime) -> float | None:
    """Read after how many seconds we may come back: a number, or a date; None for what is neither.

    Also a date behind us is none.
    """
    if asked.isascii() and asked.isdecimal() and len(asked) < 10:
        return float(asked)
    try:
        then = parsedate_to_datetime(asked[:64])
    except (ValueError, TypeError, OverflowError):
        return None
    aware = then if then.tzinfo else then.replace(tzinfo=UTC)
    wait = (aware - at).total_seconds()
    return wait if wait > 0 else None
