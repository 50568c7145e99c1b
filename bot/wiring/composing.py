"""What is said right before it is sent: composed by the handlers, rendered for its reader."""

import logging
from collections.abc import Container
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache

from sqlalchemy.exc import DBAPIError

from bot.domain.school.naming import Naming, going_abroad, staying_home
from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import DeliveryError, DeliveryState, DeliveryStep
from bot.domain.telling.hours import Works
from bot.domain.telling.places import Place, is_home
from bot.i18n import voice_of
from bot.messages import _
from bot.platforms.abroad.answering import hand_out, show_at_home
from bot.platforms.transcript import rendered
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Content, OutboxMessage
from bot.refusal import Refused
from bot.showing.words.pings import ping_of
from bot.use_cases.telling.deliver_outbox import Compose
from bot.use_cases.telling.look_here import look_here
from bot.use_cases.telling.ping import find_pinged
from bot.wiring.mailing import code_by_mail, ping_by_mail
from handlers.day import Composed, compose

log = logging.getLogger(__name__)

AGAIN = timedelta(minutes=15)
"""When a message that could not be composed is tried again, until it is too late for it."""


def composer(works: Works, *, looking: bool = False, page: str = "") -> Compose:
    """Make what composes messages, by the working days of the school.

    For people who are `looking` themselves it is always the hour. E-mails lead to the public
    address of the `page`.
    """

    def composed(uow: UnitOfWork, message: OutboxMessage, at: datetime) -> Content | DeliveryStep:
        try:
            if message.asks == Asks.MAIL_CODE:
                return code_by_mail(uow, message, at)
            if message.asks == Asks.PING:
                return _ping(uow, message, page, at)
            if is_home(message.platform):
                made = compose(uow, message, at, works, looking=looking)
                return made if isinstance(made, DeliveryStep) else _render(made, at)
            return _abroad(uow, message, at, works)
        except DBAPIError:
            raise
        except Exception as error:
            # One that cannot be composed must not hold up all others.
            log.error("message %d cannot be composed: %s", message.id, type(error).__name__)
            return DeliveryStep(DeliveryState.PENDING, DeliveryError.NOT_COMPOSED, AGAIN)

    return composed


def _abroad(
    uow: UnitOfWork, message: OutboxMessage, at: datetime, works: Works
) -> Content | DeliveryStep:
    """Compose what goes to a platform that is not the school's; what stays home is put there."""
    whole: Composed | DeliveryStep | None = None
    if uow.code_words.read_naming(message.person_id) is Naming.DISCREET:
        # Before it is composed in earnest, which closes what it tells of.
        with uow.rehearsing() as rehearsed, staying_home():
            whole = compose(rehearsed, message, at, works)
    with going_abroad() as abroad:
        made = compose(uow, message, at, works)
    if isinstance(made, DeliveryStep) or not abroad.discreet:
        return made if isinstance(made, DeliveryStep) else _render(made, at)
    going = hand_out(uow, made.person.id, [made.reply], abroad)
    if going.left_out and isinstance(whole, Composed):
        voice = voice_of(whole.person, at)
        shown = rendered(whole.reply, voice, at)
        going.lead_home(show_at_home(uow, made.person.id, [shown], message.key))
    return _render(replace(made, reply=going.replies[0]), at)


def look(uow: UnitOfWork, person: Person, at: datetime) -> None:
    """Put what waits here for somebody who looks at it into their transcript."""
    look_here(uow, person, at, composer(lambda _day: True, looking=True))


def _ping(
    uow: UnitOfWork, message: OutboxMessage, page: str, at: datetime
) -> Content | DeliveryStep:
    """Say that something waits on the page, in the reader's language, and nothing of it."""
    person = uow.people.find(message.person_id)
    if person is None:
        return DeliveryStep(DeliveryState.DEAD, DeliveryError.NO_RIGHT)
    content = find_pinged(uow, message, at)
    if message.platform == Place.MAIL:
        return ping_by_mail(uow, person, content, page, at)
    voice = voice_of(person, at)
    return replace(content, text=voice.say(ping_of(content.kind)))


def _render(made: Composed, at: datetime) -> Content:
    voice = voice_of(made.person, at)
    shown = rendered(made.reply, voice, at)
    return Content(
        shown.text, shown.buttons, shown.picture, shown.alt, shown.kind, files=shown.files
    )


@cache
def working_days(country: str) -> Works:
    """Tell working days in a country: Monday to Friday, its holidays out. Raises Refused."""
    days_off = holidays_of(country)
    return lambda day: day.weekday() < 5 and day not in days_off


@cache
def holidays_of(country: str) -> Container[date]:
    """List the holidays of a country; none where none is named. Raises Refused."""
    from holidays import country_holidays  # loading it takes longer than most commands

    try:
        return country_holidays(country) if country else ()
    except NotImplementedError:
        raise Refused(
            _("KOMPAAN_HOLIDAYS: no holidays are known of {country}.", country=country)
        ) from None
