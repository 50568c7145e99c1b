"""Which contexts come up at a workplace, and when."""

from sqlalchemy import CheckConstraint, Column, Index, Table

from bot.storage.columns import Instant, link, metadata, organisation

context_plan = Table(
    "context_plan",
    metadata,
    organisation(),
    link("placement_id", "placement", primary_key=True),
    link("context_id", "context", primary_key=True),
    link("author_id", "person"),
    Column("begins_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Index(None, "context_id"),
    CheckConstraint("begins_at <= ends_at", name="in_order"),
)
