"""Where Alembic comes in: take the steps, on the connection that upgrade.py hands over."""

from alembic import context
from sqlalchemy import MetaData

from bot.storage.migrations.shapes import NAMES

given = context.config.attributes

context.configure(
    connection=given["connection"],
    on_version_apply=given["on_version_apply"],
    # Only the naming of constraints: the steps must not change when today's tables do.
    target_metadata=MetaData(naming_convention=NAMES),
)
with context.begin_transaction():
    context.run_migrations()
