"""Who runs the school's Kompaan, acts that touch rights, and erasures: what is left of them."""

from bot.domain.rights.declared import (
    By,
    DeclaredTable,
    Particulars,
    declare,
    goes,
    kept,
    nameless,
)

_CHAIN = "acts are a signed chain of identities, without a name"
_SHOWS = "it shows that an erasure was asked for and carried out"
_OTHERS = "it is another's wish"
_LINK = "it links the chain"
_SIGNED = "it says that the chain was not changed"
_HANDED = "it is the school's own file about others, for a day at most"
_ITSELF = "it is the very file"

ADMINISTERING: tuple[DeclaredTable, ...] = (
    declare(
        "administrator",
        "administrators of the school",
        goes("person_id"),
        keys="organisation_id person_id",
        facts="since",
    ),
    declare(
        "rights_act",
        "acts that touch somebody's rights",
        kept("by_id", _CHAIN, by=By.IDENTITY),
        kept("about_id", _CHAIN, by=By.IDENTITY),
        keys="organisation_id by_id about_id",
        facts="number kind ids at",
        secrets={"before": _LINK, "digest": _LINK},
    ),
    declare(
        "forgetting",
        "a wish to be forgotten, and what came of it",
        kept("person_id", _SHOWS),
        nameless("held_by_id", _OTHERS, by=By.IDENTITY, exported=False),
        keys="id organisation_id person_id held_by_id",
        facts="wished_at confirmed_at due_at held_at withdrawn_at erased_at cleaned_at",
        words="held_why!",
        particulars=Particulars(mentions="held_why"),
    ),
    declare(
        "retention",
        "until when a track's records are kept",
        kept("track_id.student_id", "it shows what of a track was erased, and when"),
        nameless("longer_by_id", "it is about the student's track", by=By.IDENTITY, exported=False),
        keys="track_id organisation_id longer_by_id",
        facts="next_at ended_at told_at longer_until records_erased_at words_erased_at",
    ),
    declare(
        "rights_act_seal",
        "signatures of the log of acts",
        keys="organisation_id",
        facts="number",
        secrets={"public_key": _SIGNED, "signature": _SIGNED},
    ),
    declare(
        "handed_file",
        "files that an administrator sent to be read in",
        goes("person_id", exported=False, why=_HANDED),
        keys="id organisation_id person_id",
        facts="sent_at step in_hand_until tries lines_done line_count",
        words="name told",
        secrets={"data": _HANDED},
    ),
    declare(
        "take_away",
        "files with what is kept of somebody",
        goes("person_id"),
        keys="id organisation_id person_id",
        facts="asked_at expires_at tries in_hand_until made_at size",
        secrets={"code": "it opens the file", "data": _ITSELF},
    ),
)
