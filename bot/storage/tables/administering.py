"""Who runs a school's Kompaan, and what was done that touches people's rights."""

from sqlalchemy import JSON, Column, Integer, LargeBinary, String, Table, UniqueConstraint

from bot.storage.columns import Identity, Instant, key, link, metadata, organisation
from bot.storage.named import FreeWords

administrator = Table(
    "administrator",
    metadata,
    organisation(),
    link("person_id", "person", primary_key=True),
    Column("since", Instant, nullable=False),
)

rights_act = Table(
    "rights_act",
    metadata,
    link("organisation_id", "organisation", primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    # Identities of people, which point at nothing: an erasure leaves the chain whole.
    Column("by_id", Identity),
    Column("about_id", Identity),
    Column("ids", JSON, nullable=False),
    Column("at", Instant, nullable=False),
    Column("before", String, nullable=False),
    Column("digest", String, nullable=False),
)

rights_act_seal = Table(
    "rights_act_seal",
    metadata,
    link("organisation_id", "organisation", primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("public_key", String, nullable=False),
    Column("signature", String, nullable=False),
)
"""The lines at which a chain was signed: whatever stands before one is signed by it as well."""

handed_file = Table(
    "handed_file",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    Column("name", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("sent_at", Instant, nullable=False, index=True),
    Column("step", String, nullable=False, server_default="shown"),
    Column("in_hand_until", Instant),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("told", FreeWords, nullable=False, server_default=""),
    Column("lines_done", Integer, nullable=False, server_default="0"),
    Column("line_count", Integer, nullable=False, server_default="0"),
    UniqueConstraint("person_id"),
    sqlite_autoincrement=True,
)
"""A file that an administrator sent in the chat, until it is read in or put away, or for a day."""
