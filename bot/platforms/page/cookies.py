"""What a device keeps: the tokens of its sessions, in one cookie that no script can read."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import HTTPConnection
from starlette.responses import Response

from bot.domain.joining.sessions import LASTS, MOST_SEATS, digest_of_token, is_token

BETWEEN = "."


@dataclass(frozen=True, slots=True)
class Cookies:
    """How the cookie is kept: only over TLS where the page is served so, and below its prefix."""

    secure: bool
    prefix: str = ""

    @property
    def name(self) -> str:
        """Name the cookie so that browsers themselves hold others off, where that can be."""
        if not self.secure:
            return "kompaan"
        return "__Secure-kompaan" if self.prefix else "__Host-kompaan"

    def tokens(self, asked: HTTPConnection) -> Sequence[str]:
        """Read the tokens that a device brings, the newest first; whatever else it is, is none."""
        written = asked.cookies.get(self.name, "").split(BETWEEN)
        return [token for token in written if is_token(token)][:MOST_SEATS]

    def digests(self, asked: HTTPConnection) -> Sequence[str]:
        """Compute what is stored of the tokens that a device brings."""
        return [digest_of_token(token) for token in self.tokens(asked)]

    def give(self, answer: Response, tokens: Sequence[str]) -> None:
        """Let a device keep these tokens, and no others; none at all are taken away."""
        kept = BETWEEN.join(tokens[:MOST_SEATS])
        answer.set_cookie(
            self.name,
            kept,
            max_age=int(LASTS.total_seconds()) if kept else 0,
            path=self.prefix or "/",
            secure=self.secure,
            httponly=True,
            samesite="lax",
        )
