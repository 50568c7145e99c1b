"""Files with what is kept of somebody: whose they are, and what an erasure leaves of them."""

from bot.domain.rights.declared import DeclaredTable, declare, goes

_ITSELF = "it is the very file"

HAVING: tuple[DeclaredTable, ...] = (
    declare(
        "take_away",
        "files with what is kept of somebody",
        goes("person_id"),
        keys="id organisation_id person_id",
        facts="asked_at expires_at tries in_hand_until made_at size",
        secrets={"code": "it opens the file", "data": _ITSELF},
    ),
)
