"""Erasing in an installation: what it needs, and who is erased anew when a backup was put back."""

import logging
import os
from datetime import datetime

from bot.refusal import Refused
from bot.use_cases.rights.forgetting.erase_again import erase_again, list_back
from bot.use_cases.rights.forgetting.erase_person import ErasingTools
from bot.wiring import House
from bot.wiring.sealed.erasures import erasures_of
from handlers.rights.forgetting.last_words import say_last

log = logging.getLogger(__name__)


def erasing_tools(house: House) -> ErasingTools:
    """Gather what erasing somebody needs."""
    return ErasingTools(erasures_of(house), say_last)


def erase_who_is_back(house: House, at: datetime, *, always: bool = False) -> int:
    """Erase anew, at an instant, who is on the list of erasures and in the database again.

    Gives how many. Unless `always`, nothing is looked through while neither has changed. Raises
    Refused where the list cannot be used.
    """
    tools = erasing_tools(house)
    seen = _look(house)
    if seen is None or (seen == house.erasures_held and not always):
        return 0
    with house.reading() as uow:
        back = list_back(uow, tools)
    count = 0
    if back:
        with house.transaction() as uow:
            count = erase_again(uow, list_back(uow, tools), at, tools)
        log.warning("erased anew after a backup was put back: %d", count)
    house.erasures_held = _look(house)
    return count


def _look(house: House) -> object:
    """Tell whether the list, or how many are erased here, is as it was; None without a list."""
    try:
        found = os.stat(erasures_of(house).path)
    except FileNotFoundError:
        return None
    except OSError as error:
        log.debug("%s", error)
        return "unreadable"
    with house.reading() as uow:
        return found.st_ino, found.st_mtime_ns, found.st_size, uow.erasing.count_erased()
