"""A key in a file of its own: made once, by whichever process is first, and its owner's alone."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


def make_once(path: Path, written: str) -> None:
    """Write a key to a file with mode 600; where another process was first, its key stays.

    Raises OSError where it cannot be written.
    """
    # Written beside it and then linked: nobody ever reads half a key.
    with NamedTemporaryFile("w", encoding="ascii", dir=path.parent) as draft:
        draft.write(written)
        draft.flush()
        os.fsync(draft.fileno())
        with suppress(FileExistsError):
            os.link(draft.name, path)
