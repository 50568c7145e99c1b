"""What a photo holds of choices is signed with it, and photos of before stay as they were."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import Connection, text

from bot.ports.periods.photos import Touched
from bot.storage.periods.photo_texts import read_texts
from bot.use_cases.evaluating.choosing.choose_component import ChoiceOver, choose_component
from tests.databases import SchoolOn, connected
from tests.dialogues.clock import tick
from tests.dialogues.evaluating.test_choose import with_components
from tests.dialogues.school import School

BEFORE = {
    1: (
        '{"student_id":1,"student":"Jonas Peeters","class_group":"6E"}',
        "3016f09d55ee5c4012e54cc35e50ab8a93a11bf9a082b0882d13b6be32e1ac8d",
    ),
    2: (
        '{"student_id":5,"student":"Noor Aziz","class_group":"6E"}',
        "49b94f696cce726d6a11e5ad83b04fd851b4fdc2fb9d38b28c61419a8039d8b1",
    ),
    3: (
        '{"student_id":6,"student":"Nicolas Maes","class_group":"7E"}',
        "b74bdcf60b5a45ec95496040083e7b6976e3f63791a830bb4749bfbb9022f69e",
    ),
}
WHOLE_BEFORE = "468650b83b2fc887e564af892f4e8a9a90ee746d84cabfb8da435a949f147947"
"""The tracks of the same photo, and it as a whole, as they were written and signed before it held
components."""


@pytest.fixture
def school(school_on: SchoolOn, backend: str):
    with connected(school_on(backend, "en")) as engine:
        yield with_components(School(engine).found())


def _photo(school: School, connection: Connection):
    uow = school.unit(connection)
    (photo,) = uow.photos.list_all()
    return uow, photo


def _taken(school: School) -> School:
    school.later(days=61)
    for _step in range(4):
        tick(school)
    return school


def test_a_photo_holds_what_counted_and_a_changed_choice_is_found(school: School):
    school.say("s1", "/choose")
    school.tap("s1", "☐ Boxes")
    school.say("s2", "/choose")
    _taken(school)
    with school.engine.begin() as connection:
        uow, photo = _photo(school, connection)
        (jonas,) = uow.tracks.list_of(school.people["s1"].person_id)
        texts = read_texts(connection, photo.id, jonas.id)
        assert texts is not None
        assert [(own.title, own.numbers, own.summative) for own in texts.components] == [
            ("Rough-in", (8, 10), False),
            ("Boxes", (11,), True),
        ]
        assert uow.photos.check(photo) == Touched((), whole=False)
        (period,) = uow.periods.list_of(jonas.programme_id)
        with pytest.raises(ChoiceOver):
            choose_component(uow, jonas, period, 1, period.opens_at + timedelta(days=1))
        connection.execute(text("DELETE FROM choice"))
        assert uow.photos.check(photo).unchosen == (jonas.id,)
        changed = text("UPDATE photo_track SET texts = REPLACE(texts, 'true', 'false')")
        connection.execute(changed)
        assert uow.photos.check(photo).tracks == (jonas.id,)


def test_a_photo_of_before_keeps_verifying(school: School):
    school.say("s1", "/choose")
    school.tap("s1", "☐ Boxes")
    _taken(school)
    with school.engine.begin() as connection:
        uow, photo = _photo(school, connection)
        assert photo.digest != WHOLE_BEFORE
        for track_id, (texts, digest) in BEFORE.items():
            as_before = text(
                "UPDATE photo_track SET texts = :t, digest = :d, texts_digest = NULL"
                " WHERE track_id = :id"
            )
            connection.execute(as_before, {"t": texts, "d": digest, "id": track_id})
        connection.execute(text("UPDATE photo SET digest = :d"), {"d": WHOLE_BEFORE})
        uow, photo = _photo(school, connection)
        assert uow.photos.check(photo) == Touched((), whole=False)
        kept = read_texts(connection, photo.id, 1)
        assert kept is not None
        assert kept.components == ()


def test_a_photo_of_a_period_without_a_choice_is_written_as_before(school: School):
    with school.engine.begin() as connection:
        connection.execute(text("UPDATE period SET choose_from = NULL, choose_until = NULL"))
    _taken(school)
    with school.engine.begin() as connection:
        uow, photo = _photo(school, connection)
        assert uow.photos.check(photo) == Touched((), whole=False)
        written = connection.execute(text("SELECT track_id, texts FROM photo_track")).all()
    for track_id, texts in written:
        salted = json.loads(texts)
        assert len(salted.pop("salt")) == 32
        assert salted == json.loads(BEFORE[track_id][0])
