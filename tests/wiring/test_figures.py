"""The figures for Prometheus: what waits, what is late, what went wrong, and nobody's name."""

from datetime import UTC, datetime, timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.domain.periods.period import Dates
from bot.domain.telling.delivery import DeliveryOutcome, Permanent, RefusalReason, Sent, Unknown
from bot.domain.telling.errands import ErrandKind
from bot.lanes import Lanes
from bot.ports import Job
from bot.ports.telling.errands import NewErrand
from bot.ports.telling.outbox import Tried
from bot.ports.worlds import Move
from bot.settings import Settings
from bot.use_cases.periods.add_period import add_period
from bot.wiring import House
from bot.wiring.figures import FAMILIES, Process, figures
from tests.clock.sample import sample
from tests.dialogues.school import School
from tests.fakes.outbox import MORNING, claim, draft, populate, settle, write

LATER = MORNING + timedelta(hours=1)
QUIET = Process({}, {}, LATER)


@pytest.fixture
def house(database_url, engine):
    house = House(Settings(database_url=database_url, _env_file=None))
    house.engine = engine
    return house


def measured(house, at=LATER, process=QUIET):
    """Scrape, with the library's own parser: (name, labels) → value."""
    text = figures(house, process, at).decode()
    return {
        (figure.name, *figure.labels.values()): figure.value
        for family in text_string_to_metric_families(text)
        for figure in family.samples
    }


def test_every_family_has_a_name_a_kind_and_words_by_the_conventions(house):
    populate(house.engine, 1)
    write(house.engine, [draft(1, "one")])
    process = Process({"clock": None}, {"handled": 3}, MORNING)
    text = figures(house, process, LATER).decode()
    families = list(text_string_to_metric_families(text))
    assert [family.name for family in families] == list(FAMILIES)
    for family in families:
        assert family.name.startswith("kompaan_")
        assert family.documentation.endswith(".")
        assert family.samples
        for figure in family.samples:
            assert figure.name.endswith("_total") == (family.type == "counter")
            assert figure.labels.keys() <= {"platform", "state", "world", "outcome"}
            assert ("_age_" in figure.name) == figure.name.endswith("_seconds")


def test_what_waits_for_others_and_how_late_it_is(house):
    populate(house.engine, 6)
    write(house.engine, [draft(chat, f"s{chat}") for chat in range(1, 6)])
    write(house.engine, [draft(6, "soon", not_before=LATER + timedelta(hours=1))])
    outcomes: list[DeliveryOutcome] = [Sent(), Unknown(), Permanent(RefusalReason.BLOCKED)]
    tried = zip(claim(house.engine, at_most=3), outcomes, strict=True)
    settle(house.engine, [Tried(message, outcome, MORNING) for message, outcome in tried])
    write(house.engine, [draft(1, "s", platform="slack", not_before=LATER + timedelta(minutes=1))])
    found = measured(house)
    messages = {
        key[2]: value for key, value in found.items() if key[1:2] == ("telegram",) and key[2:]
    }
    assert messages == {"pending": 3, "unknown": 1}
    assert found["kompaan_outbox_messages", "slack", "pending"] == 1
    assert found["kompaan_outbox_oldest_due_age_seconds", "telegram"] == 3600
    assert found["kompaan_outbox_oldest_due_age_seconds", "slack"] == 0


def test_photos_that_are_late_and_what_came_too_late(house):
    school = School(house.engine).found()
    agreed = MORNING - timedelta(minutes=90)
    with house.transaction() as uow:
        (programme,) = uow.catalogue.programmes.list_all(school.people["s1"].organisation_id)
        home = uow.periods.read_home(programme.id)
        for name, photo in (("One", agreed), ("Two", MORNING + timedelta(days=9))):
            opens = photo - timedelta(days=8)
            add_period(uow, home.organisation_id, programme.id, name, Dates(opens, photo))
        person = school.people["m1"].person_id
        given = [
            NewErrand(home.organisation_id, person, ErrandKind.OPENED, kind, MORNING, until, None)
            for kind, until in (("past", MORNING + timedelta(minutes=1)), ("open", LATER))
        ]
        uow.errands.give(given)
        (world,) = uow.worlds.list_at(MORNING + timedelta(minutes=2))
        uow.errands.close_expired(world)
    found = measured(house, MORNING)
    assert found["kompaan_photos_due", "school"] == 1
    assert found["kompaan_photo_oldest_due_age_seconds", "school"] == 90 * 60
    assert found["kompaan_errands_waiting", "school"] == 1
    assert found["kompaan_errands_dropped_total", "school"] == 1
    assert ("kompaan_photos_due", "sample") not in found


def test_what_was_said_or_had_become_idle_is_not_called_dropped(house):
    school = School(house.engine).found()
    with house.transaction() as uow:
        organisation, person = school.people["m1"].organisation_id, school.people["m1"].person_id
        uow.errands.give(
            [NewErrand(organisation, person, ErrandKind.OPENED, "x", MORNING, LATER, None)]
        )
        (errand,) = uow.errands.list_of_message(person, 0, LATER, MORNING)
        uow.errands.close([errand.id], MORNING)
    assert measured(house)["kompaan_errands_dropped_total", "school"] == 0


def test_the_sample_is_measured_by_its_own_clock(database_url, tmp_path):
    with sample(database_url, MORNING, tmp_path) as made:
        photo_at = made.clock.photo_at
        while made.clock.photo_at == photo_at:  # some have heard of it then, and others wait
            made.moves(Move.REMINDER)
        text = figures(made.house, QUIET, MORNING).decode()
        found = measured(made.house, MORNING)
        with made.house.reading() as uow:
            words = {word for person in uow.people.list_all() for word in person.name.split()}
    assert found["kompaan_photos_due", "sample"] == found["kompaan_photos_due", "school"] == 0
    assert found["kompaan_errands_waiting", "sample"] > 0
    assert found["kompaan_errands_dropped_total", "sample"] > 0
    assert not [word for word in words if word in text]


def test_what_only_this_process_knows(house):
    process = Process(
        {"slack": "deaf", "clock": None}, {"handled": 3}, LATER - timedelta(seconds=7)
    )
    found = measured(house, process=process)
    assert found["kompaan_platform_problem", "slack"] == 1
    assert found["kompaan_platform_problem", "clock"] == 0
    assert found["kompaan_updates_total", "handled"] == 3
    assert found[("kompaan_clock_tick_age_seconds",)] == 7


def test_updates_are_counted_by_what_came_of_them(house):
    def job(key, work):
        return Job(key, None, datetime.now(UTC), work, lambda _uow: "again")

    def fails(_uow):
        raise ValueError

    lanes = Lanes(house.handle, 2)
    with lanes.running():
        for number, work in enumerate([lambda _uow: "done", lambda _uow: "done", fails]):
            lanes.submit(job(f"k{number}", work)).result(20)
    assert lanes.tally == {"handled": 2, "set_aside": 1, "not_stored": 0}
    assert measured(house)[("kompaan_updates_quarantined",)] == 1

    def is_away(_jobs):
        raise ConnectionError

    away = Lanes(is_away)
    with away.running(), pytest.raises(ConnectionError):
        away.submit(job("k", fails)).result(20)
    assert away.tally["not_stored"] == 1
