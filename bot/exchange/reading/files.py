"""Reading a file as text, whatever wrote it; what cannot be read is refused with a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.domain.importing.drafts import Unsound
from bot.exchange.reading.decoding import Garbled, decoded
from bot.exchange.reading.sentences import sentence_of
from bot.messages import Text, _
from bot.refusal import Refused

LARGEST = 64 << 20
"""Bytes of a file: a hundred times the roster of a very large school."""

SPREADSHEETS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers")


def read_text(path: Path) -> str:
    """Read a file as text, its encoding sniffed.

    Raises Refused for what is absent, a folder, unreadable, empty or not text.
    """
    text = _decoded(path.name, _read_bytes(path)).removesuffix("\x1a")
    if not text.strip():
        raise Refused(_("{file} is empty.", file=path.name))
    return text


def _read_bytes(path: Path) -> bytes:
    try:
        found = path.stat()
        if not path.is_file() and not path.is_dir():
            raise Refused(_("{file} is no plain file.", file=str(path)))
        if found.st_size > LARGEST:
            raise Refused(
                _("{file} is too large: {most} MB at most.", file=path.name, most=LARGEST >> 20)
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise Refused(_("There is no file {file}.", file=str(path))) from None
    except IsADirectoryError:
        raise Refused(_("{file} is a folder: name a file in it.", file=str(path))) from None
    except (OSError, ValueError):
        raise Refused(_("{file} cannot be read.", file=str(path))) from None


def _decoded(name: str, data: bytes) -> str:
    try:
        text = decoded(data)
    except Garbled as garbled:
        problem = _(
            "the letters of line {line} cannot be read surely: save it as CSV UTF-8",
            line=garbled.line,
        )
        raise refused(name, problem) from None
    if text is None and name.lower().endswith(SPREADSHEETS):
        raise Refused(
            _("{file} is a spreadsheet: save it as CSV first (in Excel: CSV UTF-8).", file=name)
        )
    if text is None:
        raise Refused(_("{file} is not a text file: save it as CSV or JSON first.", file=name))
    return text


def refused(file: str, problem: Text) -> Refused:
    """Make the refusal of a file for a problem, said without capital and full stop."""
    return Refused(_("{file}: {problem}.", file=file, problem=problem))


@contextmanager
def sound(file: str) -> Iterator[None]:
    """Refuse the file when a draft made of it inside breaks a rule."""
    try:
        yield
    except Unsound as unsound:
        raise refused(file, sentence_of(unsound)) from None
