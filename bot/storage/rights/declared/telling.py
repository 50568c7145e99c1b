"""What reaches people unasked: whose it is, and what an erasure leaves of it."""

from bot.domain.rights.declared import By, DeclaredTable, Particulars, declare, goes, nameless

_TO_OTHERS = "it was told to somebody else"

TELLING: tuple[DeclaredTable, ...] = (
    declare(
        "errand",
        "what somebody is to be told",
        goes("person_id"),
        nameless("outbox_id.track_id.student_id", _TO_OTHERS, exported=False),
        keys="id organisation_id person_id about_id! outbox_id!",
        facts="kind subject due_at expires_at settled_at since",
    ),
    declare(
        "outbox",
        "messages to somebody: waiting, under way, arrived",
        goes("person_id"),
        goes("track_id.student_id", exported=False, why=_TO_OTHERS),
        keys="id organisation_id person_id track_id",
        facts="platform kind subject asks day state attempts not_before lease_until expires_at"
        " sent_at platform_ref stale made_at",
        words="address content last_error",
        particulars=Particulars(
            withheld={"last_error": "it is about the platform"},
            mentions="content last_error",
            shows={"content": ""},
        ),
    ),
    declare(
        "tip_told",
        "tips that somebody was told, and what they said of them",
        goes("person_id"),
        keys="id organisation_id person_id errand_id",
        facts="key method told_at verdict",
    ),
    declare(
        "mirror_told",
        "what could be practised at a workplace, and what its mentor said of that",
        goes("person_id"),
        goes("track_id.student_id"),
        keys="id organisation_id person_id track_id competence_id errand_id",
        facts="told_at answer",
    ),
    declare(
        "resting_chat",
        "chats that are not written to for a moment",
        goes("address", by=By.ADDRESS, exported=False, why="it is of a chat, and lasts a moment"),
        facts="platform until",
        words="address",
    ),
    declare("sending_pace", "how fast a platform is sent to", facts="platform full_at"),
    declare(
        "tick",
        "the clock's last tick",
        keys="id",
        facts="at clock_at boot up held_at trusted_seconds unproved",
    ),
)
