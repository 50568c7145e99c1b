"""Devices that want a ping: sessions of the page with subscriptions of their own."""

from base64 import urlsafe_b64encode
from datetime import datetime

from sqlalchemy import Engine, insert

from bot.storage.tables import page_session, push_subscription

P256DH = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
"""The keys of RFC 8291's example."""


def written(raw: bytes) -> str:
    """Write bytes as browsers do."""
    return urlsafe_b64encode(raw).decode().rstrip("=")


def subscribe(engine: Engine, person_id: int, *numbers: int, at: datetime) -> None:
    """Open a session for each of these numbers on which its person wants pings."""
    ours = {"organisation_id": 1, "person_id": person_id, "made_at": at}
    with engine.begin() as connection:
        for number in numbers:
            session = {
                **ours, "id": number, "seat": f"seat{number}", "digest": f"d{number}",
                "nonce_digest": "n", "device": "Chrome on Android", "used_at": at,
            }  # fmt: skip
            connection.execute(insert(page_session), session)
            endpoint = {"endpoint": f"https://push.example.com/{number}"}
            keys = {"p256dh": P256DH, "auth": AUTH}
            own = {**ours, "id": number, "session_id": number}
            connection.execute(insert(push_subscription), {**own, **endpoint, **keys})
