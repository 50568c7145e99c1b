"""What each message said when it was last read, so that an edit that changed nothing is known."""

import hashlib
from datetime import datetime

from sqlalchemy import bindparam, text
from typing_extensions import override

from bot.ports.talking import Wordings
from bot.storage.columns import Instant
from bot.storage.connected import Connected

_AT = bindparam("at", type_=Instant)
# An original that comes late, after its edit, leaves what is known of the edit.
_SAID = text(
    "INSERT INTO wording (source, digest, at) VALUES (:source, :digest, :at)"
    " ON CONFLICT (source) DO NOTHING"
).bindparams(_AT)
_EDITED = text(
    "INSERT INTO wording (source, digest, at) VALUES (:source, :digest, :at)"
    " ON CONFLICT (source) DO UPDATE SET digest = excluded.digest, at = excluded.at"
    " WHERE wording.digest <> excluded.digest"
).bindparams(_AT)

_FORGET = text("DELETE FROM wording WHERE source = :source")

SIGNS = 10
"""Of a digest: enough to know the same words, too few to find out which they were."""


class StoredWordings(Connected, Wordings):
    """What messages said, on one connection."""

    @override
    def keep(self, source: str, wording: str, at: datetime) -> None:
        self._connection.execute(_SAID, _row(source, wording, at))

    @override
    def change(self, source: str, wording: str, at: datetime) -> bool:
        return self._connection.execute(_EDITED, _row(source, wording, at)).rowcount == 1

    @override
    def forget(self, source: str) -> None:
        self._connection.execute(_FORGET, {"source": source})


def _row(source: str, wording: str, at: datetime) -> dict[str, object]:
    said = f"{source}\n{wording}".encode("utf-8", "replace")
    return {"source": source, "digest": hashlib.sha256(said).hexdigest()[:SIGNS], "at": at}
