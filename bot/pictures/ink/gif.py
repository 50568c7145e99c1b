"""An animation written frame by frame: of each only what differs from the one before is kept.

Pillow's own writer holds every frame until the last, which takes hundreds of megabytes for a film
of a year. Of it we take how one frame is packed; what stands around the frames is a few bytes
(GIF89a, sections 17 to 20 and 23, and the extension that lets it repeat).
"""

from collections.abc import Sequence

from PIL import Image, ImageChops
from PIL.GifImagePlugin import getdata

_AGAIN = b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
_SEEN = 255
"""The number of a point that stays as it is; the palette's own colours are far fewer."""
_SAME = [255] + [0] * 255


class Animation:
    """Frames of one size, as numbers of one palette, that are shown again and again."""

    def __init__(self) -> None:
        """Begin with no frame."""
        self._packed: list[bytes] = []
        self._before: Image.Image | None = None
        self._next: tuple[Image.Image, tuple[int, int]] | None = None
        self._stands = 0

    def add(self, frame: Image.Image, milliseconds: int) -> None:
        """Add a frame, which may be changed afterwards; without anything new the last stands on."""
        if self._before is None:
            self._next = frame.copy(), (0, 0)
        elif (part := _changed(self._before, frame)) is not None:
            self._pack()
            self._next = part
        if self._before is None or self._stands == 0:
            self._before = frame.copy()
        self._stands += milliseconds

    def written(self, palette: Sequence[str]) -> bytes:
        """Write it, with its palette as '#rrggbb'. Raises ValueError for one without a frame."""
        if self._before is None or len(palette) > _SEEN:
            raise ValueError("an animation has a frame, and fewer colours")
        self._pack()
        return b"".join([_head(self._before.size, palette), _AGAIN, *self._packed, b";"])

    def _pack(self) -> None:
        if self._next is not None:
            part, place = self._next
            self._packed += getdata(part, place, duration=self._stands, transparency=_SEEN)
        self._next, self._stands = None, 0


def _head(size: tuple[int, int], palette: Sequence[str]) -> bytes:
    """Write the size and the palette, filled up to all 256."""
    colours = b"".join(bytes.fromhex(colour[1:]) for colour in palette)
    measures = b"".join(side.to_bytes(2, "little") for side in size)
    return b"GIF89a" + measures + b"\xf7\0\0" + colours.ljust(3 * 256, b"\0")


def _changed(before: Image.Image, frame: Image.Image) -> tuple[Image.Image, tuple[int, int]] | None:
    """Cut out what changed: a point that did not is left as it is seen already."""
    difference = ImageChops.difference(before, frame)
    box = difference.getbbox()
    if box is None:
        return None
    part, same = frame.crop(box), difference.crop(box).point(_SAME)
    part.paste(_SEEN, (0, 0), same)
    return part, box[:2]
