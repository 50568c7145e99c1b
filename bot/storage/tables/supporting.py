"""What helps students."""

from sqlalchemy import Column, Index, String, Table, Text

from bot.domain.supporting.measures import MeasureShare
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation

measure = Table(
    "measure",
    metadata,
    key(),
    organisation(),
    link("student_id", "person"),
    Column("words", Text, nullable=False),
    Column("share", String, nullable=False),
    Column("said_at", Instant, nullable=False),
    Index(None, "student_id"),
    one_of("share", MeasureShare),
    sqlite_autoincrement=True,
)
