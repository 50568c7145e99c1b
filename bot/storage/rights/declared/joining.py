"""How people come in, and where they are reached: whose it is, and what an erasure leaves."""

from bot.domain.rights.declared import By, DeclaredTable, declare, goes, nameless

_OPENS = "it opens a door"
_DOES_WRITE = "whoever has it can write to the device"
_OTHERS = "it is who comes in whose row it is"

JOINING: tuple[DeclaredTable, ...] = (
    declare(
        "account",
        "where somebody joined",
        goes("person_id"),
        keys="id organisation_id person_id",
        facts="platform joined_at left_at reachable unreachable_since heard_number heard_at",
        words="address",
    ),
    declare(
        "invitation",
        "codes by which people come in",
        goes("person_id"),
        nameless("made_by", _OTHERS, exported=False, by=By.IDENTITY),
        keys="id organisation_id person_id made_by",
        facts="made_at expires_at redeemed_at withdrawn_at",
        secrets={"digest": _OPENS},
    ),
    declare(
        "page_session",
        "devices on the page",
        goes("person_id"),
        nameless("ended_by", _OTHERS, exported=False, by=By.IDENTITY),
        keys="id organisation_id person_id invitation_id ended_by",
        facts="seat made_at used_at ended_at ended_why",
        words="device",
        secrets={"digest": _OPENS, "nonce_digest": _OPENS},
    ),
    declare(
        "push_subscription",
        "devices that get a sign of what waits",
        goes("person_id"),
        keys="id organisation_id person_id session_id",
        facts="made_at ended_at ended_why",
        secrets={"endpoint": _DOES_WRITE, "p256dh": _DOES_WRITE, "auth": _DOES_WRITE},
    ),
    declare(
        "mail_address",
        "where somebody gets e-mail",
        goes("person_id"),
        keys="organisation_id person_id",
        facts="confirmed_at taken_away_at code_made_at tries asked_since times_asked refused_at",
        words="own asked refused",
        secrets={"digest": _OPENS, "stop": "it mutes whoever it belongs to"},
    ),
    declare(
        "wrong_code",
        "wrong codes that were tried in a chat",
        goes("address", by=By.ADDRESS, exported=False, why="it is of a chat, and lasts an hour"),
        facts="platform count locked_until",
        words="address",
    ),
)
