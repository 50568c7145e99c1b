"""The list of erasures of this installation, beside its key: signed lines that are added to.

By it an erasure reaches a backup that is put back, so it is kept with the key and not with the
database. A line without its signature, or with another key's, excuses nothing.
"""

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from typing_extensions import override

from bot.domain.rights.erasures import (
    Erasure,
    Lawful,
    lawful_of,
    named_row,
    read_erasure,
)
from bot.messages import _
from bot.ports.periods.photos import Seal
from bot.ports.rights.erasing import ErasureList
from bot.refusal import Refused
from bot.seal import Signet, is_sealed
from bot.wiring import House

ERASED = ".erased"
"""What the file's name ends with, behind that of the key."""


class SignedErasures(ErasureList):
    """The list in its file; it is made with the first line."""

    def __init__(self, key: Path) -> None:
        """Keep it beside this key; nothing is read until it is asked for."""
        self.path = key.with_name(key.name + ERASED)
        self._signet = Signet(key)

    @override
    def mark(self, organisation_id: int, person_id: int, school_id: str) -> str:
        signed = self._signet.sign(named_row(organisation_id, person_id, school_id))
        return sha256(signed.signature.encode()).hexdigest()

    @override
    def add(self, erasure: Erasure) -> None:
        written = erasure.written()
        seal = self._signet.sign(written)
        # Begun on a line of its own, in case a crash left one without its end.
        line = f"\n{seal.public_key} {seal.signature} {written}\n"
        try:
            number = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(number, "wb") as file:
                file.write(line.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise self._unusable(error) from None

    @override
    def read(self) -> Sequence[Erasure]:
        try:
            written = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise self._unusable(error) from None
        found = map(self._read_line, filter(None, written.splitlines()))
        return [own for own in found if own is not None]

    @override
    def lawful(self) -> Lawful:
        return lawful_of(self.read())

    def _read_line(self, line: str) -> Erasure | None:
        """Read a line that this installation signed; None for any other, or a cut one."""
        public_key, _space, rest = line.partition(" ")
        signature, _space, written = rest.partition(" ")
        seal = Seal(public_key, signature)
        if not is_sealed(written, seal) or not self._signet.made(seal):
            return None
        try:
            return read_erasure(written)
        except ValueError:
            return None

    def _unusable(self, error: OSError | UnicodeDecodeError) -> Refused:
        return Refused(
            _(
                "The list of erasures beside the key cannot be used: {file} ({reason}).",
                file=str(self.path),
                reason=getattr(error, "strerror", None) or type(error).__name__,
            )
        )


def erasures_of(house: House) -> SignedErasures:
    """Open the list of an installation."""
    return SignedErasures(Path(house.settings.signing_key_file))
