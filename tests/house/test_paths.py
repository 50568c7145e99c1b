"""The files that a message passes are those that ARCHITECTURE.md tells of, and seven at most."""

import re
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from sqlalchemy import Engine, event

from bot.ports.telling.outbox import Claim
from bot.settings import Settings
from bot.wiring import House
from bot.wiring.clock import tick_once
from bot.wiring.deliveries import Deliveries
from tests.databases import SchoolOn
from tests.dialogues.chat import ChatSchool, opened
from tests.dialogues.divergence.test_alerts import all_score, with_period
from tests.dialogues.periods import test_reminders as reminding
from tests.dialogues.telegram import TelegramSchool

ROOT = Path(__file__).parents[2]
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
FIVE = ARCHITECTURE.partition("## Five messages")[2].partition("\n## ")[0]
MOST = 7
CHAIN = re.compile(r"`[\w/]+\.py`(?:\s+→\s+`[\w/]+\.py`)+")
CODE = ("bot/", "handlers/")
WAY_IN = ["bot/platforms/telegram/intake.py", "bot/lanes.py", "bot/storage/batch.py"]

Way = list[str]


def told(name: str) -> list[Way]:
    """The paths of one of the five messages, as ARCHITECTURE.md tells them."""
    (item,) = [item for item in FIVE.split("\n- ") if item.startswith(f"**{name}**")]
    return [
        [_whole(path) for path in re.findall(r"`([^`]+)`", chain)] for chain in CHAIN.findall(item)
    ]


def _whole(path: str) -> str:
    return path if path.startswith("handlers/") else f"bot/{path}"


def files_of(frame: FrameType | None = None) -> Way:
    """The files of the house that are at work in this thread, from the outermost on."""
    paths = (Path(line.filename) for line in traceback.extract_stack(frame))
    own = (path.relative_to(ROOT).as_posix() for path in paths if path.is_relative_to(ROOT))
    return [path for path in dict.fromkeys(own) if path.startswith(CODE)]


@contextmanager
def writing(table: str) -> Iterator[list[Way]]:
    """Note through which files a row comes into a table meanwhile."""
    found: list[Way] = []
    into = f"INSERT INTO {table} "

    def look(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if into in statement and (files := files_of()) not in found:
            found.append(files)

    event.listen(Engine, "before_cursor_execute", look)
    yield found
    event.remove(Engine, "before_cursor_execute", look)


@contextmanager
def reaching(path: str) -> Iterator[list[Way]]:
    """Note through which files the first function of a file is reached in this thread."""
    found: list[Way] = []
    sought = str(ROOT / path)

    def look(frame: FrameType, kind: str, _argument: Any) -> None:
        if kind == "call" and frame.f_code.co_filename == sought and not found:
            found.append(files_of(frame))

    sys.setprofile(look)
    yield found
    sys.setprofile(None)


@pytest.fixture
def school(school_on: SchoolOn) -> Iterator[ChatSchool]:
    with opened(TelegramSchool, school_on("sqlite", "en"), webhook=True) as made:
        yield made


@pytest.fixture
def house(school: ChatSchool, tmp_path: Path) -> Iterator[House]:
    url = school.engine.url.render_as_string(hide_password=False)
    made = House(Settings(database_url=url, signing_key_file=str(tmp_path / "kompaan.key")))
    yield made
    made.engine.dispose()


def inside(found: Way) -> Way:
    """What a message passes behind the way in, which is the same for all."""
    assert found[:2] == WAY_IN[1:]
    return found[2:]


def stored_by(school: ChatSchool, act: Callable[[], Any], table: str) -> list[Way]:
    """The ways of a message into a table; the first part of it ends where a lane takes it."""
    handed: list[Way] = []
    submit = school.submit

    def handing(job: Any) -> Any:
        handed.append(files_of())
        return submit(job)

    school.submit = handing
    with writing(table) as found:
        act()
    assert all(WAY_IN[0] in files for files in handed)
    assert handed
    return [inside(files) for files in found]


def test_a_tap_on_a_score(school: ChatSchool):
    school.likes_one_by_one("m1")
    school.say("m1", "/score jonas 8.1")
    passed = stored_by(school, lambda: school.tap("m1", "✓ alone"), "score")
    assert passed == told("A tap on a score")


def test_a_typed_line(school: ChatSchool):
    passed = stored_by(school, lambda: school.say("m1", "jonas 10: 3v 4v"), "score")
    assert passed == told("A typed line of scores")


def test_an_answer_to_a_question(school: ChatSchool):
    school.say("s1", "/reflect")
    school.tap("s1", "write")

    def answering() -> None:
        school.say("s1", "I bent it twice too far.")
        school.say("s1", "Then Karim showed me how.")

    first, more = stored_by(school, answering, "answer_part")
    assert [first] == told("An answer to a question")
    assert more == [path.replace("begin_answer", "add_part") for path in first]
    assert "`use_cases/reflecting/add_part.py` instead" in FIVE


def said(school: ChatSchool, house: House, at: datetime, path: str) -> Way:
    """The files through which the words of a message are reached that is sent now."""
    claim = Claim("telegram", at, at + timedelta(minutes=2), 50)
    with reaching(path) as found:
        Deliveries(house, "telegram", school.platform.carrier)._books([], claim)
    (files,) = found
    return files


def test_a_reminder(school: ChatSchool, house: House):
    reminding.with_period(school)
    stored, worded = told("A reminder")
    with writing("errand") as found:
        tick_once(house, school.at)
    assert stored in found
    house.clock_seen_at = school.at  # the clock of the machine shows another day
    assert said(school, house, school.at, worded[-1]) == worded


def test_an_alert(school: ChatSchool, house: House):
    with_period(school)
    all_score(school)
    stored, worded = told("An alert")
    at = school.now() + timedelta(minutes=11)
    with writing("alert") as found:
        tick_once(house, at)
    assert found == [stored]
    house.clock_seen_at = at
    assert said(school, house, at, worded[-1]) == worded


def test_none_passes_more_than_seven():
    names = re.findall(r"^- \*\*([^*]+)\*\*", FIVE, re.MULTILINE)
    assert len(names) == 5
    for name in names:
        assert told(name), name
        assert all(len(path) <= MOST for path in told(name)), name


def test_the_way_in_is_told():
    assert " → ".join(f"`{path.removeprefix('bot/')}`" for path in WAY_IN) in FIVE
