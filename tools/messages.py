"""Gather the texts of the code into locales/, keeping the translations that are there.

English is the language of the code: its catalogue is filled from the keys themselves. It is said of
each language what is missing, too long for a button, or repeats the English; with `--check` nothing
is written, and the program fails on any. `--compile` only compiles.
"""

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from bot.i18n import compiled_from
from tools.labels import ROOT
from tools.reviewing import (
    LOCALES,
    WRITTEN_IN,
    catalogue,
    catalogue_file,
    faults,
    forms,
    keys,
    languages,
)

KEYWORDS = {"_": None, "_n": (1, 2)}


def gathered() -> Catalog:
    """Extract every text of bot/ and handlers/, and the help of the command line."""
    template = Catalog(project="Kompaan", version="1", charset="utf-8", fuzzy=False)
    for folder in ("bot", "handlers"):
        found = extract_from_dir(ROOT / folder, [("**.py", "python")], keywords=KEYWORDS)
        for name, _line, message, _comments, _context in found:
            template.add(message, locations=[(f"{folder}/{name}", 0)])
    for path in sorted((ROOT / "bot" / "cli").rglob("*.py")):
        for text in helps_in(path.read_text(encoding="utf-8")):
            template.add(text, locations=[(str(path.relative_to(ROOT)), 0)])
    return template


def helps_in(code: str) -> Iterator[str]:
    """List what commands say of themselves: the docstring of each, and the help of its options."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef):
            decorators = " ".join(map(ast.unparse, node.decorator_list))
            if re.search(r"\.(command|group)\b", decorators):
                yield flowing(ast.get_docstring(node))
        elif isinstance(node, ast.keyword) and node.arg == "help":
            yield flowing(ast.literal_eval(node.value))


def flowing(text: str | None) -> str:
    """Write each paragraph as one line, as the command line looks it up."""
    paragraphs = (text or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def updated(language: str, template: Catalog) -> Catalog:
    """Bring one language's catalogue up to the template; nothing is guessed."""
    path = catalogue_file(language)
    kept = Catalog(locale=language, project="Kompaan", version="1", fuzzy=False)
    if path.exists():
        with path.open("rb") as file:
            kept = read_po(file, locale=language)
    kept.update(template, no_fuzzy_matching=True)
    kept.obsolete.clear()
    if language == WRITTEN_IN:
        for message in kept:
            if message.id:
                message.string = message.id
    return kept


def written(catalogue: Catalog) -> bytes:
    """Write a catalogue as a file, without line numbers and dates: they only make noise."""
    out = io.BytesIO()
    write_po(out, catalogue, sort_output=True, include_lineno=False, width=100, omit_header=False)
    kept = [line for line in out.getvalue().splitlines() if b"-Date:" not in line]
    return b"\n".join(kept) + b"\n"


def compile_all() -> None:
    """Compile every catalogue beside itself: a program reads that ten times as fast."""
    for language in languages():
        for source in catalogue_file(language).parent.glob("*.po"):
            source.with_suffix(".mo").write_bytes(compiled_from(source, language))


def gather() -> None:
    """Write the template, and bring every language up to it."""
    template = gathered()
    (LOCALES / "messages.pot").write_bytes(written(template))
    for language in languages():
        path = catalogue_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(updated(language, template)))
        for over in path.parent.glob("*.po"):
            if over != path:
                over.write_bytes(written(_still_said(over, language, template)))
    catalogue.cache_clear()


def _still_said(over: Path, language: str, template: Catalog) -> Catalog:
    """Read what lies over a catalogue, without what the code says no more."""
    with over.open("rb") as file:
        kept = read_po(file, locale=language)
    wanted = keys(template)
    for message in list(kept):
        if message.id and forms(message.id) not in wanted:
            kept.delete(message.id)
    return kept


def review() -> int:
    """Say of each language what is wrong with it; gives how much that is."""
    wanted, wrong = keys(gathered()), 0
    for language in languages():
        found = list(faults(language, wanted))
        wrong += len(found)
        print(f"{language}: {len(wanted)} texts, {len(found)} to mend")
        for line in found:
            print(f"  {line}")
    return wrong


def main(arguments: list[str]) -> int:
    """Do what the arguments ask; gives the code with which the program ends."""
    if "--check" in arguments:
        return 1 if review() else 0
    if "--compile" not in arguments:
        gather()
        review()
    compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
