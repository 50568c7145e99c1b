"""Who runs the school's Kompaan, acts that touch rights, and files handed in: what is left."""

from bot.domain.rights.declared import (
    By,
    DeclaredTable,
    declare,
    goes,
    kept,
)

_CHAIN = "acts are a signed chain of identities, without a name"
_LINK = "it links the chain"
_SIGNED = "it says that the chain was not changed"
_HANDED = "it is the school's own file about others, for a day at most"

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
)
