"""Desks of coaches: their own notes with a date, and when the clock looked through one."""

from alembic import op
from sqlalchemy import Column, String, Text

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0078"
down_revision = "0077"


def upgrade() -> None:
    """Make room for them, empty."""
    op.create_table(
        "desk_look",
        organisation(),
        link("person_id", "person", primary_key=True),
        Column("looked_on", String(10), nullable=False),
    )
    op.create_table(
        "desk_note",
        key(),
        organisation(),
        link("person_id", "person"),
        Column("head", String, nullable=False),
        Column("words", Text, nullable=False),
        Column("due_on", String(10), nullable=False),
        instant("made_at"),
        instant("done_at", nullable=True),
        one_of("head", "contracts", "coaching", "developing", "visiting"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_desk_note_person_id"), "desk_note", ["person_id"])


def downgrade() -> None:
    """Forget them."""
    for name in ("desk_note", "desk_look"):
        op.drop_table(name)
