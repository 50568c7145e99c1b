"""Reading a file as text, whatever wrote it; what cannot be read is refused with a sentence."""

import codecs
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.domain.importing.drafts import Unsound
from bot.exchange.sentences import sentence_of
from bot.messages import Text, _
from bot.refusal import Refused

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# cp1252 comes last: nearly every byte is a letter in it.
_UNMARKED = ("utf-8", "cp1252")
# Line ends, tabs and form feeds belong in a text; DOS ends one with 1A.
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


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
        return path.read_bytes()
    except FileNotFoundError:
        raise Refused(_("There is no file {file}.", file=str(path))) from None
    except IsADirectoryError:
        raise Refused(_("{file} is a folder: name a file in it.", file=str(path))) from None
    except (OSError, ValueError):
        raise Refused(_("{file} cannot be read.", file=str(path))) from None


def _decoded(name: str, data: bytes) -> str:
    marked = [encoding for mark, encoding in _MARKED if data.startswith(mark)]
    for encoding in marked or _UNMARKED:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NOT_TEXT.search(text):
            return text
    raise Refused(_("{file} is not a text file: save it as CSV or JSON first.", file=name))


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
