"""Totals for sectors, frozen at the photo, and who is counted together in them."""

from alembic import op
from sqlalchemy import Column, Integer, String

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0089"
down_revision = "0088"

ROLES = ("mentor", "teacher")
MEASURES = ("colour", "coverage")


def upgrade() -> None:
    """Make room for them, empty: photos of before are not counted."""
    op.create_table(
        "totals_told",
        organisation(),
        link("sector_id", "sector", primary_key=True),
        link("programme_id", "programme", primary_key=True),
        instant("since"),
    )
    op.create_table(
        "totals_photo",
        organisation(),
        link("period_id", "period", primary_key=True),
        instant("frozen_at"),
    )
    op.create_table(
        "totals_region",
        organisation(),
        link("period_id", "period", primary_key=True),
        Column("region", String, primary_key=True),
        Column("students", Integer, nullable=False),
    )
    op.create_table(
        "totals_number",
        organisation(),
        link("period_id", "period", primary_key=True),
        link("competence_id", "competence", primary_key=True),
        Column("role", String, primary_key=True),
        Column("among", String, primary_key=True),
        Column("measure", String, primary_key=True),
        Column("value", String, primary_key=True),
        Column("students", Integer, nullable=False),
        one_of("role", *ROLES),
        one_of("measure", *MEASURES),
    )
    _make_blocks()
    _make_atoms()


def _make_blocks() -> None:
    op.create_table(
        "totals_block",
        key(),
        organisation(),
        Column("size", Integer, nullable=False),
    )
    op.create_table(
        "totals_member",
        organisation(),
        link("person_id", "person", primary_key=True),
        link("block_id", "totals_block"),
    )
    op.create_index(op.f("ix_totals_member_block_id"), "totals_member", ["block_id"])


def _make_atoms() -> None:
    op.create_table(
        "totals_atom",
        key(),
        organisation(),
        link("competence_id", "competence"),
    )
    op.create_index(op.f("ix_totals_atom_competence_id"), "totals_atom", ["competence_id"])
    op.create_table(
        "totals_atom_block",
        organisation(),
        link("atom_id", "totals_atom", primary_key=True),
        link("block_id", "totals_block", primary_key=True),
    )
    op.create_index(op.f("ix_totals_atom_block_block_id"), "totals_atom_block", ["block_id"])
    op.create_table(
        "totals_atom_sum",
        organisation(),
        link("atom_id", "totals_atom", primary_key=True),
        link("period_id", "period", primary_key=True),
        Column("role", String, primary_key=True),
        Column("measure", String, primary_key=True),
        Column("value", String, primary_key=True),
        Column("students", Integer, nullable=False),
        one_of("role", *ROLES),
        one_of("measure", *MEASURES),
    )


def downgrade() -> None:
    """Forget them."""
    for table in (
        "totals_atom_sum", "totals_atom_block", "totals_atom", "totals_member", "totals_block",
        "totals_number", "totals_region", "totals_photo", "totals_told",
    ):  # fmt: skip
        op.drop_table(table)
