"""The page's push messages: what a device says of them, kept for its session."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from typing_extensions import override

from bot.domain.joining.sessions import Session
from bot.domain.telling.subscriptions import EndedWhy, Endpoint, as_endpoint
from bot.platforms.line.proxies import proxy_for
from bot.platforms.page.pushing import PushBack
from bot.platforms.push.outside import means_outside
from bot.use_cases.telling.subscribe import Device, subscribe
from bot.use_cases.telling.unsubscribe import unsubscribe
from bot.wiring import House
from bot.wiring.jumps import hearing_time
from bot.wiring.pushing import signer_of


@dataclass
class PushDesk(PushBack):
    """What the page's devices say of push messages."""

    house: House

    @override
    def key(self) -> str:
        signer = signer_of(self.house)
        return signer.key.public if signer else ""

    @override
    def read(self, written: Any) -> Endpoint | None:
        keys = written.get("keys") if isinstance(written, dict) else None
        if not isinstance(keys, dict):
            return None
        parts = (written.get("endpoint"), keys.get("p256dh"), keys.get("auth"))
        return as_endpoint(*parts, anywhere=self.house.pushes_anywhere)

    @override
    async def accepts(self, endpoint: Endpoint) -> bool:
        # Behind a proxy names of the internet may mean nothing here: it is the proxy that knows.
        if self.house.pushes_anywhere or proxy_for(endpoint.address) is not None:
            return True
        return await means_outside(urlsplit(endpoint.address).hostname or "")

    @override
    def state(self, session: Session) -> tuple[bool, EndedWhy | None]:
        with self.house.reading() as uow:
            known = uow.subscriptions.find_of_session(session.id)
        return (known is not None and known[1] is None, known[1] if known else None)

    @override
    def subscribe(self, session: Session, endpoint: Endpoint) -> None:
        with self.house.transaction() as uow:
            subscribe(uow, _device(session), endpoint, self._now())

    @override
    def unsubscribe(self, session: Session) -> None:
        with self.house.transaction() as uow:
            unsubscribe(uow, _device(session), self._now())

    def _now(self) -> datetime:
        """Tell the time by which sessions are held, too, also while the clock is not believed."""
        return hearing_time(self.house, datetime.now(UTC))


def _device(session: Session) -> Device:
    return Device(session.organisation_id, session.person_id, session.id)
