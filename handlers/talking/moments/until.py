"""What is to be done until a day, read from one line: 'the report until 12 December'."""

import re
from datetime import date

from handlers.talking.meaning.near_days import reaches

_UNTIL = re.compile(
    r"[, ]+(?:until|by|before|tegen|uiterlijk|tot|voor|avant|jusqu['’]au|pour|bis|vor|spätestens)"
    r" +(?=(?P<when>[^,;]{2,30}?)[.! ]*$)",
    re.IGNORECASE,
)
"""A small word, and behind it until when: of several the last one leads to the day."""


def read_until(text: str, today: date) -> tuple[str, date | None]:
    """Read what is to be done, and until when where a day to come stands at its end."""
    written = " ".join(text.split())
    for found in reversed(list(_UNTIL.finditer(written))):
        due = reaches(found["when"], today)
        if found.start() and due is not None and due >= today:
            return written[: found.start()].rstrip(" ,;"), due
    return written, None
