"""What mentors were told that could be practised at their workplace, and what they said of it."""

from sqlalchemy import Column, Index, String, Table
from sqlalchemy import UniqueConstraint as Unique

from bot.domain.planning.mirror import MirrorAnswer
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation

mirror_told = Table(
    "mirror_told",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    link("track_id", "track"),
    link("competence_id", "competence"),
    Column("told_at", Instant, nullable=False),
    Column("answer", String),
    link("errand_id", "errand", nullable=True),
    Unique("errand_id"),
    Index(None, "person_id", "told_at"),
    one_of("answer", MirrorAnswer),
    sqlite_autoincrement=True,
)
