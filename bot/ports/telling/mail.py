"""Where people get e-mail: addresses that the school gave, and those that people gave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.telling.mail_addresses import MailAddress


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail in its reader's language, not yet written for the line: `to` whom, in which words.

    It `opens` an address of the page by its one `button`, or brings a `code`, and has the address
    that mutes (`stop`, called `stop_label`) where it is one of many. `foot` says why it comes.
    """

    to: str
    language: str
    subject: str
    words: Sequence[str]
    button: str = ""
    opens: str = ""
    code: str = ""
    foot: Sequence[str] = ()
    stop: str = ""
    stop_label: str = ""


@dataclass(frozen=True, slots=True)
class AskedAddress:
    """An address that somebody gave and has not confirmed; `digest` is of the code sent there.

    `times` counts the addresses that they gave since an instant (`since`), with this one.
    """

    address: str
    digest: str
    made_at: datetime | None
    tries: int
    times: int
    since: datetime


class MailAddresses(Protocol):
    """Where people get e-mail, in one transaction."""

    def find(self, person_id: int) -> MailAddress | None:
        """Find where somebody gets e-mail: what they confirmed, else what the school gave.

        None where neither is, or its person took it away.
        """

    def list_at(self, address: str) -> Sequence[MailAddress]:
        """List everybody who gets e-mail at an address, in any capitals: some share one."""

    def find_asked(self, person_id: int) -> AskedAddress | None:
        """Find the address that somebody has yet to confirm, and hold it: one try at a time."""

    def ask(self, person_id: int, asked: AskedAddress) -> None:
        """Keep an address to be confirmed, in the place of any other."""

    def forget_asked(self, person_id: int) -> None:
        """Let nothing wait to be confirmed."""

    def confirm(self, person_id: int, at: datetime) -> None:
        """Let the address that was asked about be its person's own, from now on."""

    def take_away(self, person_id: int, at: datetime) -> None:
        """Let somebody get no e-mail any more, wherever their address came from."""

    def refuse(self, person_id: int, address: str, at: datetime) -> bool:
        """Note that an address takes no mail; False where that was known."""

    def take_refusal(self, person_id: int) -> datetime | None:
        """Forget that an address was refused; gives since when it was, None where none was."""

    def stop_code(self, person_id: int) -> str:
        """Tell the code that stands in somebody's mails, by which they are muted."""

    def find_stopped(self, stop: str) -> int | None:
        """Find whom such a code mutes."""
