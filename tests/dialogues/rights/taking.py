"""The maker of files with one's own data, at the time of a dialogue, and what it made."""

import io
import json
import zipfile
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import select

from bot.storage.tables import take_away
from bot.wiring.files import drawn_apart
from bot.wiring.own_data.making import make_next
from tests.dialogues.school import School


@contextmanager
def writing(school: School):
    with school.engine.begin() as connection:
        yield school.unit(connection)


def make(school: School, draw: Any = drawn_apart) -> bool:
    """Make the next file that is wanted, if any is due."""
    return make_next(partial(writing, school), partial(writing, school), draw, school.at)


def kept(school: School, who: str) -> zipfile.ZipFile | None:
    """Open the file that is kept of somebody."""
    with school.engine.begin() as connection:
        of = select(take_away.c.data).where(take_away.c.person_id == school.people[who].person_id)
        data = connection.execute(of).scalar_one_or_none()
    return zipfile.ZipFile(io.BytesIO(data)) if data else None


def opened(data: bytes) -> dict[str, Any]:
    """Read what a file says for programs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        found: dict[str, Any] = json.loads(archive.read("data.json"))
        return found
