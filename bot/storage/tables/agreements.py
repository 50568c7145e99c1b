"""Agreements about placements: of which kind, from when until when, and what of them is done."""

from sqlalchemy import Column, Index, String, Table

from bot.domain.agreeing.kinds import AgreementKind
from bot.domain.agreeing.steps import SIGNED_BY, AgreementStep
from bot.domain.school.tracks import Role
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation

CLAIMED = tuple(step for steps in SIGNED_BY.values() for step in steps)

agreement = Table(
    "agreement",
    metadata,
    key(),
    organisation(),
    link("placement_id", "placement"),
    Column("kind", String, nullable=False),
    Column("starts_on", String(10), nullable=False),
    Column("ends_on", String(10), nullable=False),
    # Where it ends before that.
    Column("ended_on", String(10)),
    link("made_by_id", "person", nullable=True),
    Column("made_at", Instant, nullable=False),
    Index(None, "placement_id"),
    one_of("kind", AgreementKind),
    sqlite_autoincrement=True,
)

agreement_step = Table(
    "agreement_step",
    metadata,
    organisation(),
    link("agreement_id", "agreement", primary_key=True),
    Column("step", String, primary_key=True),
    link("done_by_id", "person", nullable=True),
    Column("done_at", Instant, nullable=False),
    one_of("step", AgreementStep),
)
"""A step that is done; one that is not has no row."""

signature_claim = Table(
    "signature_claim",
    metadata,
    organisation(),
    link("agreement_id", "agreement", primary_key=True),
    Column("step", String, primary_key=True),
    link("said_by_id", "person", nullable=True),
    Column("said_at", Instant, nullable=False),
    one_of("step", CLAIMED),
)
"""That something is signed, as a student or a mentor says; done it is once the coach says so."""

agreement_reminder = Table(
    "agreement_reminder",
    metadata,
    organisation(),
    link("agreement_id", "agreement", primary_key=True),
    Column("role", String, primary_key=True),
    Column("reminded_on", String(10), nullable=False),
    one_of("role", (Role.STUDENT, Role.MENTOR)),
)
"""On which day a coach last let those in a role be reminded of what they owe."""
