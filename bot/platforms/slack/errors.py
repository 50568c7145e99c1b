"""What Slack's errors say: its own word for what is wrong, and whether to wait."""

from typing import Any

from aiohttp import ClientConnectorError, ClientError, ClientHttpProxyError
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.platforms.line.reasons import reason_of

NOT_TAKEN = (ClientConnectorError, ClientHttpProxyError)
"""What a call raises that reached nobody: neither Slack nor, through the proxy, its door."""
UNANSWERED = (SlackClientError, ClientError, TimeoutError)
"""What a call raises that was refused, or to which no answer came."""

REFUSED = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"}
)
"""How Slack says that it does not know the token, or no longer."""
GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
"""Why a message cannot be edited: what it would say is then said anew."""


def word_of(error: SlackApiError) -> str:
    """Read Slack's own word for what is wrong; empty where there is none."""
    data: Any = getattr(error.response, "data", None)
    word = data.get("error", "") if isinstance(data, dict) else ""
    return word if isinstance(word, str) else ""


def seconds_of(error: SlackApiError) -> float | None:
    """Read for how many seconds Slack asks us to wait, if it does."""
    headers: Any = getattr(error.response, "headers", None) or {}
    after = headers.get("Retry-After", "")
    if getattr(error.response, "status_code", 0) != 429 or not after.isdecimal():
        return None
    return float(after)


def is_in_doubt(error: Exception) -> bool:
    """Say whether what was called for may have been done all the same: no answer tells."""
    if isinstance(error, SlackApiError):
        return bool(getattr(error.response, "status_code", 0) >= 500)
    return isinstance(error, UNANSWERED) and not isinstance(error, NOT_TAKEN)


def kind_of(error: Exception) -> str:
    """Name an error without the request or the answer, which hold what people wrote."""
    word = word_of(error) if isinstance(error, SlackApiError) else reason_of(error)
    return f"{type(error).__name__} ({word})" if word else type(error).__name__
