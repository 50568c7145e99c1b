"""Names in any script: which bundled font has a letter, and in which order and form it is drawn.

Text is laid out letter by letter, alike on every machine. Arabic is therefore given its joined
forms here, from the Unicode database, and scripts that are read from the right are turned round.
"""

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import groupby

FALLBACKS = ("NotoSansScripts.ttf", "DroidSansFallback.ttf", "NotoEmoji-Regular.ttf")
"""Fonts for what Inter lacks, in the order in which they are asked."""

_FIRST_FOREIGN = "\u0530"
"""Below it Inter has every letter, and nothing is joined or turned."""

_NO_LETTER = frozenset("\ufe0e\ufe0f") | {chr(tone) for tone in range(0x1F3FB, 0x1F400)}
"""Signs that only change how the one before looks."""

_FORMS = ("isolated", "final", "initial", "medial")

Forms = dict[str, dict[str, str]]
"""A letter of Arabic → its forms by their names in the Unicode database."""


def is_plain(text: str) -> bool:
    """Say whether a text is drawn as it is read, with Inter alone."""
    return text.isascii() or max(text) < _FIRST_FOREIGN


def drawable(text: str, has: Callable[[str], bool]) -> str:
    """Write signs that no font has as Latin letters of their names: never as equal boxes."""
    if is_plain(text):
        return text
    return "".join(
        letter if letter.isspace() or has(letter) else _in_latin(letter)
        for letter in text
        if letter not in _NO_LETTER
    )


def _in_latin(letter: str) -> str:
    if unicodedata.combining(letter):
        return ""
    name = unicodedata.name(letter, "")
    spoken = name.rpartition(" ")[2] if " LETTER " in name or " SIGN " in name else ""
    return spoken.title() or f"{ord(letter):X}"


@lru_cache(maxsize=2048)
def visual(text: str) -> str:
    """Put a text in the order in which it is drawn from the left, its letters joined."""
    if is_plain(text):
        return text
    runs = [
        (right, "".join(letters)) for right, letters in groupby(text, key=_reads_from_the_right)
    ]
    if not any(right for right, _run in runs):
        return text
    parts = _with_what_stands_between(runs)
    return "".join(_joined(run)[::-1] if right else run for right, run in parts)


def joined(text: str) -> str:
    """Join the Arabic letters of a text, which stays in the order in which it is read."""
    if is_plain(text):
        return text
    forms = _arabic()
    runs = ("".join(letters) for _right, letters in groupby(text, key=_reads_from_the_right))
    return "".join(_joined(run) if any(sign in forms for sign in run) else run for run in runs)


def _reads_from_the_right(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in ("R", "AL", "NSM")


def _with_what_stands_between(runs: list[tuple[bool, str]]) -> list[tuple[bool, str]]:
    """Let blanks and hyphens between two words that are read from the right belong to them."""
    joined: list[tuple[bool, str]] = []
    for at, (right, run) in enumerate(runs):
        between = 0 < at < len(runs) - 1 and not any(letter.isalnum() for letter in run)
        if joined and joined[-1][0] and (right or between):
            joined[-1] = (True, joined[-1][1] + run)
        else:
            joined.append((right, run))
    return joined


def _joined(run: str) -> str:
    """Shape Arabic letters as their neighbours ask; marks above them are left out."""
    letters = [letter for letter in run if not unicodedata.combining(letter)]
    forms = _arabic()
    written = []
    at = 0
    while at < len(letters):
        before = at > 0 and "initial" in forms.get(letters[at - 1], ())
        pair = "".join(letters[at : at + 2])
        whole = pair if len(pair) > 1 and pair in forms else letters[at]
        after = "".join(letters[at + len(whole) : at + len(whole) + 1])
        written.append(_form(forms, whole, before=before, after=after in forms))
        at += len(whole)
    return "".join(written)


def _form(forms: Forms, letter: str, *, before: bool, after: bool) -> str:
    own = forms.get(letter)
    if own is None:
        return letter
    goes_on = after and "initial" in own
    wanted = {
        (False, False): "isolated",
        (True, False): "final",
        (False, True): "initial",
        (True, True): "medial",
    }[before and "final" in own, goes_on]
    return own.get(wanted, letter)


@cache
def _arabic() -> Forms:
    """Read the forms of Arabic letters, and of lam with alef, from the Unicode database."""
    found: Forms = {}
    for code in (*range(0xFB50, 0xFBFF), *range(0xFE80, 0xFEFD)):
        kind, _space, base = unicodedata.decomposition(chr(code)).partition(" ")
        letters = "".join(chr(int(part, 16)) for part in base.split())
        form = kind.strip("<>")
        if form in _FORMS and (len(letters) == 1 or letters[0] == "\u0644"):
            found.setdefault(letters, {})[form] = chr(code)
    return found
