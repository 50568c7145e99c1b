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
    without_taken_back,
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
        self._append(erasure.written())

    @override
    def take_back(self, erasure: Erasure) -> None:
        self._append(erasure.written_back())

    def _append(self, written: str) -> None:
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
        signed = map(self._signed, self._lines())
        return without_taken_back([own for own in signed if own is not None])

    def count_unread(self) -> int:
        """Count the lines that say nothing any more: changed, or signed with another key.

        One that a crash left without its end is none of them. Raises Refused.
        """
        return sum(line.endswith("]") and self._signed(line) is None for line in self._lines())

    def _lines(self) -> list[str]:
        try:
            # Each line is signed by itself, so what is no text spoils none but its own.
            written = self.path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return []
        except OSError as error:
            raise self._unusable(error) from None
        return list(filter(None, written.split("\n")))

    @override
    def lawful(self) -> Lawful:
        return lawful_of(self.read())

    def _signed(self, line: str) -> str | None:
        """Read what this installation signed in a line; None for any other, or a cut one."""
        public_key, _space, rest = line.partition(" ")
        signature, _space, written = rest.partition(" ")
        seal = Seal(public_key, signature)
        if not is_sealed(written, seal) or not self._signet.made(seal):
            return None
        return written

    def _unusable(self, error: OSError) -> Refused:
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
