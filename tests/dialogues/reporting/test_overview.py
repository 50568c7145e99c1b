"""The coach's overview: by period and by view, for the coaches of a student alone."""

import pytest

from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.divergence.test_alerts import all_score, quiet, with_period
from tests.dialogues.files import PNG, newest_file
from tests.dialogues.reporting.test_photo import photographed
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


@both_ways
def test_every_platform_brings_it_also_from_an_alert(school: School):
    timed = with_period(school)
    all_score(timed)
    quiet(timed)
    seen = timed.tapped("c1", "overview")
    assert seen.startswith("Views differ on 1 of 3\nJonas Peeters · Electrician\n")
    assert seen.splitlines()[2].endswith(" · 6E")
    assert "8 Marks out routes\n  now DDR≠" in seen
    assert newest_file(timed, "c1").startswith(PNG)
    assert timed.text("c1", "/overview jonas") == seen


def test_it_shows_every_photo_and_now_with_where_the_views_differ(own_school: School):
    album = photographed(own_school)
    (shown,) = album.say("c1", "/overview jonas")
    assert shown.text == (
        "Views differ on 1 of 3\n"
        "Jonas Peeters · Electrician\n"
        "1 December 2026 · 6E\n"
        "In this order: student · mentor · teacher.\n"
        "8 Marks out routes\n"
        "  Autumn DOR≠ · Winter DOR≠ · now DRR≠\n"
        "10 Lays conduits\n"
        "  nothing scored yet\n"
        "11 Sets boxes\n"
        "  nothing scored yet\n"
        "R = not acquired · O = not yet fully acquired · D = acquired, autonomously\n"
        "≠ = one says acquired, another not"
    )
    (file,) = shown.files
    eighth = next(line for line in file["alt"].splitlines() if line.startswith("8"))
    assert (
        "Autumn: student: acquired, autonomously · mentor: not yet fully acquired · "
        "teacher: not acquired · the views differ"
    ) in eighth


@pytest.mark.parametrize("who", ["s1", "m1", "t1", "s2"])
def test_nobody_but_the_coach_has_one(own_school: School, who: str):
    own_school.say("s1", "8 all v")
    for text in (own_school.text(who, "/overview jonas"), own_school.text(who, "/overview")):
        assert text.startswith("The overview is for coaches")
    (answer,) = own_school.tap_code(who, "ov:1")
    assert (answer.files, "Jonas" in answer.text) == ([], False)


def test_in_dutch(dutch_school: School):
    album = photographed(dutch_school)
    assert "8 Marks out routes\n  Autumn DOR≠ · Winter DOR≠ · nu DRR≠" in album.text(
        "c1", "/overzicht jonas"
    )
