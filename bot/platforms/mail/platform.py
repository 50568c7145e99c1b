"""E-mail as the process runs it: nothing is polled, and nothing is delivered to us."""

from collections.abc import Callable, Sequence
from datetime import datetime

from starlette.routing import Route

from bot.platforms.mail.line import MailLine
from bot.platforms.mail.messenger import AT_ONCE, LASTS, LONGEST_SEND, MailCarrier


class Mail(MailCarrier):
    """The mail server, which takes letters and says how it fares."""

    name = "mail"
    routes: Sequence[Route] = ()
    send_within = LONGEST_SEND
    """Seconds that one letter may take."""
    at_once = AT_ONCE
    """Letters beside each other."""

    def __init__(self, line: MailLine, now: Callable[[], datetime]) -> None:
        """Send by this line; `now` gives aware instants."""
        super().__init__(line, now)

    async def start(self) -> None:
        """Begin: a connection is made for each letter."""

    async def stop(self) -> None:
        """End: what is under way is waited for by who sends it."""

    def problem(self, at: datetime) -> str | None:
        """Say what the server has against us, if a letter lately told."""
        if not self.wrong or self.tried_at is None or at - self.tried_at > LASTS:
            return None
        return f"the mail server does not take our mails: {self.wrong}"
