"""While the clock of the machine is not believed, no photo is taken and nobody is told anything."""

from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from unittest.mock import Mock

import pytest
from typing_extensions import override

from bot.domain.jumps import Beat
from bot.domain.periods.period import Dates
from bot.platforms.line.telling_time import time_at
from bot.ports.telling.outbox import Claim
from bot.settings import Settings
from bot.storage.clock.ticks import is_near
from bot.use_cases.periods.add_period import add_period
from bot.wiring import House, deliveries, jumps
from bot.wiring.clock import Clock
from bot.wiring.deliveries import Deliveries
from bot.wiring.examining import examined
from tests.dialogues.conftest import own_school
from tests.dialogues.school import School

__all__ = ["own_school"]

NOW = datetime.now(UTC)
"""The database server's clock shows it, too."""
PHOTO = NOW + timedelta(days=30)
JUMPED = NOW + timedelta(days=60)
SOON = timedelta(seconds=20)


@pytest.fixture
def house(own_school: School, tmp_path) -> House:
    """A school that ticked, with a photo in a month."""
    settings = Settings(
        database_url=own_school.engine.url.render_as_string(hide_password=False),
        signing_key_file=str(tmp_path / "kompaan.key"),
        _env_file=None,
    )
    made = House(settings)
    made.engine = own_school.engine
    with made.transaction() as uow:
        add_period(uow, 1, 1, "One", Dates(NOW - timedelta(days=9), PHOTO))
    return made


class Machine:
    """What the machine and the platforms show: nothing by itself, as after a restart."""

    def __init__(self) -> None:
        self.boot = ""
        self.up = 0.0
        self.elsewhere: datetime | None = None

    def beat(self, at: datetime) -> Beat:
        return Beat(at, self.boot, self.up)

    def platforms(self, _house: House) -> tuple[datetime, ...]:
        return (self.elsewhere,) if self.elsewhere else ()


@pytest.fixture
def machine(monkeypatch) -> Machine:
    made = Machine()
    monkeypatch.setattr(jumps, "beat_of", made.beat)
    monkeypatch.setattr(jumps, "_platform_clocks", made.platforms)
    monkeypatch.setattr(deliveries, "take_due", lambda *_asked: ["due"])
    return made


def taken(house: House) -> list[str]:
    with house.reading() as uow:
        return [photo.name for photo in uow.photos.list_all()]


def claimed(house: House, at: datetime) -> int:
    claim = Claim("telegram", at, at + timedelta(minutes=2), 50)
    _steps, due = Deliveries(house, "telegram", Mock())._books([], claim)
    return len(due)


def held(house: House, at: datetime) -> list[str]:
    said = [house.say(finding.text) for finding in examined(house, at) if not finding.good]
    return [text for text in said if "held" in text]


@pytest.mark.parametrize("boot", ["", "a"])
def test_after_an_unlikely_jump_photos_and_messages_are_held(
    house: House, machine: Machine, *, boot: str
):
    machine.boot = boot
    clock = Clock(house, [], lambda _shown: None)
    clock._tick(NOW)
    assert claimed(house, JUMPED) == 0  # also where the outbox is first to see it
    clock._tick(JUMPED)
    assert taken(house) == []
    assert "the clock jumped" in (clock.problem(JUMPED) or "")
    assert held(house, NOW)

    clock._tick(NOW + SOON)  # it was set right
    assert clock.problem(NOW + SOON) is None
    assert not held(house, NOW)

    clock._tick(JUMPED)
    jumps.trust(house, JUMPED)
    clock._tick(JUMPED + SOON)
    assert clock.problem(JUMPED + SOON) is None
    assert taken(house) == ["One"]
    assert claimed(house, JUMPED + SOON)


def test_a_platform_that_shows_the_same_bears_it_out(house: House, machine: Machine):
    clock = Clock(house, [], lambda _shown: None)
    clock._tick(NOW)
    machine.elsewhere = JUMPED
    clock._tick(JUMPED)
    contradicted = house.engine.dialect.name == "postgresql"  # it shows now; of two the earlier
    assert taken(house) == ([] if contradicted else ["One"])


@pytest.mark.parametrize("asleep", [True, False])
def test_two_days_asleep_and_a_restart_are_no_jump(house: House, machine: Machine, *, asleep: bool):
    """Whoever sleeps knows for how long; after a restart another clock says what time it is."""
    machine.boot, machine.up = "a", 3600.0
    Clock(house, [], lambda _shown: None)._tick(NOW - timedelta(hours=48))
    house.clock_seen_at = None
    machine.up += 48 * 3600 if asleep else 0
    machine.boot = "a" if asleep else "b"
    machine.elsewhere = None if asleep else NOW
    clock = Clock(house, [], lambda _shown: None)
    clock._tick(NOW)
    assert clock.problem(NOW) is None


def test_a_tick_of_a_named_instant_releases_nothing(house: House, machine: Machine):
    clock = Clock(house, [], lambda _shown: None)
    clock._tick(NOW)
    clock._tick(JUMPED)
    jumps.note_tick(house, NOW + timedelta(hours=1))
    assert held(house, NOW)
    clock._tick(JUMPED + SOON)
    assert clock.problem(JUMPED + SOON) is not None
    assert taken(house) == []


def test_a_first_tick_is_held_where_a_platform_shows_less(house: House, machine: Machine):
    machine.elsewhere = NOW
    clock = Clock(house, [], lambda _shown: None)
    clock._tick(JUMPED)
    assert clock.problem(JUMPED) is not None
    assert taken(house) == []


def test_what_was_trusted_is_forgotten_once_others_agree(house: House, machine: Machine):
    clock = Clock(house, [], lambda _shown: None)
    clock._tick(NOW)
    machine.elsewhere = NOW
    early = NOW + timedelta(days=20)
    jumps.trust(house, early)
    clock._tick(early + SOON)
    assert clock.problem(early + SOON) is None
    clock._tick(NOW + SOON)  # it was set right
    again = NOW + timedelta(days=19)
    clock._tick(again)
    assert clock.problem(again) is not None


def test_what_is_tapped_while_held_is_written_by_the_clock_of_before(
    house: House, machine: Machine
):
    machine.boot, machine.up = "a", 3600.0
    clock = Clock(house, [], lambda _shown: None)
    clock._tick(NOW)
    assert jumps.hearing_time(house, NOW + SOON) == NOW + SOON
    clock._tick(JUMPED)
    machine.up += 60
    assert jumps.hearing_time(house, JUMPED + SOON) == NOW + timedelta(minutes=1)
    jumps.trust(house, JUMPED)
    clock._tick(JUMPED + SOON)
    assert jumps.hearing_time(house, JUMPED + SOON) == JUMPED + SOON


@pytest.mark.parametrize(
    ("host", "server", "client", "contained", "near"),
    [
        (None, None, None, False, True),
        ("/run/postgresql", None, None, False, True),
        ("localhost", "172.17.0.2", "172.17.0.1", False, True),
        ("127.0.0.1", "10.0.0.5", "10.0.0.4", False, True),
        ("db.example", "127.0.1.1", "127.0.0.1", False, True),
        ("db.example", "10.0.0.5", "10.0.0.5", False, True),
        ("db.example", "::1", "::1", False, True),
        ("db.example", "10.0.0.5", "10.0.0.4", False, False),
        ("db", "172.18.0.2", "172.18.0.3", True, True),
        ("db.example", "93.184.216.34", "172.18.0.3", True, False),
    ],
)
def test_a_database_on_this_machine_is_known(host, server, client, *, contained, near):
    assert is_near(host, server, client, contained=contained) is near


def test_a_first_tick_is_held_where_the_database_shows_less(house: House, machine: Machine):
    clock = Clock(house, [], lambda _shown: None)
    clock._tick(JUMPED)
    contradicted = house.engine.dialect.name == "postgresql"
    assert (clock.problem(JUMPED) is not None) is contradicted
    assert taken(house) == ([] if contradicted else ["One"])


class Server(BaseHTTPRequestHandler):
    """Answers in its own way, with a Date."""

    code, date = 404, "Mon, 02 Nov 2026 12:00:00 GMT"

    def do_HEAD(self) -> None:
        self.send_response_only(self.code)
        if self.date:
            self.send_header("Date", self.date)
        self.end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    ("code", "date", "told"),
    [
        (200, Server.date, datetime(2026, 11, 2, 12, tzinfo=UTC)),
        (404, Server.date, datetime(2026, 11, 2, 12, tzinfo=UTC)),
        (200, "", None),
        (200, "soon", None),
    ],
)
def test_what_time_it_is_elsewhere_is_read_from_any_answer(code, date, told):
    kind = type("Other", (Server,), {"code": code, "date": date})
    with HTTPServer(("127.0.0.1", 0), kind) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        assert time_at(f"http://127.0.0.1:{server.server_port}/bot") == told
        thread.join()
    assert time_at(f"http://127.0.0.1:{server.server_port}") is None


REBOOTS = 60


def restarted(house: House, machine: Machine) -> int:
    """Restart the machine sixty times, its clock 23 hours farther each time; gives how many held.

    The platforms go on as real time does, in which each restart takes some minutes.
    """
    held = 0
    for number in range(REBOOTS):
        machine.boot = f"start {number}" if machine.boot else ""
        if machine.elsewhere is not None:
            machine.elsewhere = NOW + number * timedelta(minutes=5)
        house.clock_seen_at = None
        clock = Clock(house, [], lambda _shown: None)
        clock._tick(NOW + number * timedelta(hours=23))
        held += clock.problem(NOW) is not None
    return held


@pytest.mark.parametrize("boot", ["", "a"])
def test_many_restarts_do_not_add_up_where_a_platform_shows_less(
    house: House, machine: Machine, monkeypatch, *, boot: str
):
    machine.boot, machine.elsewhere = boot, NOW
    monkeypatch.setattr(House, "chats", [("telegram", False)])
    assert restarted(house, machine) >= REBOOTS - 3
    assert taken(house) == []


def test_many_restarts_do_not_add_up_where_the_platforms_are_silent(
    house: House, machine: Machine, monkeypatch
):
    machine.boot = "a"
    monkeypatch.setattr(House, "chats", [("telegram", False)])
    assert restarted(house, machine) >= REBOOTS - 4
    assert taken(house) == []


@pytest.mark.parametrize("chats", [[], [("telegram", False)]])
def test_a_machine_that_is_off_every_night_holds_nothing(
    house: House, machine: Machine, monkeypatch, chats: list[tuple[str, bool]]
):
    """Nor does one without any other clock, or whose platforms answer now and then."""
    monkeypatch.setattr(House, "chats", chats)
    # What those eighty ticks do, where they do it, is looked at elsewhere.
    monkeypatch.setattr("bot.wiring.clock.run_tick", lambda *_asked: [])
    for day in range(-20, 0):
        machine.boot, at = f"day {day}", NOW + day * timedelta(days=1)
        machine.elsewhere = at if chats and day % 2 == 0 else None
        house.clock_seen_at = None
        clock = Clock(house, [], lambda _shown: None)
        for hour in range(0, 8, 2):
            clock._tick(at + hour * timedelta(hours=1))
            assert clock.problem(at) is None, (day, hour)
            machine.up += 7200
