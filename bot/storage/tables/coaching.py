"""Tips that mentors were told, and what they said of each."""

from sqlalchemy import Column, Index, String, Table
from sqlalchemy import UniqueConstraint as Unique

from bot.domain.coaching.methods import Method
from bot.domain.coaching.tips import Verdict
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation

tip_told = Table(
    "tip_told",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    Column("key", String, nullable=False),
    Column("method", String, nullable=False),
    Column("told_at", Instant, nullable=False),
    Column("verdict", String),
    link("errand_id", "errand", nullable=True),
    Unique("errand_id"),
    Index(None, "person_id", "told_at"),
    one_of("method", Method),
    one_of("verdict", Verdict),
    sqlite_autoincrement=True,
)
