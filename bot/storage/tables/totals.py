"""Totals for sectors: of which programmes they are told, what is frozen, and who stays together."""

from sqlalchemy import Column, Index, Integer, String, Table

from bot.domain.sector.totals.spread import COUNTED_ROLES, Measure
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation

totals_told = Table(
    "totals_told",
    metadata,
    organisation(),
    link("sector_id", "sector", primary_key=True),
    link("programme_id", "programme", primary_key=True),
    Column("since", Instant, nullable=False),
)
"""Of which programmes a school tells a sector."""

totals_photo = Table(
    "totals_photo",
    metadata,
    organisation(),
    link("period_id", "period", primary_key=True),
    Column("frozen_at", Instant, nullable=False),
)
"""A period whose photo was counted: once, and never again."""

totals_region = Table(
    "totals_region",
    metadata,
    organisation(),
    link("period_id", "period", primary_key=True),
    Column("region", String, primary_key=True),
    Column("students", Integer, nullable=False),
)
"""How many were counted in a photo, by region: five at least."""

totals_number = Table(
    "totals_number",
    metadata,
    organisation(),
    link("period_id", "period", primary_key=True),
    link("competence_id", "competence", primary_key=True),
    Column("role", String, primary_key=True),
    # A region, empty for those elsewhere, or * for everybody.
    Column("among", String, primary_key=True),
    Column("measure", String, primary_key=True),
    Column("value", String, primary_key=True),
    Column("students", Integer, nullable=False),
    one_of("role", COUNTED_ROLES),
    one_of("measure", Measure),
)
"""What is told, as it was at the photo."""

totals_block = Table(
    "totals_block",
    metadata,
    key(),
    organisation(),
    Column("size", Integer, nullable=False),
)
"""Students who were counted together in everything: how many there were, erased ones too."""

totals_member = Table(
    "totals_member",
    metadata,
    organisation(),
    link("person_id", "person", primary_key=True),
    link("block_id", "totals_block"),
    Index(None, "block_id"),
)

totals_atom = Table(
    "totals_atom",
    metadata,
    key(),
    organisation(),
    link("competence_id", "competence"),
    Index(None, "competence_id"),
)
"""Blocks that stayed together in every number of a competence."""

totals_atom_block = Table(
    "totals_atom_block",
    metadata,
    organisation(),
    link("atom_id", "totals_atom", primary_key=True),
    link("block_id", "totals_block", primary_key=True),
    Index(None, "block_id"),
)

totals_atom_sum = Table(
    "totals_atom_sum",
    metadata,
    organisation(),
    link("atom_id", "totals_atom", primary_key=True),
    link("period_id", "period", primary_key=True),
    Column("role", String, primary_key=True),
    Column("measure", String, primary_key=True),
    Column("value", String, primary_key=True),
    Column("students", Integer, nullable=False),
    one_of("role", COUNTED_ROLES),
    one_of("measure", Measure),
)
"""What an atom was in a photo that was told: never of fewer than five, nor of who are alike."""
