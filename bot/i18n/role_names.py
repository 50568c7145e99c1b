"""What roles may be called in each language, and our texts with a role called otherwise.

`locales/<language>/roles.toml` has a table for each role, and in it one for each name, the usual
one first: its kind, the same in every language, and its forms, each with what stands around it and
follows the name: an article, an ending. A form that ends in … begins longer words. The forms of the
usual name are replaced in a text of ours before its places are filled, so people's own words stay.
Words with | between them that begin a form are each a form; ~ in the other name's is that word.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).parent.parent.parent / "locales"

_OPEN, _SAME = "…", "~"
_PLACE = r"\{[^{}]*\}"


@dataclass(frozen=True)
class RoleName:
    """One name of a role: as it is chosen, of which kind it is, and its forms by what they are."""

    word: str
    kind: str
    forms: Mapping[str, str]


@cache
def role_names(language: str) -> Mapping[str, tuple[RoleName, ...]]:
    """Read the names of each role in a language, the usual one first; empty where it has none."""
    path = LOCALES / language / "roles.toml"
    if not path.exists():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        role: tuple(
            RoleName(
                word, own["kind"], {form: text for form, text in own.items() if form != "kind"}
            )
            for word, own in names.items()
        )
        for role, names in tables.items()
    }


def renaming(language: str, chosen: Mapping[str, str]) -> Callable[[str], str] | None:
    """Find how texts of a language are said with these names of roles; None where as usual."""
    forms = dict(_both_cases(_forms(language, chosen)))
    if not forms:
        return None
    # The longest first: what stands around a name is replaced together with it.
    ordered = sorted(forms, key=len, reverse=True)
    written = "|".join(_pattern(form) for form in ordered)
    known = {form.removesuffix(_OPEN): other.removesuffix(_OPEN) for form, other in forms.items()}
    pattern = re.compile(rf"{_PLACE}|(?<![\w/-])(?:{written})")

    def renamed(found: re.Match[str]) -> str:
        return known.get(found[0].replace("’", "'"), found[0])

    return lambda text: pattern.sub(renamed, text)


def _forms(language: str, chosen: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pair each form of a usual name with the same form of the one that is chosen for it."""
    for role, names in role_names(language).items():
        usual, word = names[0], chosen.get(role)
        name = next((name for name in names if name.word == word), usual)
        for form, text in usual.forms.items() if name is not usual else ():
            yield from _each(text, name.forms[form])


def _each(form: str, other: str) -> Iterator[tuple[str, str]]:
    """Pair each form that one with | stands for with the other's."""
    words, _blank, rest = form.partition(" ")
    if "|" not in words:
        yield form, other
        return
    for word in words.split("|"):
        yield f"{word} {rest}", other.replace(_SAME, word)


def _both_cases(pairs: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for form, other in pairs:
        yield form, other
        yield form[:1].upper() + form[1:], other[:1].upper() + other[1:]


def _pattern(form: str) -> str:
    written = re.escape(form.removesuffix(_OPEN)).replace("'", "['’]")
    return written + ("" if form.endswith(_OPEN) else r"(?!\w)")
