"""Who looks at large files and reads them in, at the time of a dialogue, step by step."""

from collections.abc import Callable
from contextlib import contextmanager
from functools import partial

from bot.wiring.beside.files import do_next
from tests.dialogues.school import School


@contextmanager
def writing(school: School):
    with school.engine.begin() as connection:
        yield school.unit(connection)


def work(school: School, pause: Callable[[], None] = lambda: None, portion: int = 100) -> bool:
    """Do what is next with a file that was sent, if any is to be done."""
    each = partial(writing, school)
    return do_next(each, each, lambda: school.at, pause, portion)
