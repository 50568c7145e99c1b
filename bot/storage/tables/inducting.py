"""Teachers new to dual learning: who coaches them, their steps, and what was said with them."""

from sqlalchemy import Column, Integer, String, Table, UniqueConstraint

from bot.domain.inducting.steps import InductionStep
from bot.storage.columns import Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords

teachers_coach = Table(
    "teachers_coach",
    metadata,
    organisation(),
    link("person_id", "person", primary_key=True),
    Column("since", Instant, nullable=False),
)

starter = Table(
    "starter",
    metadata,
    organisation(),
    link("person_id", "person", primary_key=True),
    Column("since_on", String(10), nullable=False),
    Column("starts_on", String(10)),
    Column("ended_at", Instant),
)

induction_session = Table(
    "induction_session",
    metadata,
    key(),
    organisation(),
    link("teacher_id", "person"),
    Column("step", String, nullable=False),
    link("coach_id", "person", nullable=True),
    Column("changed_at", Instant, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("asked_at", Instant),
    Column("planned_for", Instant),
    Column("held_on", String(10)),
    UniqueConstraint("teacher_id", "step"),
    one_of("step", InductionStep),
    sqlite_autoincrement=True,
)
"""One for each step of a teacher, from when it is asked for, planned or held.

`changed_at` is when its moment changed last, and `changes` how often it did: the teacher is told
of the last one alone.
"""

induction_words = Table(
    "induction_words",
    metadata,
    organisation(),
    link("session_id", "induction_session", primary_key=True),
    link("author_id", "person", primary_key=True),
    Column("words", FreeWords, nullable=False),
    Column("said_at", Instant, nullable=False),
)
"""What each of the two wrote of a session, for each other alone."""
