"""What is wrong with a language's catalogue: what is missing, too long, or repeats the English."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tools.labels import ROOT, button_labels

LOCALES = ROOT / "locales"
WRITTEN_IN = "en"
LONGEST_LABEL = 40
"""Characters of a button, with a first name in each of its places."""
A_NAME = "Nicolas"


FOREIGN_MARKS = {"fr": frozenset("“”„"), "de": frozenset("”«»")}
"""Quotation marks that a language does not use; the others do not use „ and «»."""
_SPELLED = re.compile(r"00a0|202f|\\u[0-9a-f]{4}", re.IGNORECASE)


def languages() -> tuple[str, ...]:
    """List the languages: every folder of locales/ with a catalogue."""
    return tuple(sorted(path.parts[-3] for path in LOCALES.glob("*/LC_MESSAGES/messages.po")))


def catalogue_file(language: str, name: str = "messages") -> Path:
    """Say where a language's catalogue stands, or what lies over it: `formal`, for instance."""
    return LOCALES / language / "LC_MESSAGES" / f"{name}.po"


@cache
def catalogue(language: str, name: str = "messages") -> Catalog:
    """Read a catalogue as it is written; raises PoFileError where it cannot be."""
    with catalogue_file(language, name).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


@cache
def same_as_english(language: str) -> frozenset[str]:
    """Read which texts a language writes as English does: its same.txt, a text on each line."""
    path = LOCALES / language / "same.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return frozenset(line for line in lines if line and not line.startswith("#"))


def forms(string: object) -> tuple[str, ...]:
    """List a text's forms: one, or one for each of its plurals."""
    return tuple(string) if isinstance(string, tuple | list) else (str(string or ""),)


def keys(among: Catalog) -> set[tuple[str, ...]]:
    """List what a catalogue is about: each text in English, with its plural if it has one."""
    return {forms(message.id) for message in among if message.id}


def places(text: str) -> set[str]:
    """List the names of the places that a text leaves open."""
    return {piece[1] for piece in Formatter().parse(text) if piece[1] is not None}


def faults(language: str, wanted: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Say in a line each what is wrong with a language, for the texts of the code."""
    known = {forms(message.id): forms(message.string) for message in catalogue(language)}
    same, labels = same_as_english(language), button_labels()
    for key in sorted(wanted):
        told = known.get(key, ("",))
        if len(told) != len(key) or not all(told):
            yield f"missing: {key[0]!r}"
            continue
        if language != WRITTEN_IN and told == key and key[0] not in same:
            yield f"repeats the English (or belongs in same.txt): {key[0]!r}"
        for form in told if key[0] in labels else ():
            drawn = form.format(**dict.fromkeys(places(form), A_NAME))
            if len(drawn) > LONGEST_LABEL:
                yield f"longer than {LONGEST_LABEL} on a button ({len(drawn)}): {form!r}"
        yield from _marks(language, told)
    yield from _idle(language, set(known), known)


def _marks(language: str, told: Iterable[str]) -> Iterator[str]:
    """Say where a text quotes as another language does, or shows the code of a blank for one."""
    for form in told:
        if found := FOREIGN_MARKS.get(language, frozenset("«»„")).intersection(form):
            yield f"quotes as another language does ({''.join(sorted(found))}): {form!r}"
        if _SPELLED.search(form):
            yield f"spells out the code of a sign: {form!r}"


def _idle(
    language: str, there: set[tuple[str, ...]], known: dict[tuple[str, ...], tuple[str, ...]]
) -> Iterator[str]:
    """Say what stands in the list of what is the same and is not, or is said nowhere."""
    for text in sorted(same_as_english(language)):
        key = next((key for key in there if key[0] == text), None)
        if key is None or known[key] != key:
            yield f"in same.txt, and not the same: {text!r}"
