"""What teachers decide about lessons on campus: settings, sessions, their groups and places."""

from alembic import op
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    SmallInteger,
    String,
    UniqueConstraint,
    false,
)

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0038"
down_revision = "0037"

_LESSON = "uq_campus_session_lesson"
"""By its columns it would be longer than PostgreSQL's names."""


def upgrade() -> None:
    """Make the tables."""
    _make_settings()
    _make_sessions()


def _make_settings() -> None:
    op.create_table(
        "campus_setting",
        organisation(),
        link("class_group_id", "class_group", primary_key=True),
        link("programme_id", "programme", primary_key=True),
        link("teacher_id", "person"),
        Column("groups", SmallInteger, nullable=False, server_default="2"),
        Column("group_size", SmallInteger),
        Column("class_size", SmallInteger),
        CheckConstraint("groups BETWEEN 1 AND 9", name="groups"),
        CheckConstraint("group_size > 0", name="group_size"),
        CheckConstraint("class_size > 0", name="class_size"),
    )
    op.create_table(
        "campus_need",
        organisation(),
        link("class_group_id", "class_group", primary_key=True),
        link("programme_id", "programme", primary_key=True),
        link("competence_id", "competence", primary_key=True),
        Column("sessions", SmallInteger, nullable=False),
        CheckConstraint("sessions BETWEEN 1 AND 40", name="sessions"),
    )


def _make_sessions() -> None:
    op.create_table(
        "campus_session",
        key(),
        organisation(),
        link("class_group_id", "class_group"),
        link("programme_id", "programme"),
        link("teacher_id", "person"),
        instant("starts_at"),
        Column("state", String, nullable=False),
        Column("locked", Boolean, nullable=False, server_default=false()),
        link("entry_id", "entry", nullable=True),
        UniqueConstraint("class_group_id", "programme_id", "teacher_id", "starts_at", name=_LESSON),
        Index(None, "starts_at"),
        one_of("state", "proposed", "confirmed", "given", "skipped"),
    )
    op.create_table(
        "campus_group",
        key(),
        organisation(),
        link("campus_session_id", "campus_session"),
        Column("position", SmallInteger, nullable=False),
        Column("kind", String, nullable=False),
        link("competence_id", "competence", nullable=True),
        link("scenario_id", "scenario", nullable=True),
        UniqueConstraint("campus_session_id", "position"),
        one_of("kind", "gap", "together", "support", "own"),
    )
    op.create_table(
        "campus_place",
        organisation(),
        link("campus_group_id", "campus_group", primary_key=True),
        link("track_id", "track", primary_key=True),
        Column("joins", Boolean, nullable=False, server_default=false()),
        Column("moved", Boolean, nullable=False, server_default=false()),
        Column("outcome", String),
        Index(None, "track_id"),
        one_of("outcome", "reached", "not_reached", "away"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in (
        "campus_place",
        "campus_group",
        "campus_session",
        "campus_need",
        "campus_setting",
    ):
        op.drop_table(table)
