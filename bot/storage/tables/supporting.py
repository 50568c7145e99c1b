"""What helps students."""

from sqlalchemy import Column, Index, String, Table

from bot.domain.supporting.measures import MeasureShare
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords

measure = Table(
    "measure",
    metadata,
    key(),
    organisation(),
    link("student_id", "person"),
    Column("words", FreeWords, nullable=False),
    Column("share", String, nullable=False),
    Column("said_at", Instant, nullable=False),
    Index(None, "student_id"),
    one_of("share", MeasureShare),
    sqlite_autoincrement=True,
)
