"""Where people get e-mail: what each said of the address in the roster, and in its place."""

from sqlalchemy import CheckConstraint, Column, Integer, String, Table, UniqueConstraint

from bot.storage.columns import Instant, link, metadata, organisation

# The school's own address of somebody stands beside the name, in `person.email`.
mail_address = Table(
    "mail_address",
    metadata,
    organisation(),
    link("person_id", "person", primary_key=True),
    # What its person typed and confirmed; it goes before the school's.
    Column("own", String),
    Column("confirmed_at", Instant),
    # From then on nobody's address counts, until one is confirmed.
    Column("taken_away_at", Instant),
    # What waits to be confirmed, by a code of which a digest is kept.
    Column("asked", String),
    Column("digest", String, nullable=False, server_default=""),
    Column("code_made_at", Instant),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("asked_since", Instant),
    Column("times_asked", Integer, nullable=False, server_default="0"),
    # The address that took no mail any more: another one, whoever gives it, is not that.
    Column("refused", String),
    Column("refused_at", Instant),
    # Stands in each mail, and mutes: whoever had it could do no more than that.
    Column("stop", String, nullable=False),
    UniqueConstraint("stop"),
    CheckConstraint("(own IS NULL) = (confirmed_at IS NULL)", name="confirmed"),
    CheckConstraint("(refused IS NULL) = (refused_at IS NULL)", name="refused"),
    CheckConstraint("own IS NULL OR taken_away_at IS NULL", name="taken_away"),
)
