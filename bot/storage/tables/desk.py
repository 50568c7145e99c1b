"""Desks of coaches: their own notes with a date, and when the clock looked through one."""

from sqlalchemy import Column, Index, String, Table

from bot.domain.dated import Head
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords

desk_look = Table(
    "desk_look",
    metadata,
    organisation(),
    link("person_id", "person", primary_key=True),
    Column("looked_on", String(10), nullable=False),
)
"""On which day of theirs a desk was looked through last for what is to be told."""

desk_note = Table(
    "desk_note",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    Column("head", String, nullable=False),
    Column("words", FreeWords, nullable=False),
    Column("due_on", String(10), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("done_at", Instant),
    Index(None, "person_id"),
    one_of("head", Head),
    sqlite_autoincrement=True,
)
