"""Lesson scenarios of a programme, and what each serves."""

from sqlalchemy import CheckConstraint, Column, SmallInteger, String, Table, UniqueConstraint

from bot.storage.columns import Instant, key, link, metadata, organisation

scenario = Table(
    "scenario",
    metadata,
    key(),
    organisation(),
    link("programme_id", "programme"),
    Column("title", String, nullable=False),
    Column("place", String, nullable=False, server_default=""),
    Column("sessions", SmallInteger, nullable=False, server_default="1"),
    Column("removed_at", Instant),
    UniqueConstraint("programme_id", "title"),
    CheckConstraint("sessions BETWEEN 1 AND 40", name="sessions"),
)
"""`place` is a link, or where it lies; one that was removed stays, since lessons name it."""

scenario_competence = Table(
    "scenario_competence",
    metadata,
    organisation(),
    link("scenario_id", "scenario", primary_key=True),
    link("competence_id", "competence", primary_key=True),
)

scenario_indicator = Table(
    "scenario_indicator",
    metadata,
    organisation(),
    link("scenario_id", "scenario", primary_key=True),
    link("indicator_id", "indicator", primary_key=True),
)
"""The indicators that it serves; of a competence of which none is named it serves all."""
