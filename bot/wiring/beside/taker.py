"""Who looks at large files and reads them in, as the process runs it."""

import time
from datetime import UTC, datetime
from functools import partial

from bot.wiring import House
from bot.wiring.beside.files import do_next
from bot.wiring.beside.running import SideWork

EVERY = 2.0
"""Seconds between two looks: somebody waits for it."""

REST = 0.2
"""Seconds between two portions: on SQLite one writes at a time, and who talks goes first."""


def file_taker(house: House) -> SideWork:
    """Do what is next with one file after the other, beside lanes and clock."""

    def step(_at: datetime) -> bool:
        now = partial(datetime.now, UTC)
        return do_next(house.transaction, house.reading, now, partial(time.sleep, REST))

    return SideWork("handed files", house, step, EVERY)
