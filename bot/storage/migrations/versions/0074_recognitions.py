"""Recognitions of workplaces by themselves, and the training of mentors."""

from alembic import op
from sqlalchemy import Column, String, UniqueConstraint

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0074"
down_revision = "0073"


def upgrade() -> None:
    """Take what activity lists say of a recognition out of them; nothing of it is lost."""
    op.create_table(
        "recognition",
        key(),
        organisation(),
        link("workplace_id", "workplace"),
        link("programme_id", "programme"),
        Column("recognised_until", String(10)),
        Column("given_on", String(10)),
        Column("asked_on", String(10)),
        link("said_by_id", "person", nullable=True),
        instant("said_at"),
        UniqueConstraint("workplace_id", "programme_id"),
        sqlite_autoincrement=True,
    )
    op.execute(
        "INSERT INTO recognition (organisation_id, workplace_id, programme_id, recognised_until,"
        " said_by_id, said_at) SELECT organisation_id, workplace_id, programme_id,"
        " recognised_until, author_id, changed_at FROM activity_list"
        " WHERE recognised_until IS NOT NULL"
    )
    with op.batch_alter_table(
        "activity_list", table_kwargs={"sqlite_autoincrement": True}
    ) as activity_list:
        activity_list.drop_column("recognised_until")
    op.create_table(
        "mentor_course",
        organisation(),
        link("person_id", "person", primary_key=True),
        Column("state", String, nullable=False),
        Column("day", String(10)),
        link("said_by_id", "person", nullable=True),
        instant("said_at"),
        one_of("state", "planned", "done"),
    )


def downgrade() -> None:
    """Put the last days back into the activity lists that are there; the rest is forgotten."""
    op.drop_table("mentor_course")
    with op.batch_alter_table(
        "activity_list", table_kwargs={"sqlite_autoincrement": True}
    ) as activity_list:
        activity_list.add_column(Column("recognised_until", String(10)))
    op.execute(
        "UPDATE activity_list SET recognised_until = (SELECT recognition.recognised_until"
        " FROM recognition WHERE recognition.workplace_id = activity_list.workplace_id"
        " AND recognition.programme_id = activity_list.programme_id)"
    )
    op.drop_table("recognition")
