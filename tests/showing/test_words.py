"""What a picture shows in words: alt text and caption from the same description."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.languages import LANGUAGES
from bot.domain.scoring.colours import Colour
from bot.domain.scoring.film import Mark
from bot.i18n import Voice
from bot.messages import AtPhoto, Cell, MatrixCell
from bot.showing.alt import alt_of
from bot.showing.caption import caption_of
from tests.pictures.samples import EVERY, TITLES, card

CAPTION = 1024
"""Characters that Telegram takes below a picture: the tightest of the platforms."""


def alt(picture, language="en"):
    return Voice(language, "UTC").say(alt_of(picture)).splitlines()


def caption(picture, language="en"):
    return Voice(language, "UTC").say(caption_of(picture)).splitlines()


def test_a_report_says_colour_progress_and_growth_of_each_perspective():
    found, title, under, since, *rows = alt(EVERY["report"])
    assert found == "4 deeper, 5 broader 12 Oct → 14 Dec"
    assert (title, since) == ("Jonas Peeters · Electrician", "12 Oct → 14 Dec")
    assert under.startswith("14 December 2026 · 6A")
    assert rows[1] == (
        f"10 {TITLES[1]}: student: not yet fully acquired, covered 8 of 13, "
        "2 deeper, 3 broader; mentor: acquired, with support, covered 13 of 13; "
        "teacher: acquired, autonomously, covered 13 of 13, 1 deeper"
    )
    assert caption(EVERY["report"])[-1] == "Acquired, of 4: student 2 · mentor 2 · teacher 1."


def test_a_card_says_the_marks_of_those_seen_in_depth():
    found, _title, _day, student, mentor, _teacher, first, *_others, last = alt(card())
    assert found == "Views differ on 1 of 3"
    assert student == "student: not yet fully acquired, covered 2 of 3"
    assert mentor == "mentor: not acquired, covered 1 of 3"
    assert first == f"1 {TITLES[0]}: student alone, regularly; mentor not scored; teacher not shown"
    assert last == (
        f"3 {TITLES[2]}: student not scored, sometimes; mentor not shown, never; teacher n/a here"
    )
    assert caption(card())[-1] == (
        "student: not yet fully acquired · mentor: not acquired · teacher: nothing scored yet"
    )


def test_a_card_tells_a_student_nothing_of_others_marks():
    of_a_student = alt(EVERY["card_of_a_student"])
    assert of_a_student[-1] == f"3 {TITLES[2]}: student not scored, sometimes"
    nothing_in_depth = card(deep=(False, False, False))
    assert len(alt(nothing_in_depth)) == 3 + len(nothing_in_depth.columns)


def test_an_overview_says_where_views_differ():
    rows = alt(EVERY["overview"])[3:]
    assert rows[1] == (
        f"8 {TITLES[1]}: period 1: student: not acquired · mentor: nothing scored yet · "
        "teacher: nothing scored yet; period 2: student: acquired, with support · "
        "mentor: acquired, with support · teacher: not acquired · the views differ; "
        "period 3: student: acquired, with support · mentor: acquired, with support · "
        "teacher: acquired, with support"
    )
    assert rows[2].endswith("; period 3")
    assert caption(EVERY["overview"])[0] == "Views do not differ"


def test_a_heat_map_counts_the_students_and_names_the_gaps():
    rows = alt(EVERY["heat_map"])[3:]
    assert rows[0] == (
        f"3 {TITLES[0]}: 2 acquired, autonomously · 1 acquired, with support · "
        "1 not yet fully acquired"
    )
    assert rows[1] == f"9 {TITLES[1]}: 2 not acquired · 2 nothing scored yet; collective gap"
    assert (
        caption(EVERY["heat_map"])[-1]
        == f"Collective gap, at no workplace yet, say the mentors: 9 {TITLES[1]}."
    )
    without = replace(EVERY["heat_map"], rows=EVERY["heat_map"].rows[:1])
    assert caption(without)[0] == "No collective gaps"


def test_a_matrix_counts_what_is_planned_and_came_up_and_names_the_gaps():
    rows = alt(EVERY["matrix"])[3:]
    assert rows[0] == f"9 {TITLES[0]}: nothing yet; collective gap"
    assert rows[1] == (
        f"3 {TITLES[1]}: planned at work 3 of 4; came up sometimes 1; came up regularly 1; "
        "shown alone 1"
    )
    assert rows[3].endswith("; came up regularly 1; shown alone 3; collectively covered")
    found, *_between, gaps = caption(EVERY["matrix"])
    assert found == "1 collective gap, of 4 · 1 covered at work"
    assert gaps == f"Collective gap, which no workplace trains: 9 {TITLES[0]}."
    nothing = tuple(replace(row, cells=(MatrixCell(),) * 4) for row in EVERY["matrix"].rows)
    assert caption(replace(EVERY["matrix"], rows=nothing))[0] == "no plan yet, nothing came up"


def silent(name):
    """Take from a sample picture all that somebody said."""
    picture: Any = EVERY[name]
    grey = Cell(Colour.GREY, 0, 4)
    without: dict[str, dict[str, Any]] = {
        "report": {"cells": (grey,) * 3},
        "card": {"marks": (Mark(),) * 3},
        "overview": {"moments": (AtPhoto((Colour.GREY,) * 3),) * 3},
        "heat_map": {"colours": (Colour.GREY,) * 4, "gap": False},
    }
    return replace(picture, rows=tuple(replace(row, **without[name]) for row in picture.rows))


@pytest.mark.parametrize("name", ["report", "card", "overview", "heat_map"])
def test_where_nothing_was_scored_that_is_the_finding(name):
    assert caption(silent(name))[0] == "nothing scored yet"


def test_a_film_says_from_where_to_where():
    found, _title, _day, span, photos, *rows = alt(EVERY["film"])
    assert found == "4 of 4 changed since 12 Sep"
    assert (span, photos) == ("From 12 Sep to 12 Dec.", "Photos: period 1")
    assert rows[0] == (
        f"9 {TITLES[0]}: student from nothing scored yet to acquired, with support; "
        "mentor from nothing scored yet to not acquired; teacher: nothing scored yet"
    )
    assert caption(EVERY["film"])[-1] == span


def test_a_route_says_which_place_contributed():
    rows = alt(EVERY["route"])[3:]
    assert rows[0] == (
        f"1 {TITLES[0]}: workplace 6 and campus 0 of 6; workplace only; "
        "planned: workplace and campus"
    )
    assert [row.rpartition(" of ")[2].partition("; ")[2] for row in rows[2:4]] == [
        "campus only",
        "mixed; planned: campus",
    ]
    assert rows[1].endswith("; overlap of 3 indicators; planned: workplace")
    assert rows[4] == "5 Tests: nothing yet; planned: workplace"
    assert caption(EVERY["route"])[0] == "Overlap in 1 of 5 · 0 of 4 as planned"


def test_a_tuning_counts_gaps_and_overlap():
    rows = alt(EVERY["tuning"])[3:]
    assert rows[0] == (
        f"9 {TITLES[0]}: gap 4; overlap: taught though shown alone 1; planned, nothing yet 1; "
        "tuned 2"
    )
    assert caption(EVERY["tuning"])[0] == "5 gaps, overlap 5, of 32 competences of students"
    tuned = replace(EVERY["tuning"], rows=EVERY["tuning"].rows[1:2])
    assert caption(tuned)[0] == "Tuned: no gaps, no overlap"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_every_picture_has_words_in_every_language(name, language):
    picture = EVERY[name]
    for said in (alt(picture, language), caption(picture, language)):
        assert said[1] == picture.title
        assert all(said)
    assert len(alt(picture, language)) > len(picture.rows)
    assert len("\n".join(caption(picture, language))) <= CAPTION
