"""Visits of coaches at workplaces: when, what was said there, and what was promised."""

from sqlalchemy import Column, Index, String, Table

from bot.domain.school.tracks import Role
from bot.domain.visiting.promises import PromiseOutcome
from bot.domain.visiting.visits import MinutePart
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords

visit = Table(
    "visit",
    metadata,
    key(),
    organisation(),
    link("placement_id", "placement"),
    link("coach_id", "person", nullable=True),
    link("asked_by_id", "person", nullable=True),
    Column("made_at", Instant, nullable=False),
    Column("planned_for", Instant),
    Column("held_on", String(10)),
    Column("called_off_at", Instant),
    Index(None, "placement_id"),
    sqlite_autoincrement=True,
)
"""One that was asked for has no coach until it is planned."""

visit_minute = Table(
    "visit_minute",
    metadata,
    organisation(),
    link("visit_id", "visit", primary_key=True),
    Column("part", String, primary_key=True),
    Column("words", FreeWords, nullable=False),
    Column("said_at", Instant, nullable=False),
    one_of("part", MinutePart),
)

promise = Table(
    "promise",
    metadata,
    key(),
    organisation(),
    link("visit_id", "visit"),
    Column("owed_by", String, nullable=False),
    Column("words", FreeWords, nullable=False),
    Column("due_on", String(10)),
    Column("outcome", String),
    Column("ended_at", Instant),
    Index(None, "visit_id"),
    one_of("owed_by", Role),
    one_of("outcome", PromiseOutcome),
    sqlite_autoincrement=True,
)
