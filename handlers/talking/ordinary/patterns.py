"""Long patterns, compiled when the first words are looked through."""

import re
from functools import cache

from bot.domain.folding import either_way


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of folded words once; an umlaut in it is found as people type it.

    Those of plain words take a tenth of a second together, which a command that hears nobody would
    wait for each time it starts.
    """
    return re.compile(either_way(pattern))
