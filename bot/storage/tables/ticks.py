"""The last tick of the clock: there is one row at most."""

from sqlalchemy import Column, Double, Integer, String, Table

from bot.storage.columns import Instant, metadata

tick = Table(
    "tick",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    # Of which instant it was, and what the machine's clock showed.
    Column("at", Instant),
    Column("clock_at", Instant),
    # Which start of which machine that was, and for how many seconds it had run.
    Column("boot", String, nullable=False, server_default=""),
    Column("up", Double, nullable=False, server_default="0"),
    # What the clock showed when it was no longer believed; how far ahead of others it may be.
    Column("held_at", Instant),
    Column("trusted_seconds", Integer, nullable=False, server_default="0"),
    # How many seconds of what passed no other clock has borne out.
    Column("unproved", Double, nullable=False, server_default="0"),
)
