"""What was learned before is signed with a photo as it stood at its instant, and never later."""

import json

import pytest
from sqlalchemy import text

from bot.domain.school.frameworks import PriorRule
from bot.ports.periods.photos import Touched
from bot.storage.periods.photo_texts import read_texts
from tests.databases import SchoolOn, connected
from tests.dialogues.clock import tick
from tests.dialogues.evaluating.test_choose import with_components
from tests.dialogues.recognising.test_prior import claim, counted, see
from tests.dialogues.school import School


@pytest.fixture
def school(school_on: SchoolOn, backend: str):
    with connected(school_on(backend, "en")) as engine:
        yield with_components(School(engine).found())


def confirmed(school: School) -> None:
    claim(school, "/prior 10.1-10.11")
    for who in ("t1", "c1"):
        see(school, who)
        school.tap(who, "confirm")


def take(school: School) -> None:
    school.later(days=61)
    for _step in range(4):
        tick(school)


def test_a_photo_keeps_what_was_recognised_and_how_it_counted(school: School):
    counted(school, PriorRule.ACQUIRED)
    confirmed(school)
    take(school)
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (photo,) = uow.photos.list_all()
        assert uow.photos.check(photo) == Touched((), whole=False)
    # What is decided later changes no photo, and neither does another rule.
    see(school, "c1")
    school.tap("c1", "take back what I said")
    counted(school, PriorRule.SHOWN)
    shown = school.text("s1", "/photo")
    assert "learned before: 11 of 13 (non-formal), counts as acquired" in shown
    assert "Acquired by what was learned before: 10." in shown
    assert "learned before" not in school.text("s1", "/report")
    for who in ("m1", "t1", "c1"):
        assert "learned before: 11 of 13" in school.text(who, "/photo jonas"), who
    with school.engine.begin() as connection:
        changed = "UPDATE photo_track SET texts = REPLACE(texts, 'non_formal', 'formal')"
        connection.execute(text(changed))
        uow = school.unit(connection)
        (photo,) = uow.photos.list_all()
        assert len(uow.photos.check(photo).tracks) == 1


def test_where_nothing_is_recognised_a_photo_is_written_as_before(school: School):
    claim(school)
    take(school)
    with school.engine.begin() as connection:
        (titles,) = connection.execute(text("SELECT texts FROM photo")).scalars()
        assert "prior_rule" not in json.loads(titles)
        for kept in connection.execute(text("SELECT texts FROM photo_track")).scalars():
            assert "prior" not in json.loads(kept)


def test_what_was_confirmed_after_the_instant_is_not_in(school: School):
    claim(school)
    school.later(days=61)
    for who in ("t1", "c1"):
        see(school, who)
        school.tap(who, "confirm")
    for _step in range(4):
        tick(school)
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (photo,) = uow.photos.list_all()
        (jonas,) = uow.tracks.list_of(school.people["s1"].person_id)
        texts = read_texts(connection, photo.id, jonas.id)
        assert texts is not None
        assert texts.prior == ()
