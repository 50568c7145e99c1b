"""A questionnaire before each photo: open on its own days, and it goes with a photo that moves."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from bot.domain.periods.period import Dates
from bot.storage.tables import asking_round
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster
from bot.use_cases.periods.add_period import add_period
from bot.use_cases.periods.cancel_period import cancel_period
from bot.use_cases.periods.move_period import move_period
from tests.dialogues.administering.hired import hire
from tests.dialogues.asking.asked import ANSWERS, answer, pass_days, take_in, written
from tests.dialogues.conftest import own_school
from tests.dialogues.school import FRAMEWORK, MORNING, School, roster

__all__ = ["own_school"]

A_DAY = timedelta(days=1)
BEFORE = written().replace(
    'opens_on = "2026-10-15"\ncloses_on = "2026-10-21"',
    "days_before_photo = 5\ncloses_before_photo = 1",
)


def agree(school: School, photo_in: int, name: str = "One", since: int | None = None) -> None:
    """Add a period, with a photo in so many days from now on, or as many from the first morning."""
    with school.engine.begin() as connection:
        dates = Dates(school.at, school.at + photo_in * A_DAY)
        if since is not None:
            dates = Dates(MORNING + since * A_DAY, MORNING + photo_in * A_DAY)
        add_period(StoredUnitOfWork(connection), 1, 1, name, dates)


def rounds(school: School) -> list[tuple[int, int, bool]]:
    """List from when until when rounds are, in days from the first morning, and which ended."""
    with school.engine.begin() as connection:
        found = connection.execute(select(asking_round).order_by(asking_round.c.id)).all()
    return [
        ((row.opens_at - MORNING).days, (row.closes_at - MORNING).days, row.ended_at is not None)
        for row in found
    ]


def move(school: School, photo_in: int | None) -> None:
    """Move the photo of the first period, or cancel it."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        found = uow.periods.list_of(1)[0]
        if photo_in is None:
            cancel_period(uow, found, school.at)
        else:
            dates = Dates(found.opens_at, MORNING + photo_in * A_DAY)
            move_period(uow, found, dates, school.at)


def test_each_photo_has_its_own_round(own_school: School):
    school = own_school
    hire(school)
    take_in(school, BEFORE)
    assert rounds(school) == []
    agree(school, 10)
    pass_days(school, 0.25)
    assert rounds(school) == [(5, 9, False)]
    assert "answer:" not in str(school.say("s1", "/questionnaire")[-1].buttons)
    pass_days(school, 6)
    assert [answer(school, who)[:5] for who in ANSWERS] == ["Sent."] * 5
    pass_days(school, 4)
    assert rounds(school) == [(5, 9, True)]
    school.say("c1", "/questionnaire")
    assert "5 people answered." in school.tapped("c1", "what came of: How it goes")
    agree(school, 50, "Two")
    pass_days(school, 0.25)
    assert rounds(school)[1:] == [(55, 59, False)]


def test_photos_that_are_near_have_one_round(own_school: School):
    # Two counts of nearly the same people would tell what single ones answered.
    school = own_school
    hire(school)
    agree(school, 10)
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        import_framework(uow.catalogue, 1, replace(FRAMEWORK, code="ELEC-2"))
        (row,) = uow.catalogue.list_organisations()
        beside = replace(roster()[0], framework="ELEC-2", student_id="z1", student="Zoë Maes")
        assert not import_roster(uow.catalogue, row, [beside]).rejected
        second = uow.questionnaires.find_scope(1, "ELEC-2", "")
        assert second is not None
        assert second.programme_id
        dates = Dates(school.at, school.at + 10 * A_DAY)
        add_period(uow, 1, second.programme_id, "Beside", dates)
    take_in(school, BEFORE)
    pass_days(school, 0.25)
    assert rounds(school) == [(5, 9, False)]
    agree(school, 38, "Soon after", since=15)
    pass_days(school, 0.25)
    assert rounds(school) == [(5, 9, False)]
    agree(school, 45, "Later", since=39)
    pass_days(school, 0.25)
    assert rounds(school)[1:] == [(40, 44, False)]
    move(school, 14)  # too near the later one, but that of the programme beside is not
    pass_days(school, 0.25)
    assert rounds(school) == [(40, 44, False), (5, 9, False)]


def test_with_names_only_what_is_open_at_once_is_one(own_school: School):
    school = own_school
    hire(school)
    take_in(school, BEFORE.replace("anonymous = true", "anonymous = false"))
    for since, days in ((0, 10), (10, 12), (12, 20)):
        agree(school, days, str(days), since)
    pass_days(school, 0.25)
    assert rounds(school) == [(5, 9, False), (15, 19, False)]


def test_a_round_goes_with_its_photo(own_school: School):
    school = own_school
    hire(school)
    take_in(school, BEFORE)
    agree(school, 10)
    pass_days(school, 0.25)
    move(school, 20)
    pass_days(school, 0.25)
    assert rounds(school) == [(15, 19, False)]
    move(school, 5)
    pass_days(school, 0.25)
    assert rounds(school) == [(0, 4, False)]
    answer(school, "s1")
    move(school, 8)  # it is open by now: only its end moves
    pass_days(school, 0.25)
    assert rounds(school) == [(0, 7, False)]
    move(school, None)
    pass_days(school, 0.25)
    assert rounds(school) == [(0, 7, True)]


def test_one_that_was_never_open_is_gone_with_its_photo(own_school: School):
    school = own_school
    hire(school)
    take_in(school, BEFORE)
    agree(school, 10)
    pass_days(school, 0.25)
    move(school, None)
    pass_days(school, 0.25)
    assert rounds(school) == []
