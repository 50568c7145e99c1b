"""What a workplace has to have: its recognition, and the training of its mentors."""

from sqlalchemy import Column, String, Table, UniqueConstraint

from bot.domain.agreeing.mentor_courses import CourseState
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation

recognition = Table(
    "recognition",
    metadata,
    key(),
    organisation(),
    link("workplace_id", "workplace"),
    link("programme_id", "programme"),
    Column("recognised_until", String(10)),
    Column("given_on", String(10)),
    Column("asked_on", String(10)),
    link("said_by_id", "person", nullable=True),
    Column("said_at", Instant, nullable=False),
    UniqueConstraint("workplace_id", "programme_id"),
    sqlite_autoincrement=True,
)
"""Nobody said what was imported."""

mentor_course = Table(
    "mentor_course",
    metadata,
    organisation(),
    link("person_id", "person", primary_key=True),
    Column("state", String, nullable=False),
    Column("day", String(10)),
    link("said_by_id", "person", nullable=True),
    Column("said_at", Instant, nullable=False),
    one_of("state", CourseState),
)
"""What is planned has a day; of what is done it may be forgotten."""
