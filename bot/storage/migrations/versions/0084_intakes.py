"""Intakes: rounds with their criteria, candidates, places on offer, and interviews."""

from alembic import op
from sqlalchemy import Boolean, Column, Integer, SmallInteger, String, Text, UniqueConstraint

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0084"
down_revision = "0083"


def upgrade() -> None:
    """Make room for them, empty."""
    _rounds()
    _people()
    _interviews()


def _rounds() -> None:
    op.create_table(
        "intake",
        key(),
        organisation(),
        link("programme_id", "programme"),
        Column("name", String, nullable=False),
        Column("procedure", String, nullable=False),
        Column("keep_days", SmallInteger, nullable=False),
        link("candidate_list_id", "question_list"),
        link("company_list_id", "question_list"),
        instant("made_at"),
        instant("closed_at", nullable=True),
        UniqueConstraint("programme_id", "name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "intake_criterion",
        key(),
        organisation(),
        link("intake_id", "intake"),
        Column("number", SmallInteger, nullable=False),
        Column("text", String, nullable=False),
        UniqueConstraint("intake_id", "number"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "intake_leader",
        organisation(),
        link("intake_id", "intake", primary_key=True),
        link("person_id", "person", primary_key=True),
        instant("since"),
    )
    op.create_index("ix_intake_leader_person_id", "intake_leader", ["person_id"])


def _people() -> None:
    op.create_table(
        "candidacy",
        key(),
        organisation(),
        link("intake_id", "intake"),
        link("person_id", "person"),
        Column("added", Boolean, nullable=False),
        instant("made_at"),
        instant("sent_at", nullable=True),
        instant("ended_at", nullable=True),
        Column("ending", String),
        instant("erase_at", nullable=True),
        UniqueConstraint("intake_id", "person_id"),
        one_of("ending", "matched", "no match", "withdrawn"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_candidacy_person_id", "candidacy", ["person_id"])
    op.create_table(
        "offered_place",
        key(),
        organisation(),
        link("intake_id", "intake"),
        link("contact_id", "person", nullable=True),
        Column("workplace", String, nullable=False),
        Column("added", Boolean, nullable=False),
        instant("made_at"),
        instant("sent_at", nullable=True),
        instant("ended_at", nullable=True),
        Column("ending", String),
        instant("erase_at", nullable=True),
        one_of("ending", "taken", "withdrawn", "closed"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_offered_place_intake_id", "offered_place", ["intake_id"])
    op.create_index("ix_offered_place_contact_id", "offered_place", ["contact_id"])


def _interviews() -> None:
    op.create_table(
        "interview",
        key(),
        organisation(),
        link("candidacy_id", "candidacy"),
        link("place_id", "offered_place", nullable=True),
        link("leader_id", "person", nullable=True),
        instant("made_at"),
        instant("planned_for", nullable=True),
        Column("changes", Integer, nullable=False),
        instant("called_off_at", nullable=True),
        Column("outcome", String),
        Column("feedback", Text, nullable=False),
        Column("alternative", String),
        Column("alternative_words", Text, nullable=False),
        instant("decided_at", nullable=True),
        one_of("outcome", "match", "no match"),
        one_of("alternative", "another place", "preparatory", "another programme", "other"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interview_candidacy_id", "interview", ["candidacy_id"])
    op.create_index("ix_interview_place_id", "interview", ["place_id"])
    op.create_table(
        "criterion_verdict",
        organisation(),
        link("interview_id", "interview", primary_key=True),
        link("criterion_id", "intake_criterion", primary_key=True),
        Column("met", String, nullable=False),
        one_of("met", "met", "partly", "not yet"),
    )


def downgrade() -> None:
    """Forget them."""
    for name in (
        "criterion_verdict", "interview", "offered_place", "candidacy", "intake_leader",
        "intake_criterion", "intake",
    ):  # fmt: skip
        op.drop_table(name)
