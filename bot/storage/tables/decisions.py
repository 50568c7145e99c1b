"""What class councils decide: records that are added, signed, and never changed."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.domain.evaluating.decisions import DecisionKind
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords, MayName, MayNameShort

FIRST = text("follows_id IS NULL")
UNSIGNED = text("signature = ''")

decision = Table(
    "decision",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    link("period_id", "period"),
    Column("photo_digest", String, nullable=False),
    link("follows_id", "decision", nullable=True),
    Column("kind", String, nullable=False),
    Column("words", FreeWords, nullable=False, server_default=""),
    Column("council", MayName, nullable=False),
    Column("decided_on", String(10), nullable=False),
    Column("reason", FreeWords, nullable=False),
    Column("basis", MayName, nullable=False),
    link("author_id", "person"),
    Column("made_at", Instant, nullable=False),
    Column("number", Integer, nullable=False),
    Column("before", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("public_key", String, nullable=False, server_default=""),
    Column("signature", String, nullable=False, server_default=""),
    UniqueConstraint("organisation_id", "number"),
    UniqueConstraint("follows_id"),
    Index(
        "ix_decision_first",
        "track_id",
        "period_id",
        unique=True,
        sqlite_where=FIRST,
        postgresql_where=FIRST,
    ),
    Index("ix_decision_unsigned", "id", sqlite_where=UNSIGNED, postgresql_where=UNSIGNED),
    one_of("kind", DecisionKind),
    CheckConstraint("(kind = 'other') = (words <> '')", name="words"),
    sqlite_autoincrement=True,
)
"""`council` is a list of names as JSON; of each track and period one is first, the others each
correct one that came before. A seal is all that is ever added to a row."""

decision_told = Table(
    "decision_told",
    metadata,
    link("decision_id", "decision", primary_key=True),
    organisation(),
    Column("told_by", MayNameShort, nullable=False),
    Column("told_on", String(10), nullable=False),
    link("author_id", "person"),
    Column("said_at", Instant, nullable=False),
)
"""That a person told the student, and which; beside the record, since it comes later."""
