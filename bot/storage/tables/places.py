"""Where learning happens, and who is around it: class groups, tracks and placements."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    String,
    Table,
    UniqueConstraint,
)

from bot.domain.school.tracks import Role
from bot.storage.columns import Instant, Tenths, key, link, metadata, one_of, organisation

class_group = Table(
    "class_group",
    metadata,
    key(),
    organisation(),
    Column("name", String, nullable=False),
    UniqueConstraint("organisation_id", "name"),
)

workplace = Table(
    "workplace",
    metadata,
    key(),
    organisation(),
    Column("name", String, nullable=False),
    # A word of the school's own: by it totals for a sector are told apart.
    Column("region", String, nullable=False, server_default=""),
    UniqueConstraint("organisation_id", "name"),
)

track = Table(
    "track",
    metadata,
    key(),
    organisation(),
    link("student_id", "person"),
    link("programme_id", "programme"),
    link("class_group_id", "class_group"),
    UniqueConstraint("student_id", "programme_id"),
    sqlite_autoincrement=True,
)

placement = Table(
    "placement",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    link("workplace_id", "workplace"),
    Column("training_plan", String),
    Column("weekly_hours", Tenths),
    Column("starts_on", String),
    Column("ends_on", String),
    Column("ended_at", Instant),
    Column("stopped_on", String),
    Column("left_at", Instant),
    UniqueConstraint("track_id", "workplace_id"),
    CheckConstraint("weekly_hours BETWEEN 0 AND 600", name="weekly_hours"),
)

involvement = Table(
    "involvement",
    metadata,
    organisation(),
    link("placement_id", "placement", primary_key=True),
    link("person_id", "person", primary_key=True),
    Column("role", String, primary_key=True),
    link("track_id", "track"),
    # Where it is held for a while only.
    link("substitute_id", "substitute", nullable=True),
    Index(None, "person_id", "track_id"),
    Index(None, "track_id"),
    one_of("role", (Role.MENTOR, Role.TEACHER, Role.COACH)),
)

former_involvement = Table(
    "former_involvement",
    metadata,
    organisation(),
    link("placement_id", "placement", primary_key=True),
    link("person_id", "person", primary_key=True),
    Column("role", String, primary_key=True),
    link("track_id", "track"),
    link("substitute_id", "substitute", nullable=True),
    Index(None, "person_id", "role"),
    one_of("role", (Role.MENTOR, Role.TEACHER, Role.COACH)),
)
"""Who was around a placement when it ended: nobody looks on through these."""

focus = Table(
    "focus",
    metadata,
    organisation(),
    link("track_id", "track", primary_key=True),
    link("author_id", "person", primary_key=True),
    link("indicator_id", "indicator", primary_key=True),
    Column("said_at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
)
