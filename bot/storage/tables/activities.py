"""What workplaces can offer of a programme."""

from sqlalchemy import Column, Index, String, Table, UniqueConstraint

from bot.domain.school.tracks import Role
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation

activity_list = Table(
    "activity_list",
    metadata,
    key(),
    organisation(),
    link("workplace_id", "workplace"),
    link("programme_id", "programme"),
    link("author_id", "person", nullable=True),
    Column("author_role", String),
    Column("changed_at", Instant, nullable=False),
    UniqueConstraint("workplace_id", "programme_id"),
    one_of("author_role", (Role.MENTOR, Role.COACH)),
    sqlite_autoincrement=True,
)
"""Nobody has written a list that was imported."""

activity = Table(
    "activity",
    metadata,
    key(),
    organisation(),
    link("activity_list_id", "activity_list"),
    Column("title", String, nullable=False),
    UniqueConstraint("activity_list_id", "title"),
)
"""The one without a title holds what was tapped."""

activity_competence = Table(
    "activity_competence",
    metadata,
    organisation(),
    link("activity_id", "activity", primary_key=True),
    link("competence_id", "competence", primary_key=True),
)

activity_context = Table(
    "activity_context",
    metadata,
    organisation(),
    link("activity_id", "activity", primary_key=True),
    link("context_id", "context", primary_key=True),
    Index(None, "context_id"),
)

activity_exception = Table(
    "activity_exception",
    metadata,
    organisation(),
    link("activity_list_id", "activity_list", primary_key=True),
    link("competence_id", "competence", primary_key=True),
)
"""What an activity brings and cannot be done there all the same."""
