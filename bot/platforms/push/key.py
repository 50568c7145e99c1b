"""The key by which push services know us (VAPID, RFC 8292), in a file beside the one of photos.

Whoever loses it loses the devices that subscribed with it: each subscribes anew when its person
opens the page.
"""

from base64 import urlsafe_b64encode
from functools import cached_property
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    derive_private_key,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.key_file import make_once
from bot.messages import _
from bot.refusal import Refused

BYTES = 32


class PushKey:
    """The key of this installation; the file is made when it is first needed."""

    def __init__(self, path: Path) -> None:
        """Keep the key in this file; nothing is read until it is used."""
        self._path = path

    @cached_property
    def private(self) -> EllipticCurvePrivateKey:
        """The key itself. Raises Refused where it can be neither read nor made."""
        return self._read() or self._make()

    @property
    def public(self) -> str:
        """What a browser subscribes with: the public point, in base64url. Raises as above."""
        point = self.private.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint
        )
        return urlsafe_b64encode(point).decode().rstrip("=")

    def _read(self) -> EllipticCurvePrivateKey | None:
        try:
            raw = bytes.fromhex(self._path.read_text(encoding="ascii").strip())
            if len(raw) != BYTES:
                raise ValueError
            return derive_private_key(int.from_bytes(raw), SECP256R1())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unusable(error) from None
        except ValueError:
            said = _("{file} is not a key for push messages.", file=str(self._path))
            raise Refused(said) from None

    def _make(self) -> EllipticCurvePrivateKey:
        """Make the key; where another process was first, its key is used."""
        key = generate_private_key(SECP256R1())
        number = key.private_numbers().private_value
        try:
            make_once(self._path, number.to_bytes(BYTES).hex() + "\n")
        except OSError as error:
            raise self._unusable(error) from None
        return self._read() or key

    def _unusable(self, error: OSError) -> Refused:
        return Refused(
            _(
                "The key for push messages cannot be used: {file} ({reason}). "
                "Set KOMPAAN_PUSH_KEY_FILE to a file that only Kompaan can read.",
                file=str(self._path),
                reason=error.strerror or type(error).__name__,
            )
        )
