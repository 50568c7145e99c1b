"""Words as people type them, folded so that accents, capitals and curly quotes do not matter."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

_QUOTES = str.maketrans(
    {
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u201f": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2033": '"',
        "\uff02": '"',
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201b": "'",
        "\u2032": "'",
        "\u00b4": "'",
        "\u0060": "'",
        "\uff07": "'",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2015": "-",
        "\u2212": "-",
        "\ufe58": "-",
        "\ufe63": "-",
        "\uff0d": "-",
        "\u00a0": " ",
        "\u202f": " ",
    }
)


def straight(text: str) -> str:
    """Straighten quotes, dashes and hard spaces, one character for one character."""
    return text.translate(_QUOTES)


_NOT_STORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """Leave out what no database stores: NUL, and halves of characters."""
    return _NOT_STORABLE.sub("", text)


_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o"})
"""Letters that hold no accent to leave out, and are typed otherwise where a keyboard lacks them."""

UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue"}
"""How umlauts are spelled out by who has none on the keyboard."""


def fold(text: str) -> str:
    """Write a text in small letters, without accents and without surplus spaces."""
    if text.isascii():  # nearly every line: nothing is straightened but a backtick
        return " ".join(text.replace("`", "'").lower().split())
    decomposed = unicodedata.normalize("NFKD", straight(text).casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(plain.translate(_LIGATURES).split())


def in_one_of(texts: Iterable[str], words: Collection[str]) -> bool:
    """Say whether all of these words (folded) stand in one of some texts."""
    return any(all(word in fold(text) for word in words) for text in texts)


@lru_cache(maxsize=4096)
def folded_ways(written: str) -> tuple[str, ...]:
    """List how a word or a name can be typed, folded: as it is, and with its umlauts spelled out.

    A word is folded alike whoever types it, so only what is known to have an umlaut has two ways:
    'für' is read as 'fur' and as 'fuer', while the 'oe' of 'goed' stays what it is.
    """
    spelled = unicodedata.normalize("NFC", written).casefold()
    for umlaut, letters in UMLAUTS.items():
        spelled = spelled.replace(umlaut, letters)
    return tuple(dict.fromkeys((fold(written), fold(spelled))))


def is_typed_as(name: str, written: str) -> bool:
    """Say whether a name is meant by what was typed: capitals, accents and umlauts aside."""
    return not set(folded_ways(name)).isdisjoint(folded_ways(written))


def every_way(words: Iterable[str]) -> tuple[str, ...]:
    """List how each of some words can be typed, folded."""
    return tuple(dict.fromkeys(way for word in words for way in folded_ways(word)))


def either_way(pattern: str) -> str:
    """Write a pattern of folded words so that its umlauts are found in both ways, too."""
    for umlaut, letters in UMLAUTS.items():
        pattern = pattern.replace(umlaut, f"{letters[0]}e?")
    return pattern.replace("ß", "ss").translate(_LIGATURES)
