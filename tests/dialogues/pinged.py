"""Pings under the canary: of each message that arrives by itself, what push and mail are handed.

Nobody in a dialogue has a device or an address for them, so each message gets both, in a savepoint
of which nothing stays: what is searched is what would leave, to the last byte before it is sealed.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from bot.domain.telling.asks import Asks
from bot.domain.telling.mail_addresses import MailAddress, MailGiver
from bot.domain.telling.places import Place
from bot.platforms.mail.line import MailLine, MailTls
from bot.platforms.mail.message import message_of
from bot.platforms.push.signed import _payload
from bot.ports import Shown, UnitOfWork
from bot.ports.telling.outbox import Content, OutboxMessage
from bot.storage.telling.mail_addresses import StoredMailAddresses
from bot.use_cases.telling import deliver_here
from bot.wiring.composing import composer

PAGE = "https://kompaan.school.example"
LINE = MailLine("127.0.0.1", 25, MailTls.NONE, "kompaan@school.example", "Kompaan")

Look = Callable[[Any, str, Any], None]
"""Searches something that is handed out, on a platform of this name, within a connection."""


def watch_pings(patched: pytest.MonkeyPatch, look: Look) -> None:
    """Search what push and mail would be handed of each message that is put on the page."""
    kept = deliver_here._kept

    def watched(uow: Any, message: OutboxMessage, at: datetime) -> Shown:
        shown = kept(uow, message, at)
        if not message.ref:
            for place in (Place.PUSH, Place.MAIL):
                with uow.rehearsing() as rehearsed:
                    handed = "\n".join(handed_to(place, rehearsed, message, shown, at))
                look(handed, f"{place} ({shown.kind})", uow.connection)
        return shown

    patched.setattr(deliver_here, "_kept", watched)


def handed_to(
    place: Place, uow: UnitOfWork, message: OutboxMessage, shown: Shown, at: datetime
) -> Iterator[str]:
    """Make what a place is handed of a message: what a device shows, or a letter with its head."""
    address = "0" if place is Place.PUSH else str(message.person_id)
    sign = replace(
        message, platform=place, address=address, asks=Asks.PING, about_id=shown.id, ref=""
    )
    given = MailAddress(message.person_id, "somebody@home.example", MailGiver.SCHOOL)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(StoredMailAddresses, "find", lambda _own, _person: given)
        content = composer(lambda _day: True, page=PAGE)(uow, sign, at)
    assert isinstance(content, Content)
    if place is Place.PUSH:
        yield _payload(content, "").decode()
        return
    assert content.letter is not None
    letter = message_of(content.letter, LINE, at)
    yield from (f"{name}: {value}" for name, value in letter.items())
    for part in letter.walk():
        if part.get_content_maintype() == "text":
            yield part.get_content()
