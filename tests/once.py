"""What takes long to make is made once for all processes that run tests beside each other."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Find the folder of this name, which the first process to ask fills; others wait for it.

    What is made must be the same whoever makes it, and nobody may change it afterwards. Where the
    first one failed, the next tries anew.
    """
    here = factory.getbasetemp()
    # A worker's folder is in the one of the run.
    shared = here.parent if "PYTEST_XDIST_WORKER" in os.environ else here
    made = shared / f"once-{name}"
    with (shared / f"once-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # let go of when the file is closed
        if not made.exists():
            making = factory.mktemp(name)
            make(making)
            making.rename(made)
    return made
