"""The list of erasures in its file: what cannot be read of it erases nothing, and stops nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.rights.erasures import Erasure
from bot.settings import Settings
from bot.storage.engine import connect
from bot.wiring import House
from bot.wiring.clock import Clock, tick_once
from bot.wiring.sealed.erasing import examined_forgetting
from bot.wiring.sealed.erasures import erasures_of
from tests.databases import SchoolOn
from tests.dialogues.school import School

AT = datetime(2026, 10, 14, 8, tzinfo=UTC)
LINE = Erasure(1, 99, "mark", AT, tracks=(7,))


@pytest.fixture
def house(school_on: SchoolOn, tmp_path: Path) -> Iterator[House]:
    url = school_on("sqlite", "en")
    engine = connect(url)
    School(engine).found()
    engine.dispose()
    own = House(Settings(database_url=url, signing_key_file=str(tmp_path / "kompaan.key")))
    yield own
    own.engine.dispose()


def problems(house: House) -> list[str]:
    return [found.text.key for found in examined_forgetting(house, AT) if not found.good]


def test_a_list_that_cannot_be_used_stops_no_clock(house: House):
    clock = Clock(house, (), lambda _arrived: None)
    erasures_of(house).path.mkdir()
    tick_once(house, AT)
    assert house.ticked_at == AT, "all else was done"
    assert clock.problem(AT) == "the list of erasures cannot be used"
    assert any("cannot be used" in said for said in problems(house))
    erasures_of(house).path.rmdir()
    tick_once(house, AT)
    assert clock.problem(AT) is None


@pytest.mark.parametrize("spoilt", [b"\xff\xfe\x00", b"a b c]", "café]".encode("latin-1")])
def test_a_line_that_is_spoilt_spoils_no_other(house: House, spoilt: bytes):
    erasures = erasures_of(house)
    erasures.add(LINE)
    with erasures.path.open("ab") as file:
        file.write(b"\n" + spoilt + b"\n")
    erasures.add(replace(LINE, person_id=98))
    assert [line.person_id for line in erasures.read()] == [99, 98]
    tick_once(house, AT)
    told = any("says nothing any more" in said for said in problems(house))
    assert told == spoilt.endswith(b"]")


def test_what_was_never_carried_out_is_taken_back(house: House):
    erasures = erasures_of(house)
    other = replace(LINE, person_id=98)
    erasures.add(LINE)
    erasures.add(other)
    erasures.take_back(LINE)
    assert list(erasures.read()) == [other]
    erasures.add(replace(LINE, at=AT.replace(hour=9)))
    assert len(erasures.read()) == 2, "what is carried out later stands"


def tampered(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text()))


def test_nobody_else_takes_a_line_back(house: House):
    erasures = erasures_of(house)
    erasures.add(LINE)
    erasures.take_back(LINE)
    tampered(erasures.path, lambda text: text.replace("never", "Never"))
    assert list(erasures.read()) == [LINE]
