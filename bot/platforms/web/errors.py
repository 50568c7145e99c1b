"""What the web says when it declines something: a plain sentence, in the reader's language."""

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response

from bot.domain.languages import LANGUAGES
from bot.i18n import Voice
from bot.messages import Sayable, _

DEFAULT_LANGUAGE = "en"

NOT_FOUND = _("There is nothing here.")
WRONG_METHOD = _("This address does not take that method.")
WENT_WRONG = _("That went wrong. Nothing was stored.")
UNAVAILABLE = _("The database does not answer now, so nothing was stored. Send it again.")

FORGET = '"cache"'
"""Lets a browser that listens to it drop what it keeps of this address."""

_OWN_WORDS = {404: NOT_FOUND, 405: WRONG_METHOD}


class Declined(Exception):
    """A request that is not served: with which status, in which words, and when to come back.

    Where it `forgets`, a browser lets go of what it keeps of us, pictures for instance.
    """

    def __init__(
        self, status: int, text: Sayable, retry_after: int = 0, *, forgets: bool = False
    ) -> None:
        """Carry the sentence; it never holds what somebody sent."""
        super().__init__(status)
        self.status = status
        self.text = text
        self.retry_after = retry_after
        self.forgets = forgets


def declined(asked: HTTPConnection, why: Declined) -> JSONResponse:
    """Answer a request that is not served."""
    headers = {"Cache-Control": "no-store"}
    if why.retry_after:
        headers["Retry-After"] = str(why.retry_after)
    if why.forgets:
        headers["Clear-Site-Data"] = FORGET
    sentence = Voice(asked_language(asked), "UTC").say(why.text)
    return JSONResponse({"error": sentence}, why.status, headers)


async def refused(request: Request, error: Exception) -> Response:
    """Answer what an endpoint, or Starlette itself, declined."""
    if isinstance(error, Declined):
        return declined(request, error)
    # Nobody reads the answer to a request that broke off, but the log stays clean.
    status = error.status_code if isinstance(error, HTTPException) else 400
    return declined(request, Declined(status, _OWN_WORDS.get(status, WENT_WRONG)))


def asked_language(asked: HTTPConnection) -> str:
    """Find the language that the address or else the browser asks for."""
    chosen = asked.query_params.get("lang", "")
    if chosen in LANGUAGES:
        return chosen
    wishes = asked.headers.get("accept-language", "").split(",")
    # Stable: of two wishes with the same weight, the one that came first.
    for wish in sorted(wishes, key=_weight, reverse=True):
        language = wish.partition(";")[0].strip().lower().partition("-")[0]
        if language in LANGUAGES and _weight(wish) > 0:
            return language
    return DEFAULT_LANGUAGE


def _weight(wish: str) -> float:
    _language, _semicolon, parameter = wish.partition(";")
    name, _equals, value = parameter.strip().partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
