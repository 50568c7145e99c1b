"""A file that came by chat, read by what it holds: a table, holidays, questions, an intake."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.exchange.csv_files import Aliases, columns_left_out, plain, sniffed
from bot.exchange.framework_csv import ALIASES as FRAMEWORK_ALIASES
from bot.exchange.framework_csv import columns_left_out_of_framework, read_framework
from bot.exchange.holidays_file import ALIASES as HOLIDAY_ALIASES
from bot.exchange.holidays_file import read_holidays
from bot.exchange.private_files import write_new
from bot.exchange.reading.files import read_text
from bot.exchange.reading.intake_file import read_intake
from bot.exchange.reading.questionnaire_file import read_questionnaire
from bot.exchange.roster_csv import ALIASES as ROSTER_ALIASES
from bot.exchange.roster_csv import read_roster
from bot.messages import _
from bot.ports.administering.handed_files import (
    FileDraft,
    FrameworkFile,
    HolidaysFile,
    IntakeFile,
    QuestionnaireFile,
    RosterFile,
)
from bot.refusal import Refused

_NOT_IN_A_NAME = re.compile(r"[^\w. ()-]+")

FEWEST = 2
"""Columns that a table must have in common with what it is taken for."""


def read_handed(name: str, data: bytes, zone: str) -> FileDraft:
    """Read a file by what it holds, days by a time zone. Raises Refused.

    It stands in a folder of this call's own for as long as that takes, for its owner alone.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / (_NOT_IN_A_NAME.sub("_", Path(name).name).lstrip(".")[-80:] or "file")
        write_new(path, data)
        try:
            return _found(path, zone)
        except RecursionError:
            raise Refused(_("{file} cannot be read.", file=path.name)) from None


def _found(path: Path, zone: str) -> FileDraft:
    text = read_text(path)
    begins = text.lstrip("\ufeff \r\n\t")[:16].upper()
    if begins.startswith("BEGIN:VCALENDAR"):
        return HolidaysFile(read_holidays(path, zone))
    if "[[ask_" in text:
        return IntakeFile(read_intake(path))
    if path.suffix.lower() == ".toml" or "[[question]]" in text:
        return QuestionnaireFile(read_questionnaire(path))
    if begins.startswith(("{", "[")):
        return _framework(path, zone)
    header = _header(text)
    fitting = sorted(
        ((len(_columns(header, aliases)), reads) for aliases, reads in _TABLES),
        key=lambda pair: -pair[0],
    )
    count, reads = fitting[0]
    if count < FEWEST:
        raise Refused(
            _(
                "{file} is no roster, no framework and no list of holidays: its first line names "
                "none of their columns.",
                file=path.name,
            )
        )
    return reads(path, zone)


def _header(text: str) -> Sequence[str]:
    lines = [line for line in text.splitlines()[:5] if line.strip()]
    # The first line may say what parts columns, as Excel writes it.
    line = next((line for line in lines if not line.lower().startswith("sep=")), "")
    return [plain(cell.strip().strip('"')) for cell in line.split(sniffed(line))]


def _columns(header: Sequence[str], aliases: Aliases) -> set[str]:
    return {aliases[name] for name in header if name in aliases}


def _roster(path: Path, _zone: str) -> FileDraft:
    return RosterFile(read_roster(path), columns_left_out(path, ROSTER_ALIASES))


def _framework(path: Path, _zone: str) -> FileDraft:
    return FrameworkFile(read_framework(path), columns_left_out_of_framework(path))


def _holidays(path: Path, zone: str) -> FileDraft:
    return HolidaysFile(read_holidays(path, zone))


_TABLES: Sequence[tuple[Aliases, Callable[[Path, str], FileDraft]]] = (
    (ROSTER_ALIASES, _roster),
    (FRAMEWORK_ALIASES, _framework),
    (HOLIDAY_ALIASES, _holidays),
)
