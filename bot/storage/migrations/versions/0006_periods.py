"""Periods, photos and reminders; one unasked message a day; when lessons are."""

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    SmallInteger,
    String,
    Text,
    UniqueConstraint,
    false,
    text,
)

from bot.storage.migrations.shapes import IDENTITY, instant, key, link, one_of, organisation

revision = "0006"
down_revision = "0005"

ROLES = ("student", "mentor", "teacher")


def upgrade() -> None:
    """Make the tables, and the columns that they need elsewhere."""
    make_periods()
    make_photos()
    make_errands()
    op.add_column("outbox", Column("asks", String, nullable=False, server_default=""))
    op.add_column("outbox", Column("day", String))
    op.create_index("ix_outbox_person_id_day", "outbox", ["person_id", "day"], unique=True)
    op.add_column(
        "organisation", Column("ahead_seconds", Integer, nullable=False, server_default="0")
    )
    undone = text("undone_at IS NOT NULL")
    op.create_index(
        "ix_entry_undone_at", "entry", ["undone_at"], sqlite_where=undone, postgresql_where=undone
    )
    op.create_index("ix_score_said_at", "score", ["said_at"])


def downgrade() -> None:
    """Drop the columns and the tables."""
    op.drop_index("ix_score_said_at", "score")
    op.drop_index("ix_entry_undone_at", "entry")
    op.drop_index("ix_outbox_person_id_day", "outbox")
    op.drop_column("outbox", "day")
    op.drop_column("outbox", "asks")
    op.drop_column("organisation", "ahead_seconds")
    for name in (
        "look", "lesson_time", "errand", "photo_colour", "photo_track", "photo", "planned",
        "reminder_plan", "period",
    ):  # fmt: skip
        op.drop_table(name)


def make_periods() -> None:
    op.create_table(
        "period",
        key(),
        organisation(),
        link("programme_id", "programme"),
        Column("name", String, nullable=False),
        instant("opens_at"),
        instant("photo_at", nullable=True),
        instant("choose_from", nullable=True),
        instant("choose_until", nullable=True),
        Column("moves", Integer, nullable=False, server_default="0"),
        instant("changed_at", nullable=True),
        Column("cancelled", Boolean, nullable=False, server_default=false()),
        Index(None, "programme_id", "opens_at"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "reminder_plan",
        link("programme_id", "programme", primary_key=True),
        organisation(),
        Column("days", String, nullable=False),
        Column("rehearsal", Integer),
        Column("missing", Integer),
    )
    op.create_table(
        "planned",
        link("period_id", "period", primary_key=True),
        Column("key", String, primary_key=True),
        organisation(),
        instant("at"),
        Column("people", Integer, nullable=False),
        Column("dropped", Boolean, nullable=False, server_default=false()),
    )


def make_photos() -> None:
    untaken = text("taken_at IS NULL")
    op.create_table(
        "photo",
        key(),
        organisation(),
        link("period_id", "period"),
        Column("cut_off", String, nullable=False),
        instant("agreed_at"),
        instant("as_of"),
        Column("upto_track", IDENTITY, nullable=False, server_default="0"),
        instant("taken_at", nullable=True),
        Column("digest", String, nullable=False, server_default=""),
        Column("public_key", String, nullable=False, server_default=""),
        Column("signature", String, nullable=False, server_default=""),
        UniqueConstraint("period_id"),
        Index(None, "as_of", sqlite_where=untaken, postgresql_where=untaken),
        one_of("cut_off", "at_least", "more_than"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "photo_track",
        link("photo_id", "photo", primary_key=True),
        link("track_id", "track", primary_key=True),
        organisation(),
        Column("upto_score", IDENTITY, nullable=False),
        Column("digest", Text, nullable=False),
        Index(None, "track_id"),
    )
    op.create_table(
        "photo_colour",
        link("photo_id", "photo", primary_key=True),
        link("track_id", "track", primary_key=True),
        link("competence_id", "competence", primary_key=True),
        Column("role", String, primary_key=True),
        organisation(),
        Column("indicators", SmallInteger, nullable=False),
        Column("scored", SmallInteger, nullable=False),
        Column("acquired", SmallInteger, nullable=False),
        Column("autonomous", SmallInteger, nullable=False),
        Column("covered", SmallInteger, nullable=False),
        one_of("role", *ROLES),
    )


def make_errands() -> None:
    open_errand = text("settled_at IS NULL")
    op.create_table(
        "errand",
        key(),
        organisation(),
        link("person_id", "person"),
        Column("kind", String, nullable=False),
        Column("subject", String, nullable=False),
        Column("about_id", IDENTITY),
        instant("due_at"),
        instant("expires_at"),
        instant("settled_at", nullable=True),
        link("outbox_id", "outbox", nullable=True),
        UniqueConstraint("person_id", "kind", "subject"),
        Index(None, "due_at", sqlite_where=open_errand, postgresql_where=open_errand),
        Index(None, "outbox_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "lesson_time",
        link("class_group_id", "class_group", primary_key=True),
        link("teacher_id", "person", primary_key=True),
        Column("weekday", SmallInteger, primary_key=True, autoincrement=False),
        Column("starts", String(5), primary_key=True),
        organisation(),
    )
    op.create_table(
        "look",
        Column("platform", String, primary_key=True),
        instant("last"),
        instant("silent_from", nullable=True),
        instant("silent_until", nullable=True),
    )
