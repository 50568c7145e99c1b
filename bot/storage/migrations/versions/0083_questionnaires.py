"""Questionnaires, their rounds, and what is counted of answers without a name."""

from alembic import op
from sqlalchemy import JSON, Boolean, Column, Integer, SmallInteger, String, Text

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0083"
down_revision = "0082"


def upgrade() -> None:
    """Make room for them, empty."""
    _make_questionnaires()
    op.create_table(
        "asking_round",
        key(),
        organisation(),
        link("questionnaire_id", "questionnaire"),
        link("period_id", "period", nullable=True),
        instant("photo_at", nullable=True),
        instant("opens_at"),
        instant("closes_at"),
        instant("ended_at", nullable=True),
        Column("answered", Integer),
        sqlite_autoincrement=True,
    )
    for column in ("questionnaire_id", "period_id"):
        op.create_index(op.f(f"ix_asking_round_{column}"), "asking_round", [column])
    op.create_table(
        "round_answered",
        organisation(),
        link("round_id", "asking_round", primary_key=True),
        link("person_id", "person", primary_key=True),
    )
    op.create_index(op.f("ix_round_answered_person_id"), "round_answered", ["person_id"])
    op.create_table(
        "answer_tally",
        organisation(),
        link("round_id", "asking_round", primary_key=True),
        Column("number", SmallInteger, primary_key=True),
        Column("value", SmallInteger, primary_key=True),
        Column("count", Integer, nullable=False),
    )
    op.create_table(
        "unsigned_words",
        organisation(),
        link("round_id", "asking_round", primary_key=True),
        Column("number", SmallInteger, primary_key=True),
        Column("place", SmallInteger, primary_key=True),
        Column("words", Text, nullable=False),
    )


def _make_questionnaires() -> None:
    op.create_table(
        "questionnaire",
        key(),
        organisation(),
        link("list_id", "question_list"),
        Column("name", String, nullable=False),
        Column("titles", JSON, nullable=False),
        Column("anonymous", Boolean, nullable=False),
        link("programme_id", "programme", nullable=True),
        link("class_group_id", "class_group", nullable=True),
        Column("opens_on", String(10)),
        Column("closes_on", String(10)),
        Column("days_before", SmallInteger),
        Column("closed_before", SmallInteger, nullable=False),
        instant("made_at"),
        instant("stopped_at", nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_questionnaire_organisation_id"), "questionnaire", ["organisation_id"])
    op.create_table(
        "questionnaire_role",
        organisation(),
        link("questionnaire_id", "questionnaire", primary_key=True),
        Column("role", String, primary_key=True),
        one_of("role", "student", "mentor", "teacher", "coach"),
    )


def downgrade() -> None:
    """Forget them."""
    for table in (
        "unsigned_words",
        "answer_tally",
        "round_answered",
        "asking_round",
        "questionnaire_role",
        "questionnaire",
    ):
        op.drop_table(table)
