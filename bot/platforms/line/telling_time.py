"""What time it is elsewhere, by the header with which every answer over HTTP says so."""

from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, urlopen

SECONDS = 5
"""How long an answer may take."""


def time_at(address: str) -> datetime | None:
    """Ask a server what time it is there; None where it does not say.

    Whatever it answers will do. Where our clock is years ahead no certificate is good any more, so
    it does not say either.
    """
    asked = Request(address, method="HEAD")  # noqa: S310 -- a setting, which begins with http(s)://
    with suppress(OSError, HTTPException, ValueError, TypeError):
        try:
            with urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310 -- as above
                said = answer.headers["Date"]
        except HTTPError as error:
            said = error.headers["Date"]
        told = parsedate_to_datetime(said)
        return told if told.tzinfo else told.replace(tzinfo=UTC)
    return None
