"""What roles may be called in each language, and our texts with a role called otherwise.

`locales/<language>/roles.toml` has a table for each role, and in it one for each name, the usual
one first: its kind, the same in every language, and its forms, each with what stands around it and
follows the name: an article, an ending. A form that ends in … begins longer words. The forms of the
usual name are replaced in a text of ours before its places are filled, so people's own words stay.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).parent.parent.parent / "locales"

_OPEN = "…"
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
    return lambda text: pattern.sub(lambda found: known.get(found[0], found[0]), text)


def _forms(language: str, chosen: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pair each form of a usual name with the same form of the one that is chosen for it."""
    for role, names in role_names(language).items():
        usual, word = names[0], chosen.get(role)
        name = next((name for name in names if name.word == word), usual)
        if name is not usual:
            yield from ((text, name.forms[form]) for form, text in usual.forms.items())


def _both_cases(pairs: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for form, other in pairs:
        yield form, other
        yield form[:1].upper() + form[1:], other[:1].upper() + other[1:]


def _pattern(form: str) -> str:
    return re.escape(form.removesuffix(_OPEN)) + ("" if form.endswith(_OPEN) else r"(?!\w)")
