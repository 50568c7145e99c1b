"""What a teacher chose for a student, or took back, once the choice was over."""

from sqlalchemy import Boolean, Column, Index, String, Table

from bot.storage.columns import Instant, key, link, metadata, organisation

late_choice = Table(
    "late_choice",
    metadata,
    key(),
    organisation(),
    link("period_id", "period"),
    link("track_id", "track"),
    link("course_component_id", "course_component"),
    Column("chosen", Boolean, nullable=False),
    link("author_id", "person"),
    Column("reason", String, nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("undone_at", Instant),
    Index(None, "period_id", "track_id"),
    sqlite_autoincrement=True,
)
