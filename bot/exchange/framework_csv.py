"""Frameworks from a plain CSV: competence number, title, indicator; and from any known file."""

import re
from collections import defaultdict
from pathlib import Path

from bot.domain.importing.drafts import CompetenceDraft, FrameworkDraft, tidy
from bot.domain.importing.letters import garbled
from bot.exchange.csv_files import Aliases, CsvLine, columns_left_out, parse_table
from bot.exchange.qualification_json import parse_qualification
from bot.exchange.reading.files import read_text, refused, sound
from bot.messages import _

_NUMBER = (
    "number",
    "competence_number",
    "competence",
    "no",
    "nr",
    "nummer",
    "competentienummer",
    "numero",
    "kompetenz",
)
_TITLE = (
    "title",
    "competence_title",
    "titel",
    "competentietitel",
    "omschrijving",
    "titre",
    "intitule",
    "bezeichnung",
)
_INDICATOR = (
    "indicator",
    "indicators",
    "gedragsindicator",
    "indicatoren",
    "gedragsindicatoren",
    "indicateur",
    "indikator",
)
_MORE_NUMBERS = ("competentie_nummer", "competentie_nr", "competentienr", "competentie")
_MORE_TITLES = ("competentie_titel", "titel_competentie", "title_of_competence")

ALIASES: Aliases = {
    **dict.fromkeys(_NUMBER + _MORE_NUMBERS, "number"),
    **dict.fromkeys(_TITLE + _MORE_TITLES, "title"),
    **dict.fromkeys(_INDICATOR, "indicator"),
}
# What browsers and file managers add to the name of a file that is there already.
_COPY = re.compile(
    r"^(?:copy of|kopie van|copie de|kopie von)\s+"
    r"|(?:[\s_-]+(?:copy|kopie|copie)(?:[\s_-]*[0-9]{1,3})?)?(?:[\s_-]*\([0-9]{1,3}\))?[\s_-]*$",
    re.IGNORECASE,
)
# An ending that was written twice, since file managers hide it.
_ENDING = re.compile(r"\.(?:csv|txt|json|xlsx?)(?=[\s_(-]|$)", re.IGNORECASE)
# A second number behind a code with a version, as some chats and phones save what is there already.
_SECOND = re.compile(r"^([A-Z]+-[0-9]+-[0-9]+)[\s_]+[0-9]{1,3}$", re.IGNORECASE)
_CODE = re.compile(r"[\w. -]+")
# As in BK-0138-3: the number of a qualification ends in a version.
_VERSIONED = re.compile(r"[A-Z]+-[0-9]+-([0-9]+)", re.IGNORECASE)


def read_framework(path: Path, code: str | None = None, title: str | None = None) -> FrameworkDraft:
    """Read a framework, from qualification JSON or plain CSV by what the file holds.

    A CSV without `code` or `title` gets the file's name in capitals. Raises Refused.
    """
    text = read_text(path)
    if _is_json(path, text):
        return parse_qualification(text, path.name, code)
    stem = _stem(path)
    if code is None and not _CODE.fullmatch(stem):
        problem = _("its name is no code of a framework: give the code with --code")
        raise refused(path.name, problem)
    return parse_framework_csv(text, path.name, code or stem, title or stem)


def _stem(path: Path) -> str:
    """Take a file's name in capitals, without what a copy or a second download adds to it."""
    bare = _COPY.sub("", _COPY.sub("", _ENDING.sub("", path.stem)))
    return _SECOND.sub(r"\1", tidy(bare)).upper()


def holds_its_code(path: Path) -> bool:
    """Say whether a framework's file says by itself which one it is. Raises Refused."""
    return _is_json(path, read_text(path))


def columns_left_out_of_framework(path: Path) -> list[str]:
    """List the headers of a framework's file that mean nothing here. Raises Refused."""
    return [] if _is_json(path, read_text(path)) else columns_left_out(path, ALIASES)


def _is_json(path: Path, text: str) -> bool:
    return path.suffix.lower() == ".json" or text.lstrip().startswith(("{", "["))


def parse_framework_csv(text: str, file: str, code: str, title: str) -> FrameworkDraft:
    """Read a framework from CSV. Raises Refused."""
    titles: dict[int, str] = {}
    indicators: dict[int, list[str]] = defaultdict(list)
    number = 0
    for line in parse_table(text, file, ALIASES, ("number", "title", "indicator")):
        # A merged cell gives its text on the first of its lines only.
        number = _number(line, file) if line["number"] or not number else number
        _no_surplus(line, file)
        _whole_letters(line, file)
        _same_title(titles, number, line, file)
        if line["indicator"]:
            indicators[number].append(line["indicator"])
    versioned = _VERSIONED.fullmatch(code.strip())
    with sound(file):
        competences = tuple(
            CompetenceDraft(number, title, tuple(indicators[number]))
            for number, title in titles.items()
        )
        return FrameworkDraft(code, versioned[1] if versioned else "", title, "", competences)


def _number(line: CsvLine, file: str) -> int:
    if re.fullmatch(r"[0-9]{1,9}", line["number"]):
        return int(line["number"])
    if not line["number"]:
        raise refused(file, _("line {line} has no number of a competence", line=line.number))
    problem = _(
        "line {line}: {number} cannot be the number of a competence: use a whole number",
        line=line.number,
        number=line["number"],
    )
    raise refused(file, problem)


def _no_surplus(line: CsvLine, file: str) -> None:
    if line.surplus:
        raise refused(file, _("line {line} has more cells than the first line", line=line.number))


def _whole_letters(line: CsvLine, file: str) -> None:
    if any(garbled(cell) is not None for cell in line.cells.values()):
        problem = _(
            "the letters of line {line} cannot be read surely: save it as CSV UTF-8",
            line=line.number,
        )
        raise refused(file, problem)


def _same_title(titles: dict[int, str], number: int, line: CsvLine, file: str) -> None:
    known = titles.get(number, "")
    if known and line["title"] and line["title"] != known:
        problem = _(
            "line {line} gives competence {number} another title",
            line=line.number,
            number=number,
        )
        raise refused(file, problem)
    titles[number] = known or line["title"]
