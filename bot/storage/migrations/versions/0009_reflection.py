"""Reflection: a student's week, questions asked, answers, and what comes of them."""

from alembic import op
from sqlalchemy import Column, Index, SmallInteger, String, Text

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0009"
down_revision = "0008"

SHARES = ("me", "coach", "all")
METHODS = (
    "modelling", "scaffolding", "articulation", "coaching", "reflection", "exploration",
    "generalisation",
)  # fmt: skip


def upgrade() -> None:
    """Make the tables."""
    make_questions()
    make_answers()
    make_outcomes()


def downgrade() -> None:
    """Drop the tables."""
    for name in (
        "feedback", "goal", "evidence", "answer_part", "answer", "asked", "reflecting",
    ):  # fmt: skip
        op.drop_table(name)


def make_questions() -> None:
    op.create_table(
        "reflecting",
        link("person_id", "person", primary_key=True),
        organisation(),
        Column("days", String(7), nullable=False),
        Column("at", String(5), nullable=False),
        Column("share", String, nullable=False),
        one_of("share", *SHARES),
    )
    op.create_table(
        "asked",
        key(),
        organisation(),
        link("track_id", "track"),
        Column("key", String, nullable=False),
        Column("method", String, nullable=False),
        link("indicator_id", "indicator", nullable=True),
        Column("times", SmallInteger, nullable=False),
        instant("at"),
        link("errand_id", "errand", nullable=True),
        instant("skipped_at", nullable=True),
        Index(None, "track_id", "at"),
        one_of("method", *METHODS),
        sqlite_autoincrement=True,
    )


def make_answers() -> None:
    op.create_table(
        "answer",
        key(),
        organisation(),
        link("track_id", "track"),
        link("asked_id", "asked", nullable=True),
        Column("share", String, nullable=False),
        instant("said_at"),
        instant("done_at", nullable=True),
        instant("withdrawn_at", nullable=True),
        Index(None, "track_id", "said_at"),
        Index(None, "asked_id"),
        one_of("share", *SHARES),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "answer_part",
        key(),
        organisation(),
        link("answer_id", "answer"),
        Column("kind", String, nullable=False),
        Column("text", Text, nullable=False),
        Column("file", String, nullable=False, server_default=""),
        Column("source", String, nullable=False),
        instant("said_at"),
        Index(None, "answer_id"),
        Index(None, "source"),
        one_of("kind", "text", "photo", "voice"),
        sqlite_autoincrement=True,
    )


def make_outcomes() -> None:
    op.create_table(
        "evidence",
        link("answer_id", "answer", primary_key=True),
        link("indicator_id", "indicator", primary_key=True),
        organisation(),
    )
    op.create_table(
        "goal",
        key(),
        organisation(),
        link("answer_id", "answer"),
        link("indicator_id", "indicator", nullable=True),
        Column("text", Text, nullable=False),
        instant("due_at"),
        link("taken_up_id", "asked", nullable=True),
        Index(None, "answer_id"),
        Index(None, "taken_up_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "feedback",
        key(),
        organisation(),
        link("answer_id", "answer"),
        link("giver_id", "person"),
        instant("asked_at"),
        link("outbox_id", "outbox", nullable=True),
        Column("text", Text),
        instant("given_at", nullable=True),
        Index(None, "answer_id"),
        sqlite_autoincrement=True,
    )
