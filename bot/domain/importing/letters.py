"""Letters that went wrong on their way through a file: read in another encoding, or lost."""

import re

LOST = "\ufffd"
"""What stands where a letter could not be read."""

_SIGNS = "–—‘’“”„•…€™"
_FOREIGN = re.compile(r"[^\x00-\x7f]{2,}")


def garbled(text: str) -> int | None:
    """Find where letters of UTF-8 were once read as cp1252, as `Ã«` for `ë`, or were lost."""
    places = [found.start() for found in _FOREIGN.finditer(text) if _doubled(found.group())]
    if LOST in text:
        places.append(text.index(LOST))
    return min(places, default=None)


def _doubled(signs: str) -> bool:
    return any(
        _is_a_letter(signs[start : start + length])
        for length in (2, 3)
        for start in range(len(signs) - length + 1)
    )


def _is_a_letter(signs: str) -> bool:
    for encoding in ("cp1252", "latin-1"):
        try:
            once = signs.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if len(once) == 1 and (once < "\u0180" or once in _SIGNS):
            return True
    return False
