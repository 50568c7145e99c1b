"""Reflection: a student's own week, questions asked, answers, and what comes of an answer."""

from sqlalchemy import Boolean, Column, Index, SmallInteger, String, Table

from bot.domain.coaching.methods import Method
from bot.domain.reflecting.sharing import Share
from bot.storage.columns import Identity, Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords

KINDS = ("text", "photo", "voice")
"""What a part of an answer is."""

reflecting = Table(
    "reflecting",
    metadata,
    link("person_id", "person", primary_key=True),
    organisation(),
    Column("days", String(7), nullable=False),
    Column("at", String(5), nullable=False),
    Column("share", String, nullable=False),
    # Lesson days that are workplace days too, as the student says.
    Column("despite", String(7), nullable=False, server_default=""),
    # From which day on a question may come unasked; on any where there is none.
    Column("next_on", String(10)),
    # Since when questions are wanted every workplace day again.
    Column("wanted_at", Instant),
    # How many follow-ups an answer gets; as many as there are where there is no number.
    Column("follow_ups", SmallInteger),
    one_of("share", Share),
)

asked = Table(
    "asked",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    Column("key", String, nullable=False),
    Column("method", String, nullable=False),
    link("indicator_id", "indicator", nullable=True),
    Column("times", SmallInteger, nullable=False),
    Column("at", Instant, nullable=False),
    link("errand_id", "errand", nullable=True),
    Column("skipped_at", Instant),
    Index(None, "track_id", "at"),
    one_of("method", Method),
    sqlite_autoincrement=True,
)

answer = Table(
    "answer",
    metadata,
    key(),
    organisation(),
    link("track_id", "track"),
    link("asked_id", "asked", nullable=True),
    Column("share", String, nullable=False),
    Column("said_at", Instant, nullable=False),
    Column("done_at", Instant),
    Column("withdrawn_at", Instant),
    Index(None, "track_id", "said_at"),
    Index(None, "asked_id"),
    one_of("share", Share),
    sqlite_autoincrement=True,
)

answer_part = Table(
    "answer_part",
    metadata,
    key(),
    organisation(),
    link("answer_id", "answer"),
    Column("kind", String, nullable=False),
    Column("text", FreeWords, nullable=False),
    # What the platform calls a photo or a voice note; the file itself is not kept.
    Column("file", String, nullable=False, server_default=""),
    Column("source", String, nullable=False),
    Column("said_at", Instant, nullable=False),
    # The follow-up that it replies to, if any.
    Column("replies_to", String, nullable=False, server_default=""),
    Index(None, "answer_id"),
    Index(None, "source"),
    one_of("kind", KINDS),
    sqlite_autoincrement=True,
)

evidence = Table(
    "evidence",
    metadata,
    link("answer_id", "answer", primary_key=True),
    link("indicator_id", "indicator", primary_key=True),
    organisation(),
)

goal = Table(
    "goal",
    metadata,
    key(),
    organisation(),
    link("answer_id", "answer"),
    link("indicator_id", "indicator", nullable=True),
    Column("text", FreeWords, nullable=False),
    Column("due_at", Instant, nullable=False),
    link("taken_up_id", "asked", nullable=True),
    Index(None, "answer_id"),
    Index(None, "taken_up_id"),
    sqlite_autoincrement=True,
)

feedback = Table(
    "feedback",
    metadata,
    key(),
    organisation(),
    link("answer_id", "answer"),
    link("giver_id", "person"),
    Column("asked_at", Instant, nullable=False),
    link("outbox_id", "outbox", nullable=True),
    Column("text", FreeWords),
    Column("given_at", Instant),
    # Whether it helped, as the student says, and the errand that told of it in a sum.
    Column("helped", Boolean),
    Column("summed_in", Identity),
    Index(None, "answer_id"),
    sqlite_autoincrement=True,
)
