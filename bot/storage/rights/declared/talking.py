"""Conversations: whose they are, and what an erasure leaves of them."""

from bot.domain.rights.declared import By, DeclaredTable, Particulars, declare, goes, nameless

_SHOWN_ELSEWHERE = "it draws what its words say"
_ABOUT_ANOTHER = "it leads to somebody else"
_NUMBERS = "it holds what a platform calls a message, and no words"

TALKING: tuple[DeclaredTable, ...] = (
    declare(
        "dialogue",
        "where a conversation is",
        goes("person_id"),
        nameless("about_track.student_id", "it is another's conversation", exported=False),
        keys="organisation_id person_id about_track!",
        facts="about_at asking! asked_at serial",
        words="data!",
        particulars=Particulars(mentions="data", shows={"data": ""}),
    ),
    declare(
        "chat_message",
        "conversations on the page and in the terminal",
        goes("person_id"),
        nameless("about_id", "it is another's conversation", by=By.IDENTITY, exported=False),
        keys="id organisation_id person_id about_id!",
        facts="answers mine kind edited said_at shown",
        words="text content",
        particulars=Particulars(
            withheld={"content": _SHOWN_ELSEWHERE, "about_id": _ABOUT_ANOTHER},
            mentions="text content",
            shows={"text": "mine"},
        ),
    ),
    declare(
        "attached",
        "what was attached to a message there",
        goes("message_id.person_id"),
        keys="message_id organisation_id",
        facts="kind",
        words="data",
    ),
    declare(
        "legend",
        "which message last had a legend",
        goes("person_id"),
        keys="organisation_id person_id",
        facts="day message",
    ),
    declare(
        "quarantine",
        "messages that went wrong and were set aside",
        goes("person_id", by=By.IDENTITY),
        keys="id person_id",
        facts="key at",
        words="update error",
        particulars=Particulars(
            withheld={"error": "it is about the programme"}, mentions="update error"
        ),
    ),
    declare(
        "handled",
        "which messages were taken in, so that none is taken twice",
        goes("key", by=By.SOURCE, exported=False, why=_NUMBERS),
        facts="key at",
    ),
    declare(
        "wording",
        "whether an edit changed a message",
        goes("source", by=By.SOURCE, exported=False, why=_NUMBERS),
        facts="source at",
        secrets={"digest": "it is of words, and holds none"},
    ),
)
