"""A programme with many tracks, ticks by day and by night, answers at random.

A year of forty tracks is the long form; each time it is five weeks of twelve, with a photo, a
holiday and a change of the clock.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select

from bot.domain.coaching.repertoire import Repertoire
from bot.domain.coaching.tips import A_WEEK
from bot.domain.periods.period import Dates, propose_periods
from bot.domain.scoring.colours import Counts, count_of
from bot.exchange.repertoire_file import read_repertoire
from bot.messages import MessageKind
from bot.storage.scoring.system_reads import film_as_of
from bot.storage.tables import photo, photo_colour, photo_track, track
from bot.storage.telling.outbox_standings import standings
from bot.use_cases.periods.add_period import add_period
from tests.clock.town import Town, ticks, town

ANSWERED = 0.35
"""How likely somebody scores something after a message, and how many do so unasked in a day."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is played: from and until when, the periods in it, and how much it must bring."""

    students: int
    away: float
    """How likely somebody goes away, or mutes the bot, on a day."""
    begins: date
    ends: date
    periods: tuple[Dates, ...]
    reminders: int
    photos: int
    tips: int
    places: int
    """Of a track, a competence and a role, with something in the photo."""


USUAL = tuple(Dates(*dates) for dates in propose_periods(date(2026, 9, 1), "Europe/Brussels"))
ONE = Dates(datetime(2026, 10, 4, 22, tzinfo=UTC), datetime(2026, 11, 3, 15, tzinfo=UTC))
FIVE_WEEKS = Stretch(12, 0.4, date(2026, 10, 4), date(2026, 11, 8), (ONE,), 40, 15, 10, 70)
A_YEAR = Stretch(40, 0.1, date(2026, 8, 30), date(2027, 7, 4), USUAL, 250, 100, 100, 200)


class Watch:
    """Looks at everything that arrives, as it arrives."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.days: Counter[tuple[int, date]] = Counter()
        self.alerts: Counter[tuple[int, date]] = Counter()
        self.kinds: Counter[str] = Counter()
        self.reminded: defaultdict[int, list[datetime]] = defaultdict(list)
        self.tipped: defaultdict[int, list[datetime]] = defaultdict(list)
        self.broken: list[str] = []

    def see(self, who: int, kind: str, text: str, at: datetime, *, edited: bool) -> None:
        rhythm, wish = self.town.rhythm(who), self.town.wishes[who]
        if (
            kind == MessageKind.ALERT
        ):  # within a minute, at whatever hour; what changes is edited in place
            self.alerts[who, rhythm.day_of(at)] += not edited
            return
        self.days[who, rhythm.day_of(at)] += 1
        self.kinds[kind] += 1
        if not rhythm.allows(at):
            self.broken.append(f"{who} at {at}: outside the hours")
        if wish.muted or (wish.absent_until and wish.absent_until > at):
            self.broken.append(f"{who} at {at}: wants to be left alone")
        if re.search("wacht(en)? nog", text) and not self.town.open_of(who, at):
            self.broken.append(f"{who} at {at}: is done, and was asked")
        if kind == MessageKind.REMINDER:
            self.reminded[who].append(at)
        if "Een tip:" in text:
            self.tipped[who].append(at)


@pytest.mark.parametrize(
    "stretch",
    [
        pytest.param(FIVE_WEEKS, id="five weeks", marks=pytest.mark.slow),
        pytest.param(A_YEAR, id="a year", marks=pytest.mark.long),
    ],
)
@pytest.mark.parametrize("seed", [7])
def test_a_year(sqlite_engine, seed, stretch):
    ours = read_repertoire()
    with town(sqlite_engine, seed, stretch.students) as people:
        people.repertoire = Repertoire(tips=ours.tips, titles=ours.titles)
        with people.transaction() as uow:
            for number, dates in enumerate(stretch.periods, start=1):
                add_period(uow, 1, 1, f"Period {number}", dates)
        watch = Watch(people)
        play(people, watch, stretch)

        assert watch.broken == []
        assert max(watch.days.values()) == 1
        assert 0 < max(watch.alerts.values()) <= 2
        assert watch.kinds[MessageKind.REMINDER] > stretch.reminders
        assert watch.kinds[MessageKind.PHOTO] > stretch.photos
        assert_tips(people, watch, stretch)
        assert_photos(people, stretch)
        assert_nothing_waits(people)


def play(people: Town, watch: Watch, stretch: Stretch) -> None:
    dice, everybody = people.dice, sorted(people.people)
    later: defaultdict[datetime, list[int]] = defaultdict(list)
    for at in ticks(stretch.begins, stretch.ends):
        for who, shown in people.tick(at):
            watch.see(who, shown.kind, shown.text, at, edited=shown.edited)
            if dice.random() < ANSWERED:
                later[at + timedelta(minutes=30 * dice.randint(0, 20))].append(who)
        answering = [who for when in list(later) if when <= at for who in later.pop(when)]
        for who in answering:
            people.says_something(who, at + timedelta(seconds=dice.randint(0, 400)))
        if at.hour == 9 and at.minute == 0:
            for who in dice.sample(everybody, 4):
                people.says_something(who, at + timedelta(minutes=dice.randint(0, 9)))
            if dice.random() < stretch.away:
                people.goes_away(dice.choice(everybody), at)


def assert_tips(people: Town, watch: Watch, stretch: Stretch) -> None:
    """At most one a week each, to mentors and teachers alone, to none who wants little."""
    assert sum(map(len, watch.tipped.values())) > stretch.tips
    for who, times in watch.tipped.items():
        assert all(later - before >= A_WEEK for before, later in pairwise(times))
        assert people.people[who].school_id.startswith(("m", "t"))
        assert people.wishes[who].profile != "light"


def assert_photos(people: Town, stretch: Stretch) -> None:
    """Each photo is the ledger as of its instant, recomputed from scratch."""
    with people.connection.begin():
        photos = people.connection.execute(select(photo).order_by(photo.c.as_of)).all()
        tracks = set(people.connection.execute(select(track.c.id)).scalars())
        assert len(photos) == len(stretch.periods)
        assert all(row.as_of == row.agreed_at and row.digest != "" for row in photos)
        for taken in photos:
            held = people.connection.execute(
                select(photo_track.c.track_id).where(photo_track.c.photo_id == taken.id)
            ).scalars()
            assert set(held) == tracks
            wanted: defaultdict[tuple[int, int, str], Counts] = defaultdict(Counts)
            for (on, competence, _which, role), mark in film_as_of(
                people.connection, taken.as_of
            ).items():
                said = count_of(mark.mastery, mark.coverage)
                wanted[on, competence, role] = wanted[on, competence, role].plus(said)
            frozen = {
                (row.track_id, row.competence_id, row.role): Counts(
                    row.scored, row.acquired, row.autonomous, row.covered
                )
                for row in people.connection.execute(
                    select(photo_colour).where(photo_colour.c.photo_id == taken.id)
                )
            }
            assert len(wanted) > stretch.places
            empty = Counts()
            assert {k: v for k, v in frozen.items() if v != empty} == {
                k: v for k, v in wanted.items() if v != empty
            }


def assert_nothing_waits(people: Town) -> None:
    with people.transaction() as uow:
        states = {standing.state.value for standing in standings(uow.connection)}
    assert states <= {"sent", "dead"}
