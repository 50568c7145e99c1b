"""What is to be done until a day, read from one line: 'the report until 12 December'."""

import re
from datetime import date

from handlers.talking.meaning.near_days import reaches

_UNTIL = re.compile(
    r"^(?P<what>.+?)[, ]+(?:until|by|before|tegen|tot|voor|avant|jusqu['’]au|pour|bis|vor)"
    r" +(?P<when>[^,;]{2,30}?)[.! ]*$",
    re.IGNORECASE,
)
"""Words, and behind a small word until when."""


def read_until(text: str, today: date) -> tuple[str, date | None]:
    """Read what is to be done, and until when where a day to come stands at its end."""
    written = " ".join(text.split())
    found = _UNTIL.match(written)
    due = reaches(found["when"], today) if found else None
    if found is None or due is None or due < today:
        return written, None
    return found["what"].rstrip(" ,;"), due
