"""Sectors with which a school works, and who speaks for them."""

from sqlalchemy import Column, String, Table, UniqueConstraint

from bot.storage.columns import Instant, key, link, metadata, organisation

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
