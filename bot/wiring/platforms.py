"""The chat platforms that are configured, each on the same lanes and the same conversation."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.lanes import Lanes
from bot.platforms.platform import Platform
from bot.settings import Settings
from bot.storage.outbox import StoredOutbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring import House
from bot.wiring.deliveries import Deliveries, tell
from handlers.join import code_in, knock
from handlers.menu import menu_for, whole_menu
from handlers.routes import Answer, answer, answer_again

if TYPE_CHECKING:
    from bot.platforms.telegram.platform import Telegram


def platforms_of(house: House, lanes: Lanes) -> Sequence[Platform]:
    """Make the platforms for which there are settings, each with its outbox."""
    telegram = _telegram(house.settings, lanes)
    if telegram is None:
        return []
    return [telegram, Deliveries(house, "telegram", telegram.carrier)]


def knocked(
    uow: StoredUnitOfWork,
    platform: str,
    address: str,
    typed: str,
    said_at: datetime,
    language: str,
    *,
    again: bool = False,
) -> Answer:
    """Answer somebody at the door; who comes in gets a menu, and is told in a chat left behind."""
    came = knock(uow, platform, address, typed, said_at, language, again=again)
    if came.notices and came.person_id is not None:
        # What waited for the former chat goes to this one; only the notice goes to that one.
        StoredOutbox(uow.connection).move(came.person_id, platform, address)
        tell(uow, platform, came.notices, said_at)
    tracks = uow.tracks.of(came.person_id) if came.person_id is not None else ()
    menu = menu_for(role for track in tracks for role in track.roles)
    return Answer(came.replies, came.language, came.time_zone, menu=menu)


def opens_invitation(text: str) -> bool:
    """Say whether a line opens an invitation, which somebody who is known may do, too."""
    return text.startswith("/") and bool(code_in(text))


def _telegram(settings: Settings, lanes: Lanes) -> "Telegram | None":
    token = settings.telegram_token.get_secret_value()
    if not token:
        return None
    # Loading the library takes longer than starting without it.
    from bot.platforms.telegram.intake import Conversation
    from bot.platforms.telegram.platform import Line, Telegram

    line = Line(
        token,
        settings.telegram_api_url,
        settings.telegram_webhook_url,
        settings.telegram_secret.get_secret_value(),
    )
    conversation = Conversation(
        answer=answer,
        answer_again=answer_again,
        knock=knocked,
        opens_invitation=opens_invitation,
        submit=lanes.submit,
        now=partial(datetime.now, UTC),
        menu=whole_menu(),
    )
    return Telegram(line, conversation)
