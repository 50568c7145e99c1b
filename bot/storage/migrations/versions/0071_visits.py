"""Visits of coaches at workplaces, their minutes, and what was promised there."""

from alembic import op
from sqlalchemy import Column, String, Text

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0071"
down_revision = "0070"


def upgrade() -> None:
    """Make room for them, empty."""
    op.create_table(
        "visit",
        key(),
        organisation(),
        link("placement_id", "placement"),
        link("coach_id", "person", nullable=True),
        link("asked_by_id", "person", nullable=True),
        instant("made_at"),
        instant("planned_for", nullable=True),
        Column("held_on", String(10)),
        instant("called_off_at", nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_visit_placement_id"), "visit", ["placement_id"])
    op.create_table(
        "visit_minute",
        organisation(),
        link("visit_id", "visit", primary_key=True),
        Column("part", String, primary_key=True),
        Column("words", Text, nullable=False),
        instant("said_at"),
        one_of("part", "going", "talked"),
    )
    op.create_table(
        "promise",
        key(),
        organisation(),
        link("visit_id", "visit"),
        Column("owed_by", String, nullable=False),
        Column("words", Text, nullable=False),
        Column("due_on", String(10)),
        Column("outcome", String),
        instant("ended_at", nullable=True),
        one_of("owed_by", "student", "mentor", "teacher", "coach"),
        one_of("outcome", "kept", "dropped"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_promise_visit_id"), "promise", ["visit_id"])


def downgrade() -> None:
    """Forget them."""
    for name in ("promise", "visit_minute", "visit"):
        op.drop_table(name)
