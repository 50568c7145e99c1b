"""Lists of questions that a school wrote, and the sheets on which they are answered."""

from alembic import op
from sqlalchemy import JSON, Boolean, Column, SmallInteger, String, Text, false

from bot.storage.migrations.shapes import IDENTITY, instant, key, link, one_of, organisation

revision = "0082"
down_revision = "0081"


def upgrade() -> None:
    """Make room for them, empty."""
    op.create_table("question_list", key(), organisation(), sqlite_autoincrement=True)
    op.create_table(
        "listed_question",
        organisation(),
        link("list_id", "question_list", primary_key=True),
        Column("number", SmallInteger, primary_key=True),
        Column("kind", String, nullable=False),
        Column("texts", JSON, nullable=False),
        Column("options", JSON, nullable=False),
        Column("steps", SmallInteger, nullable=False),
        Column("optional", Boolean, nullable=False),
        one_of("kind", "scale", "choice", "words"),
    )
    op.create_table(
        "answer_sheet",
        key(),
        organisation(),
        link("person_id", "person"),
        link("list_id", "question_list"),
        Column("purpose", String, nullable=False),
        Column("for_id", IDENTITY, nullable=False),
        Column("quiet", Boolean, nullable=False, server_default=false()),
        instant("sent_at", nullable=True),
        one_of("purpose", "questionnaire", "intake", "offer"),
        sqlite_autoincrement=True,
    )
    for columns in (["person_id"], ["purpose", "for_id"], ["list_id"]):
        name = "_".join(columns)
        op.create_index(op.f(f"ix_answer_sheet_{name}"), "answer_sheet", columns)
    op.create_table(
        "given_answer",
        organisation(),
        link("sheet_id", "answer_sheet", primary_key=True),
        Column("number", SmallInteger, primary_key=True),
        Column("value", SmallInteger),
        Column("words", Text),
    )


def downgrade() -> None:
    """Forget them."""
    for table in ("given_answer", "answer_sheet", "listed_question", "question_list"):
        op.drop_table(table)
