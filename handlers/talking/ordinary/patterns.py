"""Long patterns, compiled when the first words are looked through."""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern once.

    Those of plain words take a tenth of a second together, which a command that hears nobody would
    wait for each time it starts.
    """
    return re.compile(pattern)
