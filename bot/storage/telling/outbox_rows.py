"""What a row of the outbox holds: drafts and settlements in, messages out."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from bot.domain.telling.delivery import DeliveryState
from bot.ports.telling.outbox import Content, MessageDraft, OutboxMessage, Settlement

_KEPT = ("text", "buttons", "picture", "alt", "kind", "edits", "deletes")
"""What is kept of a content: what goes along is described anew by whoever composes it."""


def values_of(draft: MessageDraft, at: datetime) -> dict[str, Any]:
    """Make the row of a draft, written at an instant."""
    return {
        "organisation_id": draft.organisation_id,
        "person_id": draft.person_id,
        "track_id": draft.track_id,
        "platform": draft.platform,
        "address": draft.address,
        "kind": draft.kind.value,
        "subject": draft.subject,
        "content": _written(draft.content),
        "asks": written_asks(draft.asks, draft.about_id),
        "not_before": draft.not_before or at,
        "expires_at": draft.expires_at,
        "made_at": at,
    }


def written_asks(asks: str, about_id: int | None) -> str:
    """Write what a message asks for, and about what, into their one column."""
    return asks if about_id is None else f"{asks}:{about_id}"


def read_asks(written: str) -> tuple[str, int | None]:
    """Read what a message asks for, and about what, back from their one column."""
    asks, _colon, about = written.partition(":")
    return asks, int(about) if about.isdecimal() else None


def settled_values(settlement: Settlement) -> dict[str, Any]:
    """List what a settlement changes in the row of its message."""
    return {
        "message": settlement.message.id,
        "attempt": settlement.message.attempts,
        "new_state": settlement.step.state.value,
        "error": str(settlement.step.error),
        "new_not_before": settlement.at + settlement.step.wait,
        "new_sent_at": settlement.at if settlement.step.state is DeliveryState.SENT else None,
        "ref": settlement.ref,
    }


def message_of(row: Row[*tuple[Any, ...]]) -> OutboxMessage:
    """Make a message of its row."""
    known = row._mapping
    content = _content(known["content"])
    asks, about = read_asks(known["asks"])
    return OutboxMessage(**{**known, "asks": asks, "about_id": about, "content": content})


def _content(kept: dict[str, Any]) -> Content:
    """Read what is there of a content: another version of the program may have written it."""
    return Content(**{"text": "", **{name: kept[name] for name in _KEPT if name in kept}})


def _written(content: Content) -> dict[str, Any]:
    kept = {name: getattr(content, name) for name in _KEPT}
    return kept if content.deletes else {name: kept[name] for name in _KEPT[:-1]}
