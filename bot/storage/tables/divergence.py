"""Divergence: who is at work, what stands open, who was told and asked, and what was done."""

from sqlalchemy import JSON, Column, Index, Integer, String, Table, text
from sqlalchemy import UniqueConstraint as Unique

from bot.domain.divergence.alerts import AlertState
from bot.domain.divergence.kinds import DivergenceKind, Route
from bot.storage.columns import Identity, Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords

STANDS = text("state = 'open'")
UNANSWERED = text("answered_at IS NULL")

sitting = Table(
    "sitting",
    metadata,
    link("track_id", "track", primary_key=True),
    link("competence_id", "competence", primary_key=True),
    link("scorer_id", "person", primary_key=True),
    organisation(),
    Column("said_at", Instant, nullable=False),
    Column("done_at", Instant),
)

alert = Table(
    "alert",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    link("competence_id", "competence"),
    Column("kind", String, nullable=False),
    Column("state", String, nullable=False),
    Column("route", String, nullable=False),
    Column("since", Instant, nullable=False),
    Column("gist", JSON, nullable=False),
    Column("severity", Integer, nullable=False),
    Column("raised_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("acknowledged_at", Instant),
    Column("snoozed_until", Instant),
    Column("period_id", Identity),
    Column("news_at", Instant),
    Column("ended", String),
    Unique("track_id", "competence_id", "kind"),
    Index(None, "track_id", sqlite_where=STANDS, postgresql_where=STANDS),
    one_of("kind", DivergenceKind),
    one_of("state", AlertState),
    one_of("route", Route),
    sqlite_autoincrement=True,
)

alert_message = Table(
    "alert_message",
    metadata,
    link("alert_id", "alert", primary_key=True),
    link("coach_id", "person", primary_key=True),
    organisation(),
    link("outbox_id", "outbox"),
    Index(None, "outbox_id"),
)

question = Table(
    "question",
    metadata,
    key(),
    organisation(),
    link("alert_id", "alert"),
    link("asked_by_id", "person"),
    link("asked_id", "person"),
    Column("role", String, nullable=False),
    Column("text", FreeWords, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("answer", FreeWords),
    Column("answered_at", Instant),
    Index(None, "alert_id"),
    Index(None, "asked_id", sqlite_where=UNANSWERED, postgresql_where=UNANSWERED),
    sqlite_autoincrement=True,
)

intervention = Table(
    "intervention",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    link("alert_id", "alert", nullable=True),
    link("author_id", "person"),
    Column("kind", String, nullable=False),
    Column("text", FreeWords, nullable=False),
    Column("at", Instant, nullable=False),
    Index(None, "track_id", "at"),
    sqlite_autoincrement=True,
)

thresholds = Table(
    "thresholds",
    metadata,
    link("programme_id", "programme", primary_key=True),
    organisation(),
    Column("chosen", JSON, nullable=False),
)
