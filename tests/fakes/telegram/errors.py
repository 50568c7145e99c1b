"""What the Bot API says when it refuses: codes, and texts as its public source composes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Json = dict[str, Any]

PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
}

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
POLLED_TWICE = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
POLLED_BESIDE_WEBHOOK = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook "
    "first"
)


class ApiError(Exception):
    """A refusal; its text is joined to the code's prefix with a small first letter."""

    def __init__(self, code: int, text: str = "", **parameters: int) -> None:
        self.code = code
        self.text = text
        self.parameters = parameters
        self.description = PREFIXES[code] + (f": {lowered(text)}" if text else "")
        super().__init__(self.description)

    def body(self) -> Json:
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def lowered(text: str) -> str:
    """Leave NAMES_LIKE_THIS as they are."""
    shouts = len(text) > 1 and (text[1] == "_" or text[1].isupper())
    return text if shouts else text[:1].lower() + text[1:]


@contextmanager
def within(what: str) -> Iterator[None]:
    """Say of what stands in a parameter where it stands."""
    try:
        yield
    except ApiError as error:
        raise bad(f"Can't parse {what}: {error.text}") from None


def bad(text: str) -> ApiError:
    return ApiError(400, text)


def too_many(seconds: int) -> ApiError:
    return ApiError(429, f"retry after {seconds}", retry_after=seconds)
