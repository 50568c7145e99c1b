"""What people may ask of what is kept about them."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, text

from bot.domain.rights.contesting import ContestEnding
from bot.domain.rights.looking import OpenedKind
from bot.domain.school.tracks import PERSPECTIVES
from bot.storage.columns import Identity, Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeReason

_OPERATOR = text("looker_id IS NULL")
_STANDS = text("ended_at IS NULL")

opened = Table(
    "opened",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    # Empty for whoever runs Kompaan and looked from the command line.
    link("looker_id", "person", nullable=True),
    Column("what", String, nullable=False),
    Column("on_day", String, nullable=False),
    Index("ix_opened_day", "track_id", "on_day", "looker_id", "what", unique=True),
    Index(
        "ix_opened_operator",
        "track_id",
        "on_day",
        "what",
        unique=True,
        sqlite_where=_OPERATOR,
        postgresql_where=_OPERATOR,
    ),
    one_of("what", OpenedKind),
    sqlite_autoincrement=True,
)

contest = Table(
    "contest",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    link("by_id", "person"),
    link("competence_id", "competence", nullable=True),
    link("indicator_id", "indicator", nullable=True),
    # In whose view it was said.
    Column("role", String, nullable=False),
    link("note_id", "note", nullable=True),
    Column("text", FreeReason, nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("ending", String),
    Column("ended_by", Identity),
    Column("ended_text", FreeReason, nullable=False, server_default=""),
    Index("ix_contest_open", "track_id", sqlite_where=_STANDS, postgresql_where=_STANDS),
    Index(None, "track_id"),
    one_of("role", PERSPECTIVES),
    one_of("ending", ContestEnding),
    sqlite_autoincrement=True,
)

notice_told = Table(
    "notice_told",
    metadata,
    organisation(),
    link("person_id", "person", primary_key=True),
    Column("version", Integer, nullable=False),
    Column("told_at", Instant, nullable=False),
)

guardian_word = Table(
    "guardian_word",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    Column("agreed", Boolean, nullable=False),
    Column("how", FreeReason, nullable=False),
    Column("on_day", String, nullable=False),
    # Who noted it; empty for the command line.
    Column("by_id", Identity),
    Column("noted_at", Instant, nullable=False),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)
