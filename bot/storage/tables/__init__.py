"""Every table, by topic: who, joining, what is learned, where, what was said, how we talk."""

from bot.storage.columns import metadata
from bot.storage.tables.joining import (
    account,
    invitation,
    wrong_code,
)
from bot.storage.tables.learned import (
    competence,
    context,
    context_competence,
    course_component,
    framework,
    indicator,
    programme,
    programme_competence,
)
from bot.storage.tables.outbox import outbox
from bot.storage.tables.places import (
    class_group,
    focus,
    involvement,
    placement,
    track,
    workplace,
)
from bot.storage.tables.said import (
    colour,
    entry,
    mark,
    note,
    score,
)
from bot.storage.tables.talk import (
    chat_message,
    dialogue,
    handled,
    quarantine,
)
from bot.storage.tables.who import (
    organisation_table,
    person,
)

__all__ = [
    "account",
    "chat_message",
    "class_group",
    "colour",
    "competence",
    "context",
    "context_competence",
    "course_component",
    "dialogue",
    "entry",
    "focus",
    "framework",
    "handled",
    "indicator",
    "invitation",
    "involvement",
    "mark",
    "metadata",
    "note",
    "organisation_table",
    "outbox",
    "person",
    "placement",
    "programme",
    "programme_competence",
    "quarantine",
    "score",
    "track",
    "workplace",
    "wrong_code",
]
