"""Gather the texts of the code into locales/, keeping the translations that are there.

English is the language of the code: its catalogue is filled from the keys themselves.
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

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "locales"
KEYWORDS = {"_": None, "_n": (1, 2)}
LANGUAGES = ("nl", "en")


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
    path = LOCALES / language / "LC_MESSAGES" / "messages.po"
    catalogue = Catalog(locale=language, project="Kompaan", version="1", fuzzy=False)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    if language == "en":
        for message in catalogue:
            if message.id:
                message.string = message.id
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """Write a catalogue as a file, without line numbers and dates: they only make noise."""
    out = io.BytesIO()
    write_po(out, catalogue, sort_output=True, include_lineno=False, width=100, omit_header=False)
    kept = [line for line in out.getvalue().splitlines() if b"-Date:" not in line]
    return b"\n".join(kept) + b"\n"


def compile_all() -> None:
    """Compile every language beside its catalogue: a program reads that ten times as fast."""
    for language in LANGUAGES:
        source = LOCALES / language / "LC_MESSAGES" / "messages.po"
        source.with_suffix(".mo").write_bytes(compiled_from(source, language))


def main() -> None:
    """Write the template and every language, and compile them."""
    template = gathered()
    (LOCALES / "messages.pot").write_bytes(written(template))
    for language in LANGUAGES:
        path = LOCALES / language / "LC_MESSAGES" / "messages.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue = updated(language, template)
        path.write_bytes(written(catalogue))
        missing = sum(1 for message in catalogue if message.id and not _whole(message.string))
        print(f"{language}: {len(catalogue)} texts, {missing} missing")


def _whole(string: object) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    if "--compile" not in sys.argv:
        main()
    compile_all()
