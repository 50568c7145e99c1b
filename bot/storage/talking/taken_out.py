"""Words taken out of messages: where they are quoted, cut or whole, and in files that we made."""

import re
from collections.abc import Collection
from typing import Any

from bot.messages import Document

_QUOTED = re.compile("“([^“”]*)”|„([^„“]*)“|«\N{NO-BREAK SPACE}([^«»]*)\N{NO-BREAK SPACE}»")
"""Words between the quotation marks of each of our languages."""
MARKS = (("“", "”"), ("„", "“"), ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"))
GONE = "[…]"
"""What stands where words were taken back."""


def without(text: str, words: Collection[str], *, mine: bool) -> str:
    """Write a message without these words; of a quote that was cut its beginning is enough."""
    if mine:
        return GONE if text.strip() in words else text

    def kept(quote: re.Match[str]) -> str:
        whole = quote[quote.lastindex or 0]
        cut = whole.removesuffix("…").rstrip()
        begun = cut != whole and any(said.startswith(cut) for said in words)
        return GONE if begun or whole in words else quote[0]

    bare = text
    for said in words:  # a quote inside the words hides where they end
        for begins, ends in MARKS:
            bare = bare.replace(f"{begins}{said}{ends}", GONE)
    return _QUOTED.sub(kept, bare)


def file_without(file: dict[str, Any], words: Collection[str]) -> dict[str, Any]:
    """Write a file without these words: of those we make, only documents quote anybody."""
    described = file.get("described", {})
    if described.get("kind") != Document.__name__:
        return file
    in_a_line = {" ".join(said.split()) for said in words}
    return {**file, "described": _all_without(described, {*words, *in_a_line})}


def _all_without(kept: Any, words: Collection[str]) -> Any:
    match kept:
        case str():
            return without(kept, words, mine=False)
        case list():
            return [_all_without(part, words) for part in kept]
        case dict():
            return {name: _all_without(part, words) for name, part in kept.items()}
    return kept
