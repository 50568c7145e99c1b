"""What a picture shows in words: alt text and caption from the same description."""

from dataclasses import replace

import pytest

from bot.domain.languages import LANGUAGES
from bot.i18n import Voice
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
    title, under, since, *rows = alt(EVERY["report"])
    assert (title, since) == ("Jonas Peeters · Electrician", "12 Oct → 14 Dec")
    assert under.startswith("6A")
    assert rows[1] == (
        f"10 {TITLES[1]}: student orange, covered 8 of 13, 2 deeper, 3 broader; "
        "mentor light green, covered 13 of 13; teacher dark green, covered 13 of 13, 1 deeper"
    )
    assert caption(EVERY["report"])[-1] == "Acquired, of 4: student 2 · mentor 2 · teacher 1."


def test_a_card_says_the_marks_of_those_seen_in_depth():
    _title, student, mentor, _teacher, first, *_others, last = alt(card())
    assert student == "student orange, covered 2 of 3"
    assert mentor == "mentor red, covered 1 of 3"
    assert first == f"1 {TITLES[0]}: student alone, regularly; mentor not scored; teacher not shown"
    assert last == (
        f"3 {TITLES[2]}: student not scored, sometimes; mentor not shown, never; teacher n/a here"
    )
    assert caption(card())[-1] == "student orange · mentor red · teacher grey"


def test_a_card_tells_a_student_nothing_of_others_marks():
    of_a_student = alt(EVERY["card_of_a_student"])
    assert of_a_student[-1] == f"3 {TITLES[2]}: student not scored, sometimes"
    nothing_in_depth = card(deep=(False, False, False))
    assert len(alt(nothing_in_depth)) == 1 + len(nothing_in_depth.columns)


def test_an_overview_says_where_views_differ():
    rows = alt(EVERY["overview"])[1:]
    assert rows[1] == (
        f"8 {TITLES[1]}: period 1, student red, mentor grey, teacher grey; "
        "period 2, student light green, mentor light green, teacher red, the views differ; "
        "period 3, student light green, mentor light green, teacher light green"
    )
    assert rows[2].endswith("; period 3")
    assert caption(EVERY["overview"])[-1] == "The views differ on 1 competence."


def test_a_heat_map_counts_the_students_and_names_the_gaps():
    rows = alt(EVERY["heat_map"])[2:]
    assert rows[0] == f"3 {TITLES[0]}: dark green 2, light green 1, orange 1"
    assert rows[1] == f"9 {TITLES[1]}: red 2, grey 2; collective gap"
    assert (
        caption(EVERY["heat_map"])[-1]
        == f"Collective gap, at no workplace yet, say the mentors: 9 {TITLES[1]}."
    )
    without = replace(EVERY["heat_map"], rows=EVERY["heat_map"].rows[:1])
    assert caption(without)[-1] == "No collective gaps."


def test_a_film_says_from_where_to_where():
    _title, span, photos, *rows = alt(EVERY["film"])
    assert (span, photos) == ("From 12 Sep to 12 Dec.", "Photos: period 1")
    assert rows[0] == (
        f"9 {TITLES[0]}: student from grey to light green; mentor from grey to red; teacher grey"
    )
    assert caption(EVERY["film"])[-1] == span


def test_a_route_says_which_place_contributed():
    rows = alt(EVERY["route"])[1:]
    assert rows[0] == f"1 {TITLES[0]}: workplace 6 and campus 0 of 6; workplace only"
    assert [row.rsplit("; ")[-1] for row in rows[1:]] == [
        "overlap of 3 indicators",
        "campus only",
        "mixed",
        "nothing yet",
    ]
    assert caption(EVERY["route"])[-1] == "Overlap in 1 competence."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EVERY)
def test_every_picture_has_words_in_every_language(name, language):
    picture = EVERY[name]
    for said in (alt(picture, language), caption(picture, language)):
        assert said[0] == picture.title
        assert all(said)
    assert len(alt(picture, language)) > len(picture.rows)
    assert len("\n".join(caption(picture, language))) <= CAPTION
