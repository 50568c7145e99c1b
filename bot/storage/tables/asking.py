"""Questionnaires of a school, their rounds, and what is counted of answers without a name."""

from sqlalchemy import JSON, Boolean, Column, Index, Integer, SmallInteger, String, Table

from bot.domain.school.tracks import Role
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords

questionnaire = Table(
    "questionnaire",
    metadata,
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
    Column("made_at", Instant, nullable=False),
    Column("stopped_at", Instant),
    Index(None, "organisation_id"),
    sqlite_autoincrement=True,
)

questionnaire_role = Table(
    "questionnaire_role",
    metadata,
    organisation(),
    link("questionnaire_id", "questionnaire", primary_key=True),
    Column("role", String, primary_key=True),
    one_of("role", Role),
)

asking_round = Table(
    "asking_round",
    metadata,
    key(),
    organisation(),
    link("questionnaire_id", "questionnaire"),
    link("period_id", "period", nullable=True),
    Column("photo_at", Instant),
    Column("opens_at", Instant, nullable=False),
    Column("closes_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("answered", Integer),
    Index(None, "questionnaire_id"),
    Index(None, "period_id"),
    sqlite_autoincrement=True,
)

round_answered = Table(
    "round_answered",
    metadata,
    organisation(),
    link("round_id", "asking_round", primary_key=True),
    link("person_id", "person", primary_key=True),
    Index(None, "person_id"),
)
"""Who answered without a name, as long as the round is open: no time, and nothing of what."""

answer_tally = Table(
    "answer_tally",
    metadata,
    organisation(),
    link("round_id", "asking_round", primary_key=True),
    Column("number", SmallInteger, primary_key=True),
    Column("value", SmallInteger, primary_key=True),
    Column("count", Integer, nullable=False),
)
"""How often each value was answered: single answers without a name are never kept."""

unsigned_words = Table(
    "unsigned_words",
    metadata,
    organisation(),
    link("round_id", "asking_round", primary_key=True),
    Column("number", SmallInteger, primary_key=True),
    Column("place", SmallInteger, primary_key=True),
    Column("words", FreeWords, nullable=False),
)
"""Words without a name, in the order of the alphabet: all are written anew with each sheet."""
