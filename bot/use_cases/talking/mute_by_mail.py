"""Somebody wants no more e-mails, by the button of their mail program: they are muted."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.use_cases.talking.change_preferences import Setting, change_preferences


def mute_by_mail(uow: UnitOfWork, stop: str, at: datetime) -> int | None:
    """Mute whose mails bear a code, as /settings does; gives who that is, None for nobody's code.

    The code stands in each mail and opens nothing: whoever it was passed on to can do no more.
    """
    person_id = uow.mail_addresses.find_stopped(stop)
    if person_id is not None and uow.people.find_and_hold(person_id) is not None:
        change_preferences(uow, person_id, Setting.MUTE, "on", at)
    return person_id
