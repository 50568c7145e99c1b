"""What Telegram's errors say: whether to wait, and whether anything was reached at all."""

from datetime import timedelta

from telegram.error import BadRequest, NetworkError, RetryAfter


class NoConnection(NetworkError):
    """The connection failed, so the request surely had no effect and may be sent again."""


def seconds_of(error: RetryAfter) -> float:
    """Read for how many seconds Telegram asks us to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def is_unchanged(error: BadRequest) -> bool:
    """Say whether an edit was refused since the message says just that already."""
    return "message is not modified" in str(error).lower()
