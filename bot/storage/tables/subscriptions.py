"""Devices on which people want a ping of what waits for them on the page."""

from sqlalchemy import Column, Index, String, Table, text

from bot.domain.telling.subscriptions import EndedWhy
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation

_LIVING = text("ended_at IS NULL")

push_subscription = Table(
    "push_subscription",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    link("session_id", "page_session"),
    Column("endpoint", String, nullable=False),
    Column("p256dh", String, nullable=False),
    Column("auth", String, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("ended_why", String),
    Index(None, "person_id", sqlite_where=_LIVING, postgresql_where=_LIVING),
    Index(None, "session_id", unique=True, sqlite_where=_LIVING, postgresql_where=_LIVING),
    one_of("ended_why", EndedWhy),
    sqlite_autoincrement=True,
)
