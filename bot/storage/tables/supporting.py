"""What helps students, why placements stopped, incidents at work, and tracks handed over."""

from sqlalchemy import JSON, Column, Index, String, Table

from bot.domain.supporting.measures import MeasureShare
from bot.domain.supporting.stops import StopAudience, StopReason
from bot.domain.supporting.substitutes import SUBSTITUTED
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

incident = Table(
    "incident",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    link("by_id", "person"),
    Column("words", FreeWords, nullable=False),
    Column("told_at", Instant, nullable=False),
    Index(None, "by_id"),
    Index(None, "track_id"),
    sqlite_autoincrement=True,
)
"""What somebody reported of an incident at work: for the track's coaches and who reported it."""

incident_coach = Table(
    "incident_coach",
    metadata,
    organisation(),
    link("incident_id", "incident", primary_key=True),
    link("coach_id", "person", primary_key=True),
    Column("seen_at", Instant),
)
"""To which coaches an incident went, and since when each says to have seen it."""

handover = Table(
    "handover",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    link("from_id", "person"),
    link("to_id", "person"),
    link("by_id", "person"),
    Column("due_on", String(10)),
    Column("made_at", Instant, nullable=False),
    Column("done_at", Instant),
    Column("ended_at", Instant),
    Column("seen_at", Instant),
    # What went along, by identities, so that it can be taken back exactly.
    Column("moved", JSON),
    Index(None, "track_id"),
    Index(None, "to_id"),
    sqlite_autoincrement=True,
)
"""A track's way from one coach to another, at once or from a day on."""

substitute = Table(
    "substitute",
    metadata,
    key(),
    organisation(),
    link("placement_id", "placement"),
    Column("role", String, nullable=False),
    link("absent_id", "person"),
    link("person_id", "person"),
    link("by_id", "person", nullable=True),
    Column("said_at", Instant, nullable=False),
    # The end of the last day, by the school's clock.
    Column("ends_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Index(None, "placement_id"),
    Index(None, "person_id"),
    Index(None, "absent_id"),
    one_of("role", SUBSTITUTED),
    sqlite_autoincrement=True,
)
"""Who stands in for whom at a placement; the seat itself is an involvement that points here."""
