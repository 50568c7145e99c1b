"""CSV as spreadsheets write it: any usual delimiter and encoding, with its line numbers kept."""

import csv
import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import ascii_uppercase

from bot.domain.folding import fold
from bot.domain.importing.drafts import tidy
from bot.exchange.reading.files import read_text, refused
from bot.messages import Text, _

DELIMITERS = (";", ",", "\t")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
# Excel's way to name the delimiter, on a line of its own.
_NAMED = re.compile(r'[\s\ufeff]*"?sep=([;,\t])"?[ ]*(?:\r\n|\r|\n)', re.IGNORECASE)
_NEAR = 80
_NOT_WORD = re.compile(r"[^a-z0-9]+")

Aliases = Mapping[str, str]
"""A header, as `plain` writes it → the column that it stands for."""


def aliases_of(columns: Mapping[str, Iterable[str]]) -> Aliases:
    """Let a column be called by its own name, and by the others that it has."""
    return {alias: column for column, others in columns.items() for alias in (column, *others)}


@dataclass(frozen=True, slots=True)
class CsvLine:
    """One line with something in it: its number in the file, and its cells by column."""

    number: int
    cells: Mapping[str, str]
    surplus: bool = False

    def __getitem__(self, column: str) -> str:
        """Read a cell, empty where the file does not have the column."""
        return self.cells.get(column, "")


def plain(header: str) -> str:
    """Write a header as its words, in small letters joined by underscores."""
    return _NOT_WORD.sub("_", fold(header)).strip("_")


def read_table(path: Path, aliases: Aliases, required: tuple[str, ...]) -> list[CsvLine]:
    """Read the lines below a header whose columns are found by alias; other columns are left out.

    Raises Refused for a file that cannot be read, or lacks a required column or any line.
    """
    return list(parse_table(read_text(path), path.name, aliases, required))


def parse_table(
    text: str,
    file: str,
    aliases: Aliases,
    required: tuple[str, ...],
    read: Callable[[str, str], str] = lambda _column, cell: tidy(cell),
) -> Iterator[CsvLine]:
    """Read the lines of a table, as `read_table`; `file` is what it is called in a refusal.

    `read` makes of a column's name and a cell, as it stands in the file, what the cell says.
    """
    records = _records(text, file)
    _line, header = next(records, (0, []))
    columns = _columns(header, file, aliases, required)
    anything = False
    for number, cells in records:
        anything = True
        named = {
            name: read(name, cells[place]) for name, place in columns.items() if place < len(cells)
        }
        yield CsvLine(number, named, surplus=any(map(tidy, cells[len(header) :])))
    if not anything:
        raise refused(file, _("there is nothing below its first line"))


def columns_left_out(path: Path, aliases: Aliases) -> list[str]:
    """List the headers of a file that stand for no column, as they stand there.

    Behind one that is nearly the header of a column that is absent, that column is asked about:
    `langauge (language?)`. A column with cells and no header is named as a spreadsheet does: `(M)`.
    Raises Refused.
    """
    records = _records(read_text(path), path.name)
    _line, header = next(records, (0, []))
    names = [tidy(name) for name in header]
    nameless = {place for place, name in enumerate(names) if not name}
    filled = _filled(records, nameless) if nameless else set()
    absent = set(aliases.values()) - {aliases.get(plain(name)) for name in names}
    return [
        _asked_about(name, aliases, absent) if name else f"({_letters(place)})"
        for place, name in enumerate(names)
        if (name and plain(name) not in aliases) or place in filled
    ]


def _filled(records: Iterable[tuple[int, list[str]]], places: Collection[int]) -> set[int]:
    """Find in which of these places a line has something."""
    return {
        place
        for _line, cells in records
        for place in places
        if place < len(cells) and tidy(cells[place])
    }


def _letters(place: int) -> str:
    """Name a column as spreadsheets do: A, Z, AA."""
    before, last = divmod(place, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[last]


def _asked_about(name: str, aliases: Aliases, absent: Collection[str]) -> str:
    from rapidfuzz import fuzz, process  # only a header that means nothing pays for loading it

    known = [alias for alias, column in aliases.items() if column in absent]
    found = process.extractOne(plain(name), known, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return f"{name} ({aliases[found[0]]}?)" if found else name


def _columns(
    header: list[str], file: str, aliases: Aliases, required: tuple[str, ...]
) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, name in enumerate(header):
        column = aliases.get(plain(tidy(name)))
        if column in columns:
            both = f"{tidy(header[columns[column]])}, {tidy(name)}"
            said = _("it has two columns for {column}: {both}", column=column, both=both)
            raise refused(file, said)
        if column:
            columns[column] = place
    missing = [name for name in required if name not in columns]
    if missing:
        raise refused(file, _lacking(missing, header, aliases))
    return columns


def _lacking(missing: list[str], header: list[str], aliases: Aliases) -> Text:
    """Say what is missing, and what stands there instead: mostly it only has another name."""
    listed = ", ".join(missing)
    others = [tidy(name) for name in header if tidy(name) and plain(tidy(name)) not in aliases]
    if not others:
        return _("its first line lacks these columns: {columns}", columns=listed)
    return _(
        "its first line lacks these columns: {columns}; I do not know these: {others}",
        columns=listed,
        others=", ".join(others),
    )


def _records(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Read every record that is not blank, as it stands, with the line where it begins."""
    named = _NAMED.match(text)
    skipped = named.group().count("\n") or 1 if named else 0
    body = text[named.end() :] if named else text
    delimiter = named[1] if named else sniffed(body)
    # newline="": the reader must see the line ends, to count them and to keep quoted ones.
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for cells in reader:
            if any(map(tidy, cells)):
                yield skipped + start, cells
            start = reader.line_num + 1
    except csv.Error:
        line = skipped + start
        problem = _("the quotation marks do not match from line {line} on", line=line)
        raise refused(file, problem) from None


def sniffed(text: str) -> str:
    """Find the delimiter that the first line with something in it uses most, outside quotes."""
    lines = _QUOTED.sub('""', text[:20_000]).splitlines()
    first = next((line for line in lines if line.strip()), "")
    return max(DELIMITERS, key=first.count)
