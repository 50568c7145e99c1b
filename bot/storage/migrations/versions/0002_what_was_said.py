"""What was said: entries, their scores and notes, and the marks and colours these give."""

from alembic import op
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    SmallInteger,
    String,
    Text,
    false,
)

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0002"
down_revision = "0001"

TABLES = ("entry", "score", "note", "mark", "colour")


def perspective() -> CheckConstraint:
    return one_of("role", "student", "mentor", "teacher")


def mastery() -> CheckConstraint:
    return one_of("mastery", "X", "L", "V")


def coverage() -> CheckConstraint:
    return one_of("coverage", "N", "S", "R")


def upgrade() -> None:
    """Make the tables."""
    make_entry()
    make_score()
    make_note()
    make_mark()
    make_colour()


def downgrade() -> None:
    """Drop the tables, the pointing ones first."""
    for table in reversed(TABLES):
        op.drop_table(table)


def make_entry() -> None:
    op.create_table(
        "entry",
        key(),
        organisation(),
        link("author_id", "person"),
        Column("title", String, nullable=False),
        Column("source", String, nullable=False, server_default=""),
        instant("said_at"),
        instant("undone_at", nullable=True),
        Index(None, "author_id", "id"),
        Index(None, "author_id", "source"),
        sqlite_autoincrement=True,
    )


def make_score() -> None:
    op.create_table(
        "score",
        key(),
        organisation(),
        link("entry_id", "entry"),
        link("track_id", "track"),
        link("competence_id", "competence"),
        link("indicator_id", "indicator"),
        Column("role", String, nullable=False),
        link("author_id", "person"),
        link("placement_id", "placement", nullable=True),
        Column("mastery", String(1)),
        Column("coverage", String(1)),
        Column("tally", SmallInteger, nullable=False, server_default="0"),
        Column("not_here", Boolean, nullable=False, server_default=false()),
        instant("said_at"),
        Index(None, "track_id", "indicator_id", "role"),
        Index(None, "entry_id"),
        perspective(),
        mastery(),
        coverage(),
        CheckConstraint("tally BETWEEN 0 AND 1", name="tally"),
        CheckConstraint(
            "mastery IS NOT NULL OR coverage IS NOT NULL OR tally = 1 OR not_here",
            name="says_something",
        ),
        CheckConstraint(
            "coverage IS NULL OR mastery IS NULL OR coverage <> 'N' OR mastery = 'X'",
            name="no_contradiction",
        ),
        sqlite_autoincrement=True,
    )


def make_note() -> None:
    op.create_table(
        "note",
        key(),
        organisation(),
        link("entry_id", "entry"),
        link("track_id", "track"),
        link("competence_id", "competence"),
        link("indicator_id", "indicator", nullable=True),
        Column("role", String, nullable=False),
        link("author_id", "person"),
        Column("text", Text, nullable=False),
        instant("said_at"),
        Index(None, "track_id", "competence_id"),
        Index(None, "entry_id"),
        perspective(),
        sqlite_autoincrement=True,
    )


def make_mark() -> None:
    op.create_table(
        "mark",
        organisation(),
        link("track_id", "track", primary_key=True),
        link("indicator_id", "indicator", primary_key=True),
        Column("role", String, primary_key=True),
        link("competence_id", "competence"),
        Column("mastery", String(1)),
        Column("coverage", String(1)),
        Column("tally", Integer, nullable=False),
        Column("not_here", Boolean, nullable=False),
        instant("mastery_at", nullable=True),
        instant("said_at"),
        link("author_id", "person"),
        link("placement_id", "placement", nullable=True),
        Index(None, "track_id", "competence_id"),
        perspective(),
        mastery(),
        coverage(),
    )


def make_colour() -> None:
    op.create_table(
        "colour",
        organisation(),
        link("track_id", "track", primary_key=True),
        link("competence_id", "competence", primary_key=True),
        Column("role", String, primary_key=True),
        Column("scored", SmallInteger, nullable=False),
        Column("acquired", SmallInteger, nullable=False),
        Column("autonomous", SmallInteger, nullable=False),
        Column("covered", SmallInteger, nullable=False),
        perspective(),
        CheckConstraint(
            "0 <= autonomous AND autonomous <= acquired AND acquired <= scored AND covered >= 0",
            name="counts",
        ),
    )
