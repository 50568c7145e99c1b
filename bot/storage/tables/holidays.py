"""When schools have holidays."""

from sqlalchemy import Column, Index, String, Table, Text

from bot.storage.columns import key, metadata, organisation

school_holiday = Table(
    "school_holiday",
    metadata,
    key(),
    organisation(),
    # Days such as 2026-11-02, the last one included.
    Column("first_on", String(10), nullable=False),
    Column("last_on", String(10), nullable=False),
    Column("name", Text, nullable=False),
    Index(None, "organisation_id"),
)
