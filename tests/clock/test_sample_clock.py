"""The sample's clock, moved forward: what falls in between is told, and nothing else is touched."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.domain.periods.period import Dates
from bot.exchange.repertoire_file import read_repertoire
from bot.ports.importing import OrganisationRow
from bot.ports.worlds import Move, World
from bot.settings import Settings
from bot.storage.tables import planned
from bot.storage.telling.errand_counts import untold
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.periods.add_period import add_period
from bot.wiring import House
from handlers import sample_clock
from handlers.clock import run_tick
from handlers.sample_clock import move
from tests.clock.sample import Sample, lived_in, sample
from tests.clock.town import BELGIUM, TOOLS
from tests.dialogues.clock import NIGHT
from tests.dialogues.school import FRAMEWORK, roster

pytestmark = pytest.mark.slow

LOADED = datetime(2026, 10, 14, 8, 20, tzinfo=UTC)
LATER = datetime(2030, 1, 1, tzinfo=UTC)
BRUSSELS = ZoneInfo("Europe/Brussels")


def noon(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 12, tzinfo=BRUSSELS).astimezone(UTC)


PRACTISE = "Could you practise it this week?"
"""What a mentor hears on the first working day of a week, where something fits."""


@pytest.fixture(scope="session")
def now():
    """When the sample that is copied for these tests was loaded."""
    return LOADED


@pytest.fixture
def own(sample_url, tmp_path):
    with lived_in(sample_url, LOADED, tmp_path) as made:
        yield made
        assert made.agrees()


@pytest.fixture
def light(sample_sqlite_url, tmp_path):
    """The same, for what has no business with the database."""
    with lived_in(sample_sqlite_url, LOADED, tmp_path) as made:
        yield made


def test_what_the_history_brings_about_is_told_by_the_loading_and_the_next_is_near(own: Sample):
    assert own.ticks(LOADED) == []
    assert own.clock.at == LOADED
    assert own.clock.tells_at == noon(10, 19)
    assert own.clock.photo_at == datetime(2026, 11, 3, 15, tzinfo=UTC)


def test_to_the_next_reminder_and_no_further(own: Sample):
    begun = own.moves(Move.REMINDER)
    assert own.clock.at == noon(10, 19)  # the week begins, a coach's and the mentors'
    assert {who for who, _at, text in begun if PRACTISE not in text} == {"lien"}
    told = own.moves(Move.REMINDER)
    assert own.clock.at == noon(10, 20)
    assert {at for _who, at, _text in told} == {own.clock.at}
    texts = {who: text for who, _at, text in told}
    assert "Jonas: 8 indicators for this week: 2 “" in texts["karim"]
    # Jonas has scored everything, and a coach scores nothing.
    assert not {"jonas", "lien"} & texts.keys()
    with own.house.reading() as uow:
        counted = dict(uow.connection.execute(select(planned.c.key, planned.c.people)).all())
    assert counted == {"opened": 17, "reminder:14@2026-11-03T15:00+00:00": len(told)}


def test_to_the_photo_with_all_that_comes_before_it(own: Sample):
    told = own.moves(Move.PHOTO)
    agreed = datetime(2026, 11, 3, 15, tzinfo=UTC)
    with own.house.reading() as uow:
        (photo,) = uow.photos.list_all()
    assert (photo.name, photo.head.as_of, photo.taken_at) == ("Period 1", agreed, agreed)
    # Who had the message of that day already hears of the photo with the next day's.
    assert own.clock.at == noon(11, 4)
    heard = {who: at for who, at, text in told if "The photo of Period 1 was taken" in text}
    assert heard == {
        who: datetime(2026, 11, 3, 15, 30, tzinfo=UTC) if who in ("jonas", "lien") else noon(11, 4)
        for who in own.people
    }
    assert "Period 1" in own.says("jonas", "/photo")
    coach = next(text for who, _at, text in told if who == "lien" and "was taken" in text)
    assert "The photo of another student: /photo and the name." in coach
    # An alert that is carried on comes beside the one message of the day.
    days = [(who, at.date()) for who, at, text in told if "Carried on" not in text]
    assert len(days) == len(set(days))
    assert max(days.count(("karim", day)) for _who, day in days) == 1
    karim = [at for who, at, _text in told if who == "karim"]
    # 1 November is a holiday, so the third reminder comes two days before it.
    reminders = [noon(10, 20), noon(10, 27), noon(10, 30), noon(11, 3), noon(11, 4)]
    weeks = [noon(10, 19), noon(10, 26), noon(11, 2)]
    assert karim == sorted(reminders + weeks)
    says_after_the_photo(own, photo.id)


def says_after_the_photo(own: Sample, photo_id: int) -> None:
    """What is said after a move counts from then: it is in no photo of before."""
    assert "13 indicators stored" in own.says("karim", "jonas 10 vvlvxvvvvlvvv")
    with own.house.reading() as uow:
        (track,) = uow.tracks.list_of(own.people["jonas"].person_id)
        frozen = uow.photos.read_colours(photo_id, track.id)
    ten = max(row.competence_id for row in frozen)
    assert {row.role for row in frozen if row.competence_id == ten} == {"student", "teacher"}


def test_everybody_hears_of_the_photo_on_the_way(light: Sample):
    passed: list[datetime] = []
    arrived = move(
        light.house.transaction,
        Move.PHOTO,
        lambda: light.at,
        TOOLS,
        lambda at, _some: passed.append(at),
    )
    told = {who for who, _at, text in light.told(arrived) if "The photo of Period 1" in text}
    assert {"jonas", "karim", "els", "lien"} <= told
    # Where the clock is, is told tick by tick.
    assert passed == sorted(passed)
    assert len(passed) > 10


def test_by_the_hour_and_by_the_day(light: Sample):
    light.moves(Move.HOUR)
    assert light.clock.at == LOADED + timedelta(hours=1)
    for _day in range(11):
        light.moves(Move.DAY)
    # The night of 25 October has an hour more: on the wall it is the same time.
    assert light.clock.at.astimezone(BRUSSELS).isoformat() == "2026-10-25T11:20:00+01:00"


@pytest.mark.parametrize(
    "days", [12, pytest.param(22, marks=pytest.mark.long)], ids=["twelve days", "three weeks"]
)
def test_however_one_goes_the_same_is_told_at_the_same_time(sample_sqlite_url, tmp_path, days):
    """Moved day by day, moved at once, or lived through with a tick every half an hour.

    The twelve days are the last ones, with a change of the clock, a holiday and the photo.
    """
    at = LOADED + timedelta(days=22 - days)
    begun = sample_sqlite_url.removeprefix("sqlite:///")
    with lived_in(sample_sqlite_url, LOADED, tmp_path) as before:
        by_days(before, 22 - days)
    ways = []
    for name, go in (("days", by_days), ("once", at_once), ("lived", lived)):
        copy = tmp_path / f"{name}.sqlite"
        shutil.copy(begun, copy)
        with lived_in(f"sqlite:///{copy}", LOADED, tmp_path) as one:
            assert one.clock.at == at
            ways.append(sorted(go(one, days)))
    assert ways[0] == ways[1] == ways[2]
    assert len(ways[0]) > 20


@pytest.mark.slow
def test_questions_come_at_their_hour_and_are_no_reminder(sqlite_url, tmp_path):
    questions = replace(read_repertoire(), tips={})
    with sample(sqlite_url, LOADED, tmp_path, questions):
        pass
    ways = []
    for name, go in (("days", by_days), ("lived", lived)):
        copy = tmp_path / f"{name}.sqlite"
        shutil.copy(sqlite_url.removeprefix("sqlite:///"), copy)
        with lived_in(f"sqlite:///{copy}", LOADED, tmp_path, questions) as one:
            ways.append(sorted(go(one, days=3)))
            one.moves(Move.REMINDER)
            assert one.clock.at == noon(10, 19)
    assert ways[0] == ways[1]
    assert {at.astimezone(BRUSSELS).hour for _who, at, _text in ways[0]} == {17}
    assert len(ways[0]) == 3 * 10


def by_days(one: Sample, days: int = 22):
    return [told for _day in range(days) for told in one.moves(Move.DAY)]


def at_once(one: Sample, days: int):
    until = one.clock.at + timedelta(days=days)
    told = one.moves(Move.PHOTO)
    while (one.clock.tells_at or LATER) < until:
        told += one.moves(Move.REMINDER)
    return told


def lived(one: Sample, days: int = 22):
    """Tick every half an hour, and every third hour of the night, when nobody is spoken to."""
    until, told = one.clock.at + timedelta(days=days), []
    at = one.clock.at.replace(minute=30)
    while at < until:
        told += one.ticks(at)
        at += timedelta(hours=3) if at.hour in NIGHT else timedelta(minutes=30)
    return told


def test_the_clock_never_goes_back(own: Sample):
    own.moves(Move.REMINDER)
    before = own.clock.at
    with own.house.transaction() as uow:
        uow.worlds.move_sample(LOADED, LOADED)
    assert own.clock.at == before


def test_what_was_put_off_comes_within_the_hours(light: Sample):
    light.moves(Move.REMINDER)
    light.moves(Move.REMINDER)
    before, light.at = light.at, light.clock.at
    light.tap("karim", "in two hours")
    light.at = before
    told = light.moves(Move.REMINDER)
    assert [(who, at) for who, at, _text in told] == [
        ("karim", datetime(2026, 10, 20, 14, 30, tzinfo=UTC))
    ]


def test_a_lesson_is_told_before_it_begins(light: Sample):
    light.says("els", "/lessons 6A fri 8:30")
    assert light.clock.tells_at == datetime(2026, 10, 15, 14, 30, tzinfo=UTC)
    ((who, at, text),) = light.moves(Move.REMINDER)
    assert (who, at) == ("els", light.clock.at)
    assert "Lesson with 6A on Fri 16 Oct" in text
    assert light.clock.tells_at == noon(10, 19)


@pytest.mark.slow
def test_when_all_is_told_there_is_nothing_to_go_to(light: Sample):
    for _photo in range(3):
        light.moves(Move.PHOTO)
    while light.clock.tells_at:
        light.moves(Move.REMINDER)
    before = light.clock
    assert before.photo_at is None
    assert light.moves(Move.REMINDER) == light.moves(Move.PHOTO) == []
    assert light.clock == before
    light.moves(Move.HOUR)
    assert light.clock.at == before.at + timedelta(hours=1)


def test_one_move_has_an_end_and_the_next_goes_on(light: Sample, monkeypatch):
    monkeypatch.setattr(sample_clock, "MOST_TICKS", 15)
    assert light.moves(Move.PHOTO)
    halfway = light.clock
    assert LOADED < halfway.at < (halfway.photo_at or LOADED)
    light.moves(Move.PHOTO)
    assert light.clock.at > halfway.at


def test_without_a_sample_nothing_moves(sqlite_url):
    house = House(Settings(database_url=sqlite_url, _env_file=None))
    made = Sample(house.engine, house=house)
    made.found()
    assert made.moves(Move.DAY) == []
    with house.reading() as uow:
        assert uow.worlds.read_sample_clock(LOADED) is None


def test_a_school_in_the_same_database_lives_by_the_real_clock(own: Sample):
    agreed = LOADED + timedelta(days=10)
    with own.house.transaction() as uow:
        school = uow.catalogue.add_organisation(OrganisationRow("School", "en", "Europe/Brussels"))
        import_framework(uow.catalogue, school.id, FRAMEWORK)
        import_roster(uow.catalogue, school, roster())
        (programme,) = uow.catalogue.programmes.list_all(school.id)
        dates = Dates(LOADED - timedelta(days=2), agreed)
        period = add_period(uow, school.id, programme.id, "Theirs", dates)
    own.moves(Move.PHOTO)
    with own.house.reading() as uow:
        assert uow.reminders.list_planned_keys([period.id]) == {}
        assert untold(uow.connection, World(False, agreed)) == 0
        assert [photo.name for photo in uow.photos.list_all()] == ["Period 1"]
        worlds = {world.sample: world.at for world in uow.worlds.list_at(LOADED)}
    assert worlds == {False: LOADED, True: own.clock.at}
    # While the clock is not believed the school waits, and the sample goes on.
    run_tick(own.house.transaction, agreed, replace(TOOLS, held=True))
    with own.house.reading() as uow:
        assert [one.name for one in uow.photos.list_all()] == ["Period 1"]
    run_tick(own.house.transaction, agreed, TOOLS)
    with own.house.reading() as uow:
        assert [photo.name for photo in uow.photos.list_all()] == ["Theirs", "Period 1"]


@pytest.mark.parametrize(
    "loaded",
    [
        datetime(2026, 8, 29, 20, tzinfo=UTC),
        datetime(2026, 12, 23, 23, 30, tzinfo=UTC),
        pytest.param(datetime(2027, 1, 1, 9, tzinfo=UTC), marks=pytest.mark.long),
        datetime(2027, 3, 26, 12, tzinfo=UTC),
        pytest.param(datetime(2027, 5, 5, 11, 40, tzinfo=UTC), marks=pytest.mark.long),
        pytest.param(datetime(2027, 7, 19, 16, tzinfo=UTC), marks=pytest.mark.long),
    ],
)
def test_on_any_day_of_the_year_reminders_and_a_photo_are_some_moves_away(
    sqlite_url, tmp_path, loaded
):
    with sample(sqlite_url, loaded, tmp_path) as made:
        assert made.ticks(loaded) == []
        assert loaded < made.clock.tells_at < loaded + timedelta(days=8)
        first = made.moves(Move.REMINDER) + made.moves(Move.REMINDER)
        assert any("indicators for this week" in text for _who, _at, text in first)
        told = made.moves(Move.PHOTO)
        assert any("The photo of Period 1 was taken." in text for _who, _at, text in told)
        with made.house.reading() as uow:
            (photo,) = uow.photos.list_all()
        agreed = photo.head.agreed_at.astimezone(BRUSSELS)
        assert BELGIUM(agreed.date())
        assert agreed - loaded < timedelta(days=21)
