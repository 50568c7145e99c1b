"""What the Web API says when it refuses: always 200 and a word, but for a full line."""

from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """A refusal, with the word that the API gives for it."""

    def __init__(self, error: str, *messages: str, **more: Any) -> None:
        super().__init__(error, *messages)
        self.error = error
        self.messages = messages
        self.more = more

    def body(self) -> Json:
        told = {"response_metadata": {"messages": list(self.messages)}} if self.messages else {}
        return {"ok": False, "error": self.error} | told | self.more


def must(holds: object, message: str) -> None:
    if not holds:
        raise ApiError("invalid_blocks", f"[ERROR] {message}")
