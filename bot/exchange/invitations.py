"""Invitations as they are handed out: links, what to type, QR codes, and a list as CSV."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.joining.invitations import hyphenated, page_link
from bot.exchange.csv_out import table_of
from bot.exchange.private_files import FOLDER, write_new
from bot.messages import _
from bot.refusal import Refused

PAGE, TELEGRAM, SLACK = JoiningPlatform.PAGE, JoiningPlatform.TELEGRAM, JoiningPlatform.SLACK

WAYS = {PAGE: "page link", TELEGRAM: "telegram link", SLACK: "slack text"}
"""The ways in, in the order in which they are named, with what a list calls them."""

_NOT_IN_A_NAME = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class WaysIn:
    """By what people come in here: the page's address, the bot's name on Telegram, Slack.

    `telegram` says that it is configured, be the name known or not. Where nothing is, people may be
    invited before it is: the chats are named as if they were.
    """

    address: str = ""
    bot_name: str = ""
    telegram: bool = False
    slack: bool = False

    @property
    def is_any(self) -> bool:
        """Say whether anything is configured."""
        return bool(self.address or self.telegram or self.slack)

    @property
    def named(self) -> Sequence[JoiningPlatform]:
        """List the ways that are named, in their order."""
        there = {PAGE: bool(self.address), TELEGRAM: self.telegram, SLACK: self.slack}
        return [way for way in WAYS if there[way]] or [TELEGRAM, SLACK]

    @property
    def linked(self) -> Sequence[JoiningPlatform]:
        """List the ways that a link opens: of which there may be a QR code, the usual one first."""
        there = {TELEGRAM: bool(self.bot_name), PAGE: bool(self.address)}
        return [way for way, known in there.items() if known]


@dataclass(frozen=True, slots=True)
class Handout:
    """One invitation to hand out, its end by the school's clock."""

    school_id: str
    name: str
    roles: str
    code: str
    ways: WaysIn
    expires_at: datetime

    def link(self, way: JoiningPlatform) -> str:
        """Write the link that opens a way in, or nothing where that is not known."""
        if way is PAGE:
            return page_link(self.ways.address, self.code) if self.ways.address else ""
        name = self.ways.bot_name
        return f"https://t.me/{name}?start={self.code}" if way is TELEGRAM and name else ""

    def told(self, way: JoiningPlatform) -> str:
        """Write what is opened or typed to come in that way; empty where a link is not known."""
        return f"/kompaan start {hyphenated(self.code)}" if way is SLACK else self.link(way)

    @property
    def expires(self) -> str:
        """Until when it works, by the clock of `expires_at`."""
        return f"{self.expires_at:%Y-%m-%d %H:%M}"

    @property
    def row(self) -> tuple[str, ...]:
        """Its line in a list."""
        ways = (self.told(way) for way in self.ways.named)
        return (self.school_id, self.name, self.roles, *ways, self.expires)


def write_list(
    path: Path,
    handouts: Sequence[Handout],
    ways: WaysIn,
    separator: str,
    drawn: JoiningPlatform | None,
) -> None:
    """Write a list, and the QR codes of its links of one way in a folder that is named after it.

    Raises Refused where something is there already, or it cannot be written.
    """
    header = ("person id", "name", "role", *(WAYS[way] for way in ways.named), "expires")
    write_new(path, table_of(header, [handout.row for handout in handouts], separator))
    linked = [handout for handout in handouts if drawn and handout.link(drawn)]
    if linked:
        folder = _made(path.with_suffix(""))
    for number, handout in enumerate(linked, start=1):
        # Numbered as in the list: two ids may become the same name.
        name = f"{number:03} {_NOT_IN_A_NAME.sub('_', handout.school_id)}.png"
        write_new(folder / name, qr_png(handout.link(drawn or PAGE)))


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(mode=FOLDER)
    except FileExistsError:
        raise Refused(_("{file} exists already; name another file.", file=str(folder))) from None
    except OSError:
        raise Refused(_("{file} cannot be written.", file=str(folder))) from None
    return folder


def qr_png(content: str) -> bytes:
    """Draw a QR code, large enough to be printed."""
    import segno  # only invitations pay for loading it

    out = io.BytesIO()
    segno.make_qr(content, error="m").save(out, kind="png", scale=10)
    return out.getvalue()
