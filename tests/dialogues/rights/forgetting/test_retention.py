"""What is kept so many months after a track has ended: announced, kept longer, erased in steps."""

import pytest
from sqlalchemy import func, insert, select

from bot.domain.rights.retention import Keeping
from bot.storage.tables import (
    involvement,
    person,
    photo_colour,
    photo_track,
    placement,
    retention,
    score,
)
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.forgetting.erase_again import find_back
from tests.dialogues.clock import tick
from tests.dialogues.conftest import own_school
from tests.dialogues.evaluating.decided import photograph
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.school import School

__all__ = ["own_school"]

YEAR = 365


def set_keeping(school: School, months: int, photo_months: int) -> None:
    with school.engine.begin() as connection:
        StoredUnitOfWork(connection).retentions.set_keeping(1, Keeping(months, photo_months))


@pytest.fixture
def ended(own_school: School) -> School:
    """Jonas and Noor were scored and photographed; the track of Jonas has ended."""
    own_school.say("m1", "jonas 8 all vs")
    own_school.say("m1", "noor 8 all vs")
    photograph(own_school, last=True, points="45")
    set_keeping(own_school, 12, 24)
    own_school.say("c1", "/track jonas")
    own_school.tap("c1", "end the track")
    own_school.tap("c1", "yes, end it")
    tick(own_school, ERASING)
    return own_school


def counted(school: School, table: object, **where: object) -> int:
    with school.engine.begin() as connection:
        wanted = select(func.count()).select_from(table)  # type: ignore[arg-type]
        return int(connection.execute(wanted.filter_by(**where)).scalar_one())


def name(school: School, who: str) -> str:
    with school.engine.begin() as connection:
        own = select(person.c.name).where(person.c.id == school.people[who].person_id)
        return str(connection.execute(own).scalar_one())


def tick_days(school: School, days: int, hour: float = 0) -> dict[str, list[str]]:
    """Let days pass, and tick at the noons of the last two: who is to be told something is."""
    school.later(days=days, hours=hour)
    told: dict[str, list[str]] = {}
    for _noon in range(4):
        for who, shown in tick(school, ERASING).items():
            told.setdefault(who, []).extend(own.text for own in shown)
        school.later(hours=24)
    return told


def test_it_is_announced_a_month_before_to_who_was_there(ended: School):
    told = tick_days(ended, YEAR - 40)
    assert not any("is erased" in text for texts in told.values() for text in texts)
    told = tick_days(ended, 10)
    assert "Your track has ended." in "\n".join(told["s1"])
    for who in ("c1", "m1", "t1"):
        assert "The track of Jonas Peeters has ended." in "\n".join(told[who])
    assert "s2" not in told or "has ended" not in "\n".join(told["s2"])
    assert counted(ended, score) == 8


def test_records_go_then_words_and_then_the_student(ended: School):
    tick_days(ended, YEAR - 30)
    assert counted(ended, score) == 8
    tick_days(ended, 31)
    assert counted(ended, score) == 4
    assert name(ended, "s1") == "Jonas Peeters"
    assert counted(ended, photo_track, texts=None) == 0
    assert counted(ended, retention, records_erased_at=None) == 0
    tick_days(ended, YEAR)
    assert counted(ended, photo_track, texts=None) == 1
    assert name(ended, "s1") == "—"
    sums = counted(ended, photo_colour, track_id=1)
    assert sums
    # Whoever still is around somebody else stays.
    assert name(ended, "m1") == "Karim Haddad"
    assert name(ended, "s2") == "Noor Aziz"


def test_a_coach_keeps_it_a_year_longer(ended: School):
    tick_days(ended, YEAR - 30)
    assert "It is kept until" in ended.tapped("c1", "keep it a year longer")
    tick_days(ended, 60)
    assert counted(ended, score) == 8
    told = tick_days(ended, YEAR - 66)
    assert "The track of Jonas Peeters has ended." in "\n".join(told["c1"])
    tick_days(ended, 40)
    assert counted(ended, score) == 4


def test_it_is_a_year_however_often_it_is_tapped(ended: School):
    tick_days(ended, 1)
    (early,) = ended.tap_code("c1", "fl:1")
    assert "nothing here for you to decide" in early.text
    tick_days(ended, YEAR - 31)
    (once,) = ended.tap_code("c1", "fl:1")
    assert "It is kept until" in once.text
    for _ in range(3):
        (again,) = ended.tap_code("c1", "fl:1")
        assert again.text == once.text


@pytest.mark.parametrize("who", ["s1", "m1", "t1", "s2"])
def test_nobody_else_keeps_it_longer(ended: School, who: str):
    tick_days(ended, YEAR - 30)
    (answer,) = ended.tap_code(who, "fl:1")
    assert "nothing here for you to decide" in answer.text


def test_a_track_that_is_taken_up_again_is_kept(ended: School):
    tick_days(ended, YEAR - 30)
    ended.say("c1", "/track")
    (again,) = (own for own in ended.buttons("c1") if own.startswith("take up again"))
    ended.tap("c1", again)
    tick_days(ended, 40)
    assert counted(ended, score) == 8
    assert counted(ended, retention) == 0


def test_a_mentor_of_nobody_follows(own_school: School):
    own_school.say("m2", "nicolas 8 all vs")
    set_keeping(own_school, 12, 24)
    own_school.say("c1", "/track nicolas")
    own_school.tap("c1", "end the track")
    own_school.tap("c1", "yes, end it")
    tick(own_school, ERASING)
    tick_days(own_school, YEAR - 30)
    assert name(own_school, "m2") == "An Claes"
    tick_days(own_school, 31)
    assert name(own_school, "m2") == "—"
    assert name(own_school, "m1") == "Karim Haddad"


def placed_again(school: School) -> None:
    """Place Jonas with Karim and Lien once more, as a roster does."""
    with school.engine.begin() as connection:
        again = {"organisation_id": 1, "track_id": 1, "workplace_id": 1, "weekly_hours": 20}
        place = insert(placement).values(**again).returning(placement.c.id)
        at_work = connection.execute(place).scalar_one()
        around = {"organisation_id": 1, "track_id": 1, "placement_id": at_work}
        for role, who in {"mentor": "m1", "coach": "c1"}.items():
            person_id = school.people[who].person_id
            connection.execute(insert(involvement).values(**around, role=role, person_id=person_id))


def test_what_is_said_on_a_track_that_runs_again_is_not_taken_for_a_backup(ended: School):
    tick_days(ended, YEAR - 30)
    tick_days(ended, 31)
    assert counted(ended, score) == 4
    placed_again(ended)
    ended.say("m1", "jonas 8 all vs")
    assert counted(ended, score) == 8
    assert ERASING.erasing is not None
    with ended.engine.begin() as connection:
        assert find_back(StoredUnitOfWork(connection), ERASING.erasing).due == []
    tick_days(ended, 10)
    assert counted(ended, score) == 8


def end_again(school: School) -> None:
    school.say("c1", "/track jonas")
    school.tap("c1", "end the track")
    school.tap("c1", "yes, end it")


def take_up(school: School) -> None:
    school.say("c1", "/track")
    (again,) = (own for own in school.buttons("c1") if own.startswith("take up again"))
    school.tap("c1", again)


@pytest.mark.parametrize("looked", [False, True], ids=["between ticks", "a tick between"])
def test_what_ends_once_more_is_announced_once_more(ended: School, looked: bool):
    tick_days(ended, YEAR - 30)
    take_up(ended)
    ended.later(days=3)
    if looked:
        tick(ended, ERASING)
        assert counted(ended, retention) == 0
    ended.say("m1", "jonas 10 all vs")
    said = counted(ended, score)
    ended.later(days=1)
    end_again(ended)
    tick(ended, ERASING)
    told = tick_days(ended, YEAR - 40)
    assert "has ended" not in "\n".join(text for texts in told.values() for text in texts)
    assert counted(ended, score) == said
    told = tick_days(ended, 10)
    assert "Your track has ended." in "\n".join(told["s1"])
    assert counted(ended, score) == said
    tick_days(ended, 31)
    assert counted(ended, score) == 4


def test_what_is_said_after_an_erasure_goes_by_its_own_months(ended: School):
    tick_days(ended, YEAR - 30)
    tick_days(ended, 31)
    assert counted(ended, score) == 4
    placed_again(ended)
    tick(ended, ERASING)
    assert counted(ended, retention) == 0
    ended.say("m1", "jonas 10 all vs")
    said = counted(ended, score)
    assert said > 4
    end_again(ended)
    tick(ended, ERASING)
    told = tick_days(ended, YEAR - 30)
    assert "Your track has ended." in "\n".join(told["s1"])
    assert counted(ended, score) == said
    tick_days(ended, 31)
    assert counted(ended, score) == 4


def test_a_student_whose_track_runs_again_is_not_erased_by_one_of_before(ended: School):
    tick_days(ended, YEAR - 30)
    tick_days(ended, 31)
    with ended.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        uow.retentions.mark_words_erased(1, ended.at)
        student = ended.people["s1"].person_id
        assert uow.retentions.list_left([student]) == [student]
    placed_again(ended)
    with ended.engine.begin() as connection:
        assert StoredUnitOfWork(connection).retentions.list_left([student]) == []
