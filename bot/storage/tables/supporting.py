"""What helps students, and why placements stopped."""

from sqlalchemy import Column, Index, String, Table, Text

from bot.domain.supporting.measures import MeasureShare
from bot.domain.supporting.stops import StopAudience, StopReason
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

placement_stop = Table(
    "placement_stop",
    metadata,
    organisation(),
    link("placement_id", "placement", primary_key=True),
    link("by_id", "person", nullable=True),
    Column("reason", String, nullable=False),
    Column("hears", String, nullable=False),
    Column("said_at", Instant, nullable=False),
    one_of("reason", StopReason),
    one_of("hears", StopAudience),
)
"""Why a placement stopped, as who said so; its last day stands with the placement."""
