"""What any actor did to help learning, what for, and whether it helped."""

from sqlalchemy import Column, Index, String, Table

from bot.domain.intervening.interventions import (
    ActsOn,
    Helped,
    InterventionAbout,
    InterventionLevel,
)
from bot.domain.school.tracks import Role
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords

own_intervention = Table(
    "own_intervention",
    metadata,
    key(),
    organisation(),
    link("by_id", "person"),
    Column("role", String, nullable=False),
    Column("about", String, nullable=False),
    link("track_id", "track", nullable=True),
    link("workplace_id", "workplace", nullable=True),
    link("class_group_id", "class_group", nullable=True),
    Column("level", String, nullable=False),
    Column("acts_on", String),
    Column("words", FreeWords, nullable=False),
    Column("purpose", FreeWords, nullable=False, server_default=""),
    Column("done_on", String(10), nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("helped", String),
    Column("outcome", FreeWords, nullable=False, server_default=""),
    Column("helped_at", Instant),
    Index(None, "by_id"),
    Index(None, "track_id"),
    one_of("role", Role),
    one_of("about", InterventionAbout),
    one_of("level", InterventionLevel),
    one_of("acts_on", ActsOn),
    one_of("helped", Helped),
    sqlite_autoincrement=True,
)
