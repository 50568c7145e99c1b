"""The chat platforms that are configured, each on the same lanes and the same conversation."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from bot.domain.joining.accounts import Account
from bot.domain.joining.ways_in import WaysIn
from bot.domain.school.offices import Office
from bot.lanes import Lanes
from bot.messages import Answer, Sayable
from bot.outbox import Habits
from bot.platforms.conversation import Conversation
from bot.platforms.platform import Platform
from bot.settings import Settings
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.divergence.tell_coaches import tell_returned
from bot.use_cases.telling.tell_unreachable import tell_unreachable
from bot.use_cases.telling.welcome_back import hear_again
from bot.wiring import House
from bot.wiring.beside.taker import file_taker
from bot.wiring.clock import Arrived, Clock
from bot.wiring.deliveries import Deliveries, hold, tell
from bot.wiring.files import files_in_lane
from bot.wiring.jumps import hearing_time
from bot.wiring.mailing import mail_line, mails_of
from bot.wiring.own_data.maker import own_data_maker
from bot.wiring.pushing import pushes_of
from handlers.answering import answer, answer_again
from handlers.knocking import code_in, knock
from handlers.routes import TABLE

if TYPE_CHECKING:
    from bot.platforms.slack.platform import Slack, SlackLine
    from bot.platforms.telegram.platform import Telegram, TelegramLine


def platforms_of(house: House, lanes: Lanes, arrived: Arrived) -> Sequence[Platform]:
    """Make the platforms for which there are settings, each with its outbox, and the clock."""
    behind = Conversation(
        answer=answer,
        answer_again=answer_again,
        knock=knocked,
        opens_invitation=opens_invitation,
        hear_again=came_back,
        lose=tell_unreachable,
        hold=hold,
        submit=lanes.submit,
        now=partial(datetime.now, UTC),
        said_now=lambda: hearing_time(house, datetime.now(UTC)),
        menu=TABLE.menu(),
        files_of=files_in_lane,
        takes_files=partial(takes_files, house),
    )
    telegram = _telegram(house.settings, behind)
    slack = _slack(house.settings, behind)
    chats = [chat for chat in (telegram, slack) if chat is not None]
    outboxes = [Deliveries(house, chat.name, chat.carrier) for chat in chats]
    pinging = [(push, Deliveries(house, push.name, push)) for push in pushes_of(house)]
    pings: list[Platform] = [part for parts in pinging for part in parts]
    for mail in mails_of(house.settings):
        habits = Habits(send_within=mail.send_within, under_way=mail.at_once)
        pings += [mail, Deliveries(house, mail.name, mail, habits)]
    beside = (own_data_maker(house), file_taker(house))
    return [*chats, *outboxes, *pings, *beside, Clock(house, chats, arrived)]


SEND_FILES = frozenset({Office.ADMINISTRATION, Office.SECTOR})
"""Who sends files for a school: who runs it, and who proposes something to it from a sector."""


def takes_files(house: House, platform: str, address: str) -> bool:
    """Say whether who has an address on a platform may send files for a school."""
    with house.reading() as uow:
        return may_send_files(uow, platform, address)


def may_send_files(uow: StoredUnitOfWork, platform: str, address: str) -> bool:
    """Say so in a transaction."""
    account = uow.accounts.find_account(platform, address)
    if account is None:
        return False
    return not SEND_FILES.isdisjoint(uow.offices.list_of(account.person_id))


def came_back(uow: StoredUnitOfWork, account: Account, at: datetime) -> None:
    """Send somebody who is reached again what they missed, a coach also the alerts that stand."""
    hear_again(uow, account, at)
    tell_returned(uow, account.person_id, at)


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
        uow.outbox.readdress(came.person_id, platform, address)
        tell(uow, platform, came.notices, said_at)
    if came.person_id is not None:
        tell_returned(uow, came.person_id, said_at)
    who = came.person_id
    tracks = uow.tracks.list_of(who) if who is not None else ()
    offices = uow.offices.list_of(who) if who is not None else ()
    menu = TABLE.menu((role for track in tracks for role in track.roles), offices)
    return Answer(came.replies, came.language, came.time_zone, menu=menu, manner=came.manner)


def opens_invitation(text: str) -> bool:
    """Say whether a line opens an invitation, which somebody who is known may do, too."""
    return text.startswith("/") and bool(code_in(text))


def telegram_name(settings: Settings) -> str:
    """Look up the bot's user name: as set, or else as Telegram tells it; empty where unknown."""
    line = _line(settings)
    if settings.telegram_bot_name or line is None:
        return settings.telegram_bot_name
    from bot.platforms.telegram.platform import name_of_bot

    return asyncio.run(name_of_bot(line))


def ways_in(settings: Settings) -> WaysIn:
    """Look up by what people come in, as it is configured."""
    named = telegram_name(settings)
    telegram = bool(named or settings.telegram_token.get_secret_value())
    slack = bool(settings.slack_bot_token.get_secret_value())
    return WaysIn(settings.public_url, named, telegram, slack)


def examined_platforms(settings: Settings) -> list[tuple[bool, Sayable]]:
    """Ask the platforms that are configured how they see us: what is good, and what is not."""

    async def ask() -> list[tuple[bool, Sayable]]:
        found: list[tuple[bool, Sayable]] = []
        if (telegram := _line(settings)) is not None:
            from bot.platforms.examining.telegram import examine_telegram

            found += [finding async for finding in examine_telegram(telegram)]
        if (slack := _slack_line(settings)) is not None:
            from bot.platforms.examining.slack import examine_slack

            found += [finding async for finding in examine_slack(slack)]
        if (mail := mail_line(settings)) is not None:
            from bot.platforms.examining.mail import examine_mail

            found += [finding async for finding in examine_mail(mail)]
        return found

    return asyncio.run(ask())


def _line(settings: Settings) -> "TelegramLine | None":
    token = settings.telegram_token.get_secret_value()
    if not token:
        return None
    # Loading the library takes longer than starting without it.
    from bot.platforms.telegram.platform import TelegramLine

    return TelegramLine(
        token,
        settings.telegram_api_url,
        settings.telegram_webhook_url,
        settings.telegram_secret.get_secret_value(),
        coloured=settings.telegram_coloured_buttons,
        timed=settings.telegram_date_times,
    )


def _telegram(settings: Settings, behind: Conversation) -> "Telegram | None":
    line = _line(settings)
    if line is None:
        return None
    from bot.platforms.telegram.platform import Telegram

    return Telegram(line, behind)


def _slack_line(settings: Settings) -> "SlackLine | None":
    if not settings.slack_bot_token:
        return None
    # As above.
    from bot.platforms.slack.platform import SlackLine

    return SlackLine(
        settings.slack_bot_token.get_secret_value(),
        settings.slack_api_url,
        settings.slack_signing_secret.get_secret_value(),
        settings.slack_app_token.get_secret_value(),
    )


def _slack(settings: Settings, behind: Conversation) -> "Slack | None":
    line = _slack_line(settings)
    if line is None:
        return None
    from bot.platforms.slack.platform import Slack

    return Slack(line, behind)
