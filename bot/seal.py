"""The installation's seal: an Ed25519 key in a file, by which photos are signed.

The key stands beside the database, not in it: whoever can change rows there cannot sign them.
"""

from functools import cached_property
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bot.key_file import make_once
from bot.messages import _
from bot.ports.periods.photos import Seal
from bot.refusal import Refused

BYTES = 32


class Signet:
    """The key of this installation; the file is made when it is first needed."""

    def __init__(self, path: Path) -> None:
        """Keep the key in this file; nothing is read until it is used."""
        self._path = path

    def sign(self, digest: str) -> Seal:
        """Sign a digest. Raises Refused where the key can be neither read nor made."""
        return Seal(_public(self._key), self._key.sign(digest.encode()).hex())

    def made(self, seal: Seal) -> bool:
        """Say whether a seal was made with this key. Raises Refused as above."""
        key = self._read()
        return key is not None and _public(key) == seal.public_key

    @cached_property
    def _key(self) -> Ed25519PrivateKey:
        return self._read() or self._make()

    def _read(self) -> Ed25519PrivateKey | None:
        try:
            raw = bytes.fromhex(self._path.read_text(encoding="ascii").strip())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unusable(error) from None
        except ValueError:
            raw = b""
        if len(raw) != BYTES:
            raise Refused(_("{file} is not a key that signs photos.", file=str(self._path)))
        return Ed25519PrivateKey.from_private_bytes(raw)

    def _make(self) -> Ed25519PrivateKey:
        """Make the key; where another process was first, its key is used."""
        key = Ed25519PrivateKey.generate()
        try:
            make_once(self._path, key.private_bytes_raw().hex() + "\n")
        except OSError as error:
            raise self._unusable(error) from None
        return self._read() or key

    def _unusable(self, error: OSError) -> Refused:
        return Refused(
            _(
                "The key that signs photos cannot be used: {file} ({reason}). "
                "Set KOMPAAN_SIGNING_KEY_FILE to a file that only Kompaan can read.",
                file=str(self._path),
                reason=error.strerror or type(error).__name__,
            )
        )


def _public(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


def is_sealed(digest: str, seal: Seal) -> bool:
    """Say whether a seal fits a digest, by the public key that it carries."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(seal.public_key))
        key.verify(bytes.fromhex(seal.signature), digest.encode())
    except (ValueError, InvalidSignature):
        return False
    return True
