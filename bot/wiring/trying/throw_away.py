"""A place for what is tried: a folder that is gone at the end, however that comes."""

import fcntl
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from bot.exchange.private_files import make_folder

BEGINS = "kompaan-try-"
HELD = "in-use"
"""The file whose lock says that somebody still works in a folder."""

_ENDS = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def folder_to_try(keep: Path | None = None) -> Iterator[Path]:
    """Open a folder of its owner's alone, and take it away at the end; the one to `keep` stays.

    A request to end the process (SIGTERM, a closed terminal) ends what is inside first. What a
    killed process left behind is taken away by the next one. Raises Refused for a folder that
    cannot be made.
    """
    if keep is not None:
        make_folder(keep)
        yield keep
        return
    _sweep()
    with _ending_in_order():
        folder = Path(tempfile.mkdtemp(prefix=BEGINS))
        try:
            with (folder / HELD).open("w") as held:
                fcntl.flock(held, fcntl.LOCK_EX)
                yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _sweep() -> None:
    """Take away what killed processes of ours left: nobody holds it any more."""
    for folder in Path(tempfile.gettempdir()).glob(f"{BEGINS}*"):
        with suppress(OSError):
            if folder.is_symlink() or folder.stat().st_uid != os.getuid():
                continue
            with (folder / HELD).open() as held:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let a request to end leave through the same door as everything else."""
    before = {asked: signal.signal(asked, _leave) for asked in _ENDS}
    try:
        yield
    finally:
        for asked, handler in before.items():
            signal.signal(asked, handler)


def _leave(asked: int, _frame: FrameType | None) -> None:
    """End; while the server runs, which listens to SIGTERM, it ends first what it has in hand."""
    if asked != signal.SIGTERM and signal.getsignal(signal.SIGTERM) is not _leave:
        signal.raise_signal(signal.SIGTERM)
        return
    sys.exit(128 + asked)
