"""Invitations as they are handed out: links, what to type, QR codes, and a list as CSV."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.domain.joining.accounts import JoiningPlatform
from bot.domain.joining.ways_in import PAGE, SLACK, TELEGRAM, WaysIn
from bot.exchange.csv_out import table_of
from bot.exchange.private_files import FOLDER, write_new
from bot.messages import _
from bot.refusal import Refused

CALLED = {PAGE: "page link", TELEGRAM: "telegram link", SLACK: "slack text"}
"""What a list calls the ways in."""

_NOT_IN_A_NAME = re.compile(r"[^\w-]+")


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
        return self.ways.link(way, self.code)

    def told(self, way: JoiningPlatform) -> str:
        """Write what is opened or typed to come in that way; empty where a link is not known."""
        return self.ways.told(way, self.code)

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
    header = ("person id", "name", "role", *(CALLED[way] for way in ways.named), "expires")
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
