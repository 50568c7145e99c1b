"""What workplaces can offer, and which competence is pursued where."""

from alembic import op
from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    UniqueConstraint,
)

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0034"
down_revision = "0033"

_TABLES = (
    "activity_list",
    "activity",
    "activity_competence",
    "activity_context",
    "activity_exception",
    "training_plan",
    "training_plan_competence",
    "training_plan_agreement",
)


def upgrade() -> None:
    """Make the tables; what the rosters said in words of training plans stays with placements."""
    _make_activities()
    _make_training_plans()


def _make_activities() -> None:
    op.create_table(
        "activity_list",
        key(),
        organisation(),
        link("workplace_id", "workplace"),
        link("programme_id", "programme"),
        Column("recognised_until", String(10)),
        link("author_id", "person", nullable=True),
        Column("author_role", String),
        instant("changed_at"),
        UniqueConstraint("workplace_id", "programme_id"),
        one_of("author_role", "mentor", "coach"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "activity",
        key(),
        organisation(),
        link("activity_list_id", "activity_list"),
        Column("title", String, nullable=False),
        UniqueConstraint("activity_list_id", "title"),
    )
    op.create_table(
        "activity_competence",
        organisation(),
        link("activity_id", "activity", primary_key=True),
        link("competence_id", "competence", primary_key=True),
    )
    op.create_table(
        "activity_context",
        organisation(),
        link("activity_id", "activity", primary_key=True),
        link("context_id", "context", primary_key=True),
        Index(None, "context_id"),
    )
    op.create_table(
        "activity_exception",
        organisation(),
        link("activity_list_id", "activity_list", primary_key=True),
        link("competence_id", "competence", primary_key=True),
    )


def _make_training_plans() -> None:
    op.create_table(
        "training_plan",
        key(),
        organisation(),
        link("placement_id", "placement"),
        Column("version", Integer, nullable=False),
        link("author_id", "person"),
        instant("made_at"),
        UniqueConstraint("placement_id", "version"),
        CheckConstraint("version > 0", name="version"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "training_plan_competence",
        organisation(),
        link("training_plan_id", "training_plan", primary_key=True),
        link("competence_id", "competence", primary_key=True),
        Column("place", String, nullable=False),
        one_of("place", "workplace", "campus", "both", "undecided"),
    )
    op.create_table(
        "training_plan_agreement",
        organisation(),
        link("training_plan_id", "training_plan", primary_key=True),
        Column("party", String, primary_key=True),
        link("person_id", "person"),
        instant("agreed_at"),
        one_of("party", "school", "mentor", "student"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in reversed(_TABLES):
        op.drop_table(table)
