"""Web Push at work: whether it is offered, who sends it, and what the doctor says of it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError

from bot.domain.telling.places import Place
from bot.domain.telling.subscriptions import Endpoint
from bot.messages import Sayable, _, _n
from bot.platforms.push.key import PushKey
from bot.platforms.push.signed import Signer
from bot.refusal import Refused
from bot.storage.health import UNREADABLE, Finding
from bot.storage.telling.ping_counts import PingCount, count_pings
from bot.wiring import House
from bot.wiring.owned_files import FOR_OTHERS

if TYPE_CHECKING:
    from bot.platforms.push.platform import Push


def signer_of(house: House) -> Signer | None:
    """Say who we are to push services; None where push is not offered."""
    settings = house.settings
    if not (settings.contact and settings.public_url):
        return None
    return Signer(PushKey(Path(settings.push_key_file)), settings.contact)


def pushes_of(house: House) -> "Sequence[Push]":
    """Make what pings devices: one, or none where push is not offered."""
    signer = signer_of(house)
    if signer is None:
        return ()
    from bot.platforms.push.platform import Push  # loads aiohttp, which the doctor never needs

    prefix = urlsplit(house.settings.public_url).path.rstrip("/")
    find = partial(find_endpoint, house)
    now = partial(datetime.now, UTC)
    return [Push(signer, find, now, prefix=prefix, anywhere=house.pushes_anywhere)]


def find_endpoint(house: House, address: str) -> Endpoint | None:
    """Find where the device of an address in the outbox is reached; None where it is no more."""
    with house.reading() as uow:
        found = uow.subscriptions.find(int(address), datetime.now(UTC))
    return found.endpoint if found else None


def examined_pings(house: House, at: datetime) -> Iterator[Finding]:
    """Say whether people can be pinged, and whether anybody refused what was sent lately."""
    if house.settings.public_url:
        yield _offered(house)
    try:
        with house.reading() as uow:
            counts = count_pings(uow.connection, at)
    except (SQLAlchemyError, *UNREADABLE):
        return
    for platform, count in counts.items():
        if count.refused:
            yield Finding(count.good, _refused(platform, count))


def _offered(house: House) -> Finding:
    settings = house.settings
    signer = signer_of(house)
    if signer is None:
        said = _(
            "Phones get no push messages: set KOMPAAN_CONTACT, whom a push service may write to."
        )
        return Finding(True, said)
    file = Path(settings.push_key_file)
    try:
        if not file.exists():
            made = _("The key for push messages is made at the next start: {file}", file=str(file))
            return Finding(True, made)
        signer.key.public  # noqa: B018 -- it is read now
        shared = file.stat().st_mode & FOR_OTHERS
    except (OSError, Refused) as unusable:
        why = unusable.text if isinstance(unusable, Refused) else str(unusable)
        return Finding(False, why)
    if shared:
        said = _("Others can read the key for push messages: chmod 600 {file}", file=str(file))
        return Finding(False, said)
    return Finding(True, _("Push messages can be sent to the page's devices."))


def _refused(platform: str, count: PingCount) -> Sayable:
    what = _("push services") if platform == Place.PUSH else _("the mail server")
    return _n(
        "{count} sign of a message was refused in the last week by {what}: the log says why.",
        "{count} signs of messages were refused in the last week by {what}: the log says why.",
        count.refused,
        what=what,
    )
