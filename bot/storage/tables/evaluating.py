"""The end of a period: late choices, the rule of the workplace's result, and results."""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table

from bot.domain.evaluating.workplace_rule import RuleKind
from bot.storage.columns import Exact, Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeReason

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
    Column("reason", FreeReason, nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("undone_at", Instant),
    Index(None, "period_id", "track_id"),
    sqlite_autoincrement=True,
)

workplace_rule = Table(
    "workplace_rule",
    metadata,
    link("programme_id", "programme", primary_key=True),
    organisation(),
    Column("kind", String, nullable=False),
    # In percent; exact, so a fraction in words.
    Column("to_reach", Exact, nullable=False),
    link("author_id", "person", nullable=True),
    Column("said_at", Instant, nullable=False),
    one_of("kind", RuleKind),
)

workplace_weight = Table(
    "workplace_weight",
    metadata,
    link("programme_id", "programme", primary_key=True),
    link("competence_id", "competence", primary_key=True),
    organisation(),
    Column("weight", Integer, nullable=False),
)

workplace_result = Table(
    "workplace_result",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    link("period_id", "period"),
    Column("points", Exact, nullable=False),
    Column("total", Exact, nullable=False),
    link("author_id", "person"),
    # In whose name, where a coach writes down what somebody else gave.
    link("for_id", "person", nullable=True),
    Column("said_at", Instant, nullable=False),
    # All are kept; what was taken back does not count.
    Column("undone_at", Instant),
    Index(None, "track_id", "period_id"),
    sqlite_autoincrement=True,
)
