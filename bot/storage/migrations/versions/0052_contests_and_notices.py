"""What people contest, what they were told of what is kept, and whose guardian said yes."""

from alembic import op
from sqlalchemy import Boolean, Column, Integer, String, text

from bot.storage.migrations.shapes import IDENTITY, instant, key, link, one_of, organisation

revision = "0052"
down_revision = "0051"

OPEN = text("ended_at IS NULL")


def upgrade() -> None:
    """Make room for it."""
    op.create_table(
        "contest",
        key(),
        organisation(),
        link("track_id", "track"),
        link("by_id", "person"),
        link("competence_id", "competence", nullable=True),
        link("indicator_id", "indicator", nullable=True),
        Column("role", String, nullable=False),
        link("note_id", "note", nullable=True),
        Column("text", String, nullable=False),
        instant("said_at"),
        instant("ended_at", nullable=True),
        Column("ending", String),
        Column("ended_by", IDENTITY),
        Column("ended_text", String, nullable=False, server_default=""),
        one_of("role", "student", "mentor", "teacher"),
        one_of("ending", "changed", "withdrawn", "settled"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_contest_open", "contest", ["track_id"], sqlite_where=OPEN, postgresql_where=OPEN
    )
    op.create_index("ix_contest_track_id", "contest", ["track_id"])
    op.create_table(
        "notice_told",
        organisation(),
        link("person_id", "person", primary_key=True),
        Column("version", Integer, nullable=False),
        instant("told_at"),
    )
    op.add_column(
        "organisation", Column("privacy_contact", String, nullable=False, server_default="")
    )
    op.add_column("person", Column("guardian", String, nullable=False, server_default=""))
    op.create_table(
        "guardian_word",
        key(),
        organisation(),
        link("person_id", "person"),
        Column("agreed", Boolean, nullable=False),
        Column("how", String, nullable=False),
        Column("on_day", String, nullable=False),
        Column("by_id", IDENTITY),
        instant("noted_at"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_guardian_word_person_id", "guardian_word", ["person_id"])


def downgrade() -> None:
    """Forget it."""
    op.drop_table("guardian_word")
    op.drop_column("person", "guardian")
    op.drop_column("organisation", "privacy_contact")
    op.drop_table("notice_told")
    op.drop_table("contest")
