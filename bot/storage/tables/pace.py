"""How fast a bot sends, shared by all processes that send for it."""

from sqlalchemy import Column, String, Table

from bot.storage.columns import Instant, metadata

sending_pace = Table(
    "sending_pace",
    metadata,
    Column("platform", String, primary_key=True),
    # When all its tokens will be there again.
    Column("full_at", Instant),
)

# To whom something went so lately that they are not written to again yet.
resting_chat = Table(
    "resting_chat",
    metadata,
    Column("platform", String, primary_key=True),
    Column("address", String, primary_key=True),
    Column("until", Instant, nullable=False),
)
