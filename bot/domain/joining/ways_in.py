"""By what people come in here: links, and what to type, where each is configured."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.joining.invitations import hyphenated, page_link

PAGE, TELEGRAM, SLACK = JoiningPlatform.PAGE, JoiningPlatform.TELEGRAM, JoiningPlatform.SLACK

_ORDER = (PAGE, TELEGRAM, SLACK)
"""The ways in, in the order in which they are named."""


@dataclass(frozen=True, slots=True)
class WaysIn:
    """By what people come in here: the page's address, the bot's name on Telegram, Slack.

    `telegram` says that it is configured, be the name known or not. Where nothing is, people may be
    invited before it is: the chats are named as if they were. `days` is how long an invitation
    works.
    """

    address: str = ""
    bot_name: str = ""
    telegram: bool = False
    slack: bool = False
    days: int = 14

    @property
    def is_any(self) -> bool:
        """Say whether anything is configured."""
        return bool(self.address or self.telegram or self.slack)

    @property
    def named(self) -> Sequence[JoiningPlatform]:
        """List the ways that are named, in their order."""
        there = {PAGE: bool(self.address), TELEGRAM: self.telegram, SLACK: self.slack}
        return [way for way in _ORDER if there[way]] or [TELEGRAM, SLACK]

    @property
    def linked(self) -> Sequence[JoiningPlatform]:
        """List the ways that a link opens: of which there may be a QR code, the usual one first."""
        there = {TELEGRAM: bool(self.bot_name), PAGE: bool(self.address)}
        return [way for way, known in there.items() if known]

    def link(self, way: JoiningPlatform, code: str) -> str:
        """Write the link of a code that opens a way in, or nothing where that is not known."""
        if way is PAGE:
            return page_link(self.address, code) if self.address else ""
        name = self.bot_name
        return f"https://t.me/{name}?start={code}" if way is TELEGRAM and name else ""

    def told(self, way: JoiningPlatform, code: str) -> str:
        """Write what is opened or typed to come in that way; empty where a link is not known."""
        return f"/kompaan start {hyphenated(code)}" if way is SLACK else self.link(way, code)
