"""Agreements about placements, and what of their checklists is done."""

from alembic import op
from sqlalchemy import Column, String

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0073"
down_revision = "0072"

STEPS = (
    "recognised", "training_plan", "insured", "work_post", "legal", "educational",
    "goals", "evaluation", "competences", "materials", "content", "engagements",
    "presence", "accidents", "liability", "disputes", "confidential", "safety",
    "mentor_training", "absence", "early_end", "costs", "signed_student",
    "signed_guardian", "signed_company", "signed_school", "evaluated",
)  # fmt: skip


def upgrade() -> None:
    """Make room for them, empty."""
    op.create_table(
        "agreement",
        key(),
        organisation(),
        link("placement_id", "placement"),
        Column("kind", String, nullable=False),
        Column("starts_on", String(10), nullable=False),
        Column("ends_on", String(10), nullable=False),
        Column("ended_on", String(10)),
        link("made_by_id", "person", nullable=True),
        instant("made_at"),
        one_of("kind", "oao", "sao", "engagement", "three_party"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_agreement_placement_id"), "agreement", ["placement_id"])
    op.create_table(
        "agreement_step",
        organisation(),
        link("agreement_id", "agreement", primary_key=True),
        Column("step", String, primary_key=True),
        link("done_by_id", "person", nullable=True),
        instant("done_at"),
        one_of("step", *STEPS),
    )
    op.create_table(
        "agreement_reminder",
        organisation(),
        link("agreement_id", "agreement", primary_key=True),
        Column("role", String, primary_key=True),
        Column("reminded_on", String(10), nullable=False),
        one_of("role", "student", "mentor"),
    )


def downgrade() -> None:
    """Forget them."""
    for name in ("agreement_reminder", "agreement_step", "agreement"):
        op.drop_table(name)
