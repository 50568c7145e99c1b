"""Invitations as they are handed out: links, what to type, QR codes, and a list as CSV."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.domain.joining.invitations import hyphenated
from bot.exchange.csv_out import table_of
from bot.exchange.private_files import FOLDER, write_new
from bot.messages import _
from bot.refusal import Refused

HEADER = ("person id", "name", "role", "telegram link", "slack text", "expires")
_NOT_IN_A_NAME = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Handout:
    """One invitation to hand out, its end by the school's clock; without a bot's name no link."""

    school_id: str
    name: str
    roles: str
    code: str
    bot_name: str
    expires_at: datetime

    @property
    def link(self) -> str:
        """The link that opens Telegram, or nothing where the bot's name is not known."""
        return f"https://t.me/{self.bot_name}?start={self.code}" if self.bot_name else ""

    @property
    def slack(self) -> str:
        """What to type on Slack."""
        return f"/kompaan start {hyphenated(self.code)}"

    @property
    def expires(self) -> str:
        """Until when it works, by the clock of `expires_at`."""
        return f"{self.expires_at:%Y-%m-%d %H:%M}"

    @property
    def row(self) -> tuple[str, ...]:
        """Its line in a list, in the order of HEADER."""
        return (self.school_id, self.name, self.roles, self.link, self.slack, self.expires)


def write_list(path: Path, handouts: Sequence[Handout], separator: str) -> None:
    """Write a list, and the QR codes of its links in a folder that is named after it.

    Raises Refused where something is there already, or it cannot be written.
    """
    write_new(path, table_of(HEADER, [handout.row for handout in handouts], separator))
    linked = [handout for handout in handouts if handout.link]
    if linked:
        folder = _made(path.with_suffix(""))
    for number, handout in enumerate(linked, start=1):
        # Numbered as in the list: two ids may become the same name.
        name = f"{number:03} {_NOT_IN_A_NAME.sub('_', handout.school_id)}.png"
        write_new(folder / name, qr_png(handout.link))


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
