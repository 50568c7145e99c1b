"""Who makes the files that people want of their own data, as the process runs it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.messages import OwnDataFile
from bot.use_cases.rights.having.fetch_own_data import read_own_file
from bot.wiring import House
from bot.wiring.beside.running import SideWork
from bot.wiring.files import drawn_apart
from bot.wiring.own_data.making import make_next


def own_data_maker(house: House) -> SideWork:
    """Make one file after the other, beside lanes and clock."""
    return SideWork(
        "own data", house, partial(make_next, house.transaction, house.reading, drawn_apart)
    )


def fetch(house: House, now: Callable[[], datetime], lies: OwnDataFile) -> bytes | None:
    """Read a file that lies ready for a person; None where its day is over."""
    with house.reading() as uow:
        return read_own_file(uow, lies.take_away, lies.person, now())
