"""Lists of questions that a school wrote, and the sheets on which they are answered."""

from sqlalchemy import JSON, Boolean, Column, Index, SmallInteger, String, Table, false

from bot.domain.questions import QuestionKind, SheetPurpose
from bot.storage.columns import Identity, Instant, key, link, metadata, one_of, organisation
from bot.storage.named import FreeWords

question_list = Table(
    "question_list",
    metadata,
    key(),
    organisation(),
    sqlite_autoincrement=True,
)

listed_question = Table(
    "listed_question",
    metadata,
    organisation(),
    link("list_id", "question_list", primary_key=True),
    Column("number", SmallInteger, primary_key=True),
    Column("kind", String, nullable=False),
    # Texts by language; of a scale `options` holds the words at both its ends.
    Column("texts", JSON, nullable=False),
    Column("options", JSON, nullable=False),
    Column("steps", SmallInteger, nullable=False),
    Column("optional", Boolean, nullable=False),
    one_of("kind", QuestionKind),
)

answer_sheet = Table(
    "answer_sheet",
    metadata,
    key(),
    organisation(),
    link("person_id", "person"),
    link("list_id", "question_list"),
    Column("purpose", String, nullable=False),
    # What it is for, by the identity that its purpose gives it.
    Column("for_id", Identity, nullable=False),
    Column("quiet", Boolean, nullable=False, server_default=false()),
    Column("sent_at", Instant),
    Index(None, "person_id"),
    Index(None, "purpose", "for_id"),
    Index(None, "list_id"),
    one_of("purpose", SheetPurpose),
    sqlite_autoincrement=True,
)
"""One that was not sent is still being filled in."""

given_answer = Table(
    "given_answer",
    metadata,
    organisation(),
    link("sheet_id", "answer_sheet", primary_key=True),
    Column("number", SmallInteger, primary_key=True),
    Column("value", SmallInteger),
    Column("words", FreeWords),
)
