"""The film: the colours over time, by the table of who sees what."""

import io

import pytest
from PIL import Image, ImageSequence

from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.files import GIF, PNG, newest_file
from tests.dialogues.reporting.test_photo import photographed
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


@both_ways
def test_every_platform_brings_it(school: School):
    school.say("s1", "8 all v")
    school.later(days=8)
    school.say("m1", "jonas 8 all l")
    text = school.text("m1", "/film jonas")
    found, title, under, *_rest = text.splitlines()
    assert found.startswith("1 of 3 changed since ")
    assert title == "Jonas Peeters · Electrician"
    assert under.endswith(" · 6E")
    assert "8 Marks out routes: GGG → DLG" in text
    assert newest_file(school, "m1").startswith(GIF)
    assert school.text("m1", "/report jonas")
    assert "8 Marks out routes: GGG → DLG" in school.tapped("m1", "film")


def test_it_stands_still_as_a_picture_week_by_week(own_school: School):
    own_school.say("s1", "8 all v")
    own_school.later(days=8)
    film = own_school.text("s1", "/film")
    assert own_school.tapped("s1", "week by week") == film
    assert newest_file(own_school, "s1").startswith(PNG)
    assert own_school.buttons("s1")[0] == "film"


def test_photos_are_marked_and_the_end_is_now(own_school: School):
    album = photographed(own_school)
    (shown,) = album.say("m1", "/film jonas")
    assert "8 Marks out routes: GGG → DRR" in shown.text
    (file,) = shown.files
    assert "Photos: Autumn, Winter" in file["alt"]
    film = Image.open(io.BytesIO(newest_file(album, "m1")))
    frames = len(list(ImageSequence.Iterator(film)))
    weeks = 6  # from 20 October to 1 December, with the week before
    assert frames <= weeks + 2 + 2
    assert len(newest_file(album, "m1")) < 1_000_000


def test_what_was_undone_stands_as_long_as_it_stood(own_school: School):
    own_school.say("s1", "8 all v")
    own_school.later(days=8)
    own_school.say("s1", "/undo")
    own_school.tap("s1", "yes, undo it")
    own_school.later(days=8)
    (file,) = own_school.say("s1", "/film")[0].files
    letters = [frame["colours"][0][0] for frame in file["described"]["frames"]]
    assert letters[0] == letters[-1] == "grey"
    assert "dark_green" in letters


def test_a_student_sees_the_own_film(own_school: School):
    album = photographed(own_school)
    assert "8 Marks out routes: GGG → DRR" in album.text("s1", "/film")


@pytest.mark.parametrize("who", ["s2", "s3", "m2"])
def test_no_stranger_sees_one(own_school: School, who: str):
    album = photographed(own_school)
    assert "→ DRR" not in album.text(who, "/film jonas")
    for code in ("fi:1", "wk:1"):
        (answer,) = album.tap_code(who, code)
        assert (answer.files, "Jonas" in answer.text) == ([], False)


def test_without_a_word_there_is_none_yet(own_school: School):
    (answer,) = own_school.say("m1", "/film jonas")
    assert (answer.text, answer.files) == ("There is no film of Jonas yet.", [])


def test_in_dutch(dutch_school: School):
    album = photographed(dutch_school)
    text = album.text("m1", "/film jonas")
    assert "in deze volgorde: leerling · mentor · leerkracht" in text
