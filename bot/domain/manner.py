"""How an organisation speaks with people: by which address, and what it calls each role.

It is kept as one text with the organisation, and goes along with everybody of it, so that a voice
needs nothing else to speak so. An empty text is the usual manner.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

ADDRESSES = {"nl": ("je",), "fr": ("vous",), "de": ("du", "Sie")}
"""How people may be addressed in each language that tells one from the other: the usual first."""

FORMAL = "formal"
"""What texts are called that say the same to who is addressed otherwise than usual."""

ADDRESSED = tuple(f"{language}_{FORMAL}" for language, words in ADDRESSES.items() if words[1:])
"""The languages with a formal address, each named with it."""

Names = Mapping[str, str]
"""Role → what it is called in one language."""


@dataclass(frozen=True)
class Manner:
    """What an organisation chose beside the usual, by language: an address, and names of roles."""

    addresses: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, Names] = field(default_factory=dict)

    def kept(self) -> str:
        """Write it as it is kept: the same for the same choices, empty for the usual ones."""
        addresses = {
            language: word
            for language, word in self.addresses.items()
            if word in ADDRESSES.get(language, ())[1:]
        }
        chosen_of = {
            language: {role: word for role, word in own.items() if word}
            for language, own in self.names.items()
        }
        names = {language: own for language, own in chosen_of.items() if own}
        chosen = {"address": addresses, "names": names}
        whole = {kind: choices for kind, choices in chosen.items() if choices}
        return json.dumps(whole, ensure_ascii=False, sort_keys=True) if whole else ""

    def addressing(self, language: str, word: str) -> "Manner":
        """Address people so in a language."""
        return Manner({**self.addresses, language: word}, self.names)

    def calling(self, language: str, names: Names) -> "Manner":
        """Call roles so in a language: as usual without a word, and the others as they are."""
        of_language = {**self.names.get(language, {}), **names}
        return Manner(self.addresses, {**self.names, language: of_language})


def addressed(language: str, kept: str) -> str:
    """Name a language with how a manner, as it is kept, addresses people: "de_formal", or "de"."""
    formal = read_manner(kept).addresses.get(language) in ADDRESSES.get(language, ())[1:]
    return f"{language}_{FORMAL}" if formal else language


@lru_cache(maxsize=16)
def read_manner(kept: str) -> Manner:
    """Read what is kept; the usual manner for what no version of ours wrote."""
    try:
        chosen = json.loads(kept) if kept else {}
        return Manner(dict(chosen.get("address", {})), dict(chosen.get("names", {})))
    except (ValueError, TypeError, AttributeError):
        return Manner()
