"""Files with people's records are their owner's alone, and so are the folders made for them."""

import os
import stat
from contextlib import suppress
from itertools import chain, count
from pathlib import Path

from bot.messages import _
from bot.refusal import Refused

FILE, FOLDER = 0o600, 0o700


def write_new(path: Path, data: bytes) -> None:
    """Write a new file that only its owner may read.

    Raises Refused where it exists already or cannot be written.
    """
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE), "wb") as file:
            file.write(data)
    except FileExistsError:
        raise Refused(_("{file} exists already; name another file.", file=str(path))) from None
    except (OSError, ValueError):
        raise _unwritten(path) from None


def write_beside(path: Path, data: bytes) -> Path:
    """Write a new file as above, in a folder made for it, under a free name; gives its path.

    Where there is one of that name it becomes the second of that name, and nothing is overwritten.
    """
    make_folder(path.parent)
    others = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    free = next(other for other in chain([path], others) if not other.exists())
    write_new(free, data)
    return free


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read, in one step: it is there whole, or not at all.

    It takes the place of one of that name. Raises Refused where it cannot be written.
    """
    begun = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with suppress(OSError):
            begun.unlink()
        write_new(begun, data)
        begun.replace(path)
    except (OSError, ValueError, Refused):
        with suppress(OSError):
            begun.unlink()
        raise _unwritten(path) from None


def check_folder(path: Path) -> None:
    """Say before work is done that a file could not be written. Raises Refused."""
    if not os.access(path.parent, os.W_OK) or path.is_dir():
        raise _unwritten(path)


def write_over(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read, also where there was one that others could.

    Raises Refused where it cannot be written. What is no plain file, such as a pipe, keeps what it
    is.
    """
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, FILE), "wb") as file:
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                with suppress(PermissionError):  # somebody else's, which we may write
                    os.fchmod(file.fileno(), FILE)  # before a word stands in it
                file.truncate()
            file.write(data)
    except (OSError, ValueError):
        raise _unwritten(path) from None


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where there is none. Raises Refused."""
    try:
        for missing in [*reversed([*folder.parents]), folder]:
            if not missing.exists():
                missing.mkdir(mode=FOLDER, exist_ok=True)
        if not folder.is_dir():
            raise NotADirectoryError
    except (OSError, ValueError):
        raise _unwritten(folder) from None


def _unwritten(path: Path) -> Refused:
    return Refused(_("{file} cannot be written.", file=str(path)))
