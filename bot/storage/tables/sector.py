"""Sectors with which a school works, who speaks for them, and what they propose."""

from sqlalchemy import JSON, Column, String, Table, UniqueConstraint

from bot.domain.sector.modules import ModuleState
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords

sector = Table(
    "sector",
    metadata,
    key(),
    organisation(),
    Column("code", String, nullable=False),
    Column("name", String, nullable=False),
    UniqueConstraint("organisation_id", "code"),
)

sector_person = Table(
    "sector_person",
    metadata,
    organisation(),
    link("person_id", "person", primary_key=True),
    link("sector_id", "sector"),
    Column("since", Instant, nullable=False),
)

sector_module = Table(
    "sector_module",
    metadata,
    key(),
    organisation(),
    link("sector_id", "sector"),
    Column("code", String, nullable=False),
    # A framework as it is proposed: its version, title, source and competences.
    Column("contents", JSON, nullable=False),
    Column("state", String, nullable=False),
    link("proposed_by_id", "person", nullable=True),
    Column("proposed_at", Instant, nullable=False),
    link("decided_by_id", "person", nullable=True),
    Column("decided_at", Instant),
    Column("reason", FreeWords, nullable=False, server_default=""),
    link("framework_id", "framework", nullable=True),
    one_of("state", ModuleState),
    sqlite_autoincrement=True,
)

sector_module_taken = Table(
    "sector_module_taken",
    metadata,
    organisation(),
    link("module_id", "sector_module", primary_key=True),
    link("programme_id", "programme", primary_key=True),
)
"""In which programmes a module is."""
