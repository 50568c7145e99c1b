"""People and what they learn: organisations, frameworks, programmes, tracks and placements."""

from alembic import op
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    UniqueConstraint,
    false,
)

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0001"
down_revision = None

TABLES = (
    "organisation",
    "person",
    "framework",
    "competence",
    "indicator",
    "programme",
    "course_component",
    "programme_competence",
    "context",
    "context_competence",
    "class_group",
    "workplace",
    "track",
    "placement",
    "involvement",
    "focus",
)


def upgrade() -> None:
    """Make the tables."""
    make_people()
    make_frameworks()
    make_programmes()
    make_contexts()
    make_tracks()
    make_placements()


def downgrade() -> None:
    """Drop the tables, the pointing ones first."""
    for table in reversed(TABLES):
        op.drop_table(table)


def make_people() -> None:
    op.create_table(
        "organisation",
        key(),
        Column("name", String, nullable=False),
        Column("language", String, nullable=False),
        Column("time_zone", String, nullable=False),
        Column("sample", Boolean, nullable=False, server_default=false()),
        UniqueConstraint("name"),
    )
    op.create_table(
        "person",
        key(),
        organisation(),
        Column("school_id", String, nullable=False),
        Column("name", String, nullable=False),
        Column("folded_name", String, nullable=False),
        Column("language", String),
        Column("chosen_language", String),
        Column("time_zone", String),
        Column("email", String),
        Column("profile", String, nullable=False, server_default="standard"),
        Column("hours", String, nullable=False, server_default="day"),
        Column("muted", Boolean, nullable=False, server_default=false()),
        instant("absent_until", nullable=True),
        UniqueConstraint("organisation_id", "school_id"),
        one_of("profile", "light", "standard", "active"),
        one_of("hours", "day", "morning", "noon", "evening"),
        sqlite_autoincrement=True,
    )


def make_frameworks() -> None:
    op.create_table(
        "framework",
        key(),
        organisation(),
        Column("code", String, nullable=False),
        Column("version", String, nullable=False),
        Column("title", String, nullable=False),
        Column("source", String, nullable=False, server_default=""),
        UniqueConstraint("organisation_id", "code", "version"),
    )
    op.create_table(
        "competence",
        key(),
        organisation(),
        link("framework_id", "framework"),
        Column("number", Integer, nullable=False),
        Column("title", String, nullable=False),
        UniqueConstraint("framework_id", "number"),
        CheckConstraint("number > 0", name="number"),
    )
    op.create_table(
        "indicator",
        key(),
        organisation(),
        link("competence_id", "competence"),
        Column("number", Integer, nullable=False),
        Column("text", String, nullable=False),
        UniqueConstraint("competence_id", "number"),
        CheckConstraint("number > 0", name="number"),
    )


def make_programmes() -> None:
    op.create_table(
        "programme",
        key(),
        organisation(),
        Column("code", String, nullable=False),
        Column("title", String, nullable=False),
        Column("cut_off", String, nullable=False, server_default="at_least"),
        Column("revision", Integer, nullable=False, server_default="1"),
        UniqueConstraint("organisation_id", "code"),
        one_of("cut_off", "at_least", "more_than"),
    )
    op.create_table(
        "course_component",
        key(),
        organisation(),
        link("programme_id", "programme"),
        Column("title", String, nullable=False),
        UniqueConstraint("programme_id", "title"),
    )
    op.create_table(
        "programme_competence",
        organisation(),
        link("programme_id", "programme", primary_key=True),
        link("competence_id", "competence", primary_key=True),
        Column("number", Integer, nullable=False),
        link("course_component_id", "course_component", nullable=True),
        UniqueConstraint("programme_id", "number"),
    )


def make_contexts() -> None:
    op.create_table(
        "context",
        key(),
        organisation(),
        link("programme_id", "programme"),
        Column("number", Integer, nullable=False),
        Column("title", String, nullable=False),
        UniqueConstraint("programme_id", "number"),
    )
    op.create_table(
        "context_competence",
        organisation(),
        link("context_id", "context", primary_key=True),
        link("competence_id", "competence", primary_key=True),
        Column("contribution", String, nullable=False),
        one_of("contribution", "starts", "develops"),
    )


def make_tracks() -> None:
    op.create_table(
        "class_group",
        key(),
        organisation(),
        Column("name", String, nullable=False),
        UniqueConstraint("organisation_id", "name"),
    )
    op.create_table(
        "track",
        key(),
        organisation(),
        link("student_id", "person"),
        link("programme_id", "programme"),
        link("class_group_id", "class_group"),
        UniqueConstraint("student_id", "programme_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "focus",
        organisation(),
        link("track_id", "track", primary_key=True),
        link("author_id", "person", primary_key=True),
        link("indicator_id", "indicator", primary_key=True),
        instant("said_at"),
        instant("until"),
    )


def make_placements() -> None:
    op.create_table(
        "workplace",
        key(),
        organisation(),
        Column("name", String, nullable=False),
        UniqueConstraint("organisation_id", "name"),
    )
    op.create_table(
        "placement",
        key(),
        organisation(),
        link("track_id", "track"),
        link("workplace_id", "workplace"),
        Column("training_plan", String),
        Column("weekly_hours", Integer),
        Column("starts_on", String),
        Column("ends_on", String),
        UniqueConstraint("track_id", "workplace_id"),
        CheckConstraint("weekly_hours BETWEEN 0 AND 60", name="weekly_hours"),
    )
    op.create_table(
        "involvement",
        organisation(),
        link("placement_id", "placement", primary_key=True),
        link("person_id", "person", primary_key=True),
        Column("role", String, primary_key=True),
        link("track_id", "track"),
        Index(None, "person_id", "track_id"),
        Index(None, "track_id"),
        one_of("role", "mentor", "teacher", "coach"),
    )
