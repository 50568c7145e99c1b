"""What students say they had learned before, and what teachers and coaches say of it."""

from alembic import op
from sqlalchemy import Column, SmallInteger, String, Text

from bot.storage.migrations.shapes import instant, key, link, one_of, organisation

revision = "0080"
down_revision = "0079"


def upgrade() -> None:
    """Make room for it, empty."""
    _make_claims()
    _make_verdicts()


def _make_claims() -> None:
    op.create_table(
        "prior_claim",
        key(),
        organisation(),
        link("track_id", "track"),
        link("competence_id", "competence"),
        Column("how", String),
        link("placement_id", "placement", nullable=True),
        Column("words", Text),
        instant("made_at"),
        instant("sent_at", nullable=True),
        Column("appeal", Text),
        instant("appealed_at", nullable=True),
        instant("withdrawn_at", nullable=True),
        one_of("how", "formal", "non_formal", "informal"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_prior_claim_track_id"), "prior_claim", ["track_id"])
    op.create_table(
        "prior_claim_indicator",
        organisation(),
        link("claim_id", "prior_claim", primary_key=True),
        link("indicator_id", "indicator", primary_key=True),
    )
    op.create_table(
        "prior_evidence",
        key(),
        organisation(),
        link("claim_id", "prior_claim"),
        Column("kind", String, nullable=False),
        Column("words", Text, nullable=False),
        Column("file", String, nullable=False, server_default=""),
        Column("source", String, nullable=False, server_default=""),
        instant("said_at"),
        one_of("kind", "text", "photo", "voice"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_prior_evidence_claim_id"), "prior_evidence", ["claim_id"])
    op.create_index(op.f("ix_prior_evidence_source"), "prior_evidence", ["source"])


def _make_verdicts() -> None:
    op.create_table(
        "prior_verdict",
        key(),
        organisation(),
        link("claim_id", "prior_claim"),
        Column("round", SmallInteger, nullable=False),
        Column("role", String, nullable=False),
        link("person_id", "person"),
        Column("verdict", String, nullable=False),
        Column("reason", String),
        instant("said_at"),
        instant("undone_at", nullable=True),
        one_of("role", "teacher", "coach"),
        one_of("verdict", "confirmed", "refused"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_prior_verdict_claim_id"), "prior_verdict", ["claim_id"])
    op.create_table(
        "prior_outcome",
        key(),
        organisation(),
        link("claim_id", "prior_claim"),
        Column("round", SmallInteger, nullable=False),
        Column("outcome", String, nullable=False),
        instant("settled_at"),
        instant("undone_at", nullable=True),
        link("outbox_id", "outbox", nullable=True),
        one_of("outcome", "confirmed", "refused"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_prior_outcome_claim_id"), "prior_outcome", ["claim_id"])
    op.create_index(op.f("ix_prior_outcome_outbox_id"), "prior_outcome", ["outbox_id"])


def downgrade() -> None:
    """Forget it."""
    for name in (
        "prior_outcome",
        "prior_verdict",
        "prior_evidence",
        "prior_claim_indicator",
        "prior_claim",
    ):
        op.drop_table(name)
