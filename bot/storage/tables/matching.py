"""Intakes: rounds with their criteria, candidates, places on offer, and interviews."""

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
)

from bot.domain.matching.candidacies import CandidacyEnding, PlaceEnding
from bot.domain.matching.interviews import Alternative, CriterionMet, InterviewOutcome
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords

intake = Table(
    "intake",
    metadata,
    key(),
    organisation(),
    link("programme_id", "programme"),
    Column("name", String, nullable=False),
    # What the school tells of how it goes.
    Column("procedure", String, nullable=False),
    Column("keep_days", SmallInteger, nullable=False),
    link("candidate_list_id", "question_list"),
    link("company_list_id", "question_list"),
    Column("made_at", Instant, nullable=False),
    Column("closed_at", Instant),
    UniqueConstraint("programme_id", "name"),
    sqlite_autoincrement=True,
)

intake_criterion = Table(
    "intake_criterion",
    metadata,
    key(),
    organisation(),
    link("intake_id", "intake"),
    Column("number", SmallInteger, nullable=False),
    Column("text", String, nullable=False),
    UniqueConstraint("intake_id", "number"),
    sqlite_autoincrement=True,
)

intake_leader = Table(
    "intake_leader",
    metadata,
    organisation(),
    link("intake_id", "intake", primary_key=True),
    link("person_id", "person", primary_key=True),
    Column("since", Instant, nullable=False),
    Index(None, "person_id"),
)
"""Without anybody here the coaches of the programme lead it."""

candidacy = Table(
    "candidacy",
    metadata,
    key(),
    organisation(),
    link("intake_id", "intake"),
    link("person_id", "person"),
    # Whether this intake brought them into the school's list.
    Column("added", Boolean, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("ended_at", Instant),
    Column("ending", String),
    Column("erase_at", Instant),
    UniqueConstraint("intake_id", "person_id"),
    Index(None, "person_id"),
    one_of("ending", CandidacyEnding),
    sqlite_autoincrement=True,
)

offered_place = Table(
    "offered_place",
    metadata,
    key(),
    organisation(),
    link("intake_id", "intake"),
    # None once what its contact said was erased.
    link("contact_id", "person", nullable=True),
    Column("workplace", String, nullable=False),
    Column("added", Boolean, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("ended_at", Instant),
    Column("ending", String),
    Column("erase_at", Instant),
    Index(None, "intake_id"),
    Index(None, "contact_id"),
    one_of("ending", PlaceEnding),
    sqlite_autoincrement=True,
)

interview = Table(
    "interview",
    metadata,
    key(),
    organisation(),
    link("candidacy_id", "candidacy"),
    # None for a talk without a company.
    link("place_id", "offered_place", nullable=True),
    link("leader_id", "person", nullable=True),
    Column("made_at", Instant, nullable=False),
    Column("planned_for", Instant),
    Column("changes", Integer, nullable=False),
    Column("called_off_at", Instant),
    Column("outcome", String),
    Column("feedback", FreeWords, nullable=False),
    Column("alternative", String),
    Column("alternative_words", FreeWords, nullable=False),
    Column("decided_at", Instant),
    Index(None, "candidacy_id"),
    Index(None, "place_id"),
    one_of("outcome", InterviewOutcome),
    one_of("alternative", Alternative),
    sqlite_autoincrement=True,
)
"""A draft of what comes of it until it is decided."""

criterion_verdict = Table(
    "criterion_verdict",
    metadata,
    organisation(),
    link("interview_id", "interview", primary_key=True),
    link("criterion_id", "intake_criterion", primary_key=True),
    Column("met", String, nullable=False),
    one_of("met", CriterionMet),
)
