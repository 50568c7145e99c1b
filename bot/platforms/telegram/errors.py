"""What Telegram's errors say: whether to wait, and whether anything was reached at all."""

from datetime import timedelta

from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter


class NoConnection(NetworkError):
    """The connection failed, so the request surely had no effect and may be sent again."""


def kind_of(error: Exception) -> str:
    """Name an error, with what Telegram or the line says of it where nobody's words are in it.

    Of a refused token the library writes down the token.
    """
    said = str(error) if isinstance(error, NoConnection | BadRequest | Conflict) else ""
    return f"{type(error).__name__} ({said})" if said else type(error).__name__


def seconds_of(error: RetryAfter) -> float:
    """Read for how many seconds Telegram asks us to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def is_unchanged(error: BadRequest) -> bool:
    """Say whether an edit was refused since the message says just that already."""
    return "message is not modified" in str(error).lower()
