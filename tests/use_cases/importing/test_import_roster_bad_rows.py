"""Each bad row of a roster is named with its line and reason, and the others go in."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from bot.domain.languages import LANGUAGES
from bot.domain.school.tracks import Role
from bot.use_cases.importing.roster_cells import Bad, hours_of, listed
from tests.exchange.english import english
from tests.use_cases.importing.imports import BAKER, JONAS, in_memory, kept, school

NOOR = replace(JONAS, line=3, student_id="s2", student="Noor Peeters", workplace="The Mill")
GOOD_AFTER = replace(JONAS, line=9, student_id="s9", student="Amir Good", workplace="The Inn")
KNOWN = replace(
    JONAS,
    line=1,
    student_id="s0",
    student="Old Known",
    mentor_id="m0|m7",
    mentor="Same Name|Same Name",
    teacher_id="t0",
    teacher="Tina Known",
)


def row(**cells):
    return replace(NOOR, **cells)


AS_JONAS = {"student_id": "s1", "student": "Jonas Verlinde"}
CELLS: list[tuple[dict[str, Any], str]] = [
    ({"framework": "BK-0001"}, "there is no framework BK-0001: import it first"),
    ({"framework": ""}, "the framework is missing"),
    ({"class_group": ""}, "the class group is missing"),
    ({"student_id": ""}, "the student’s id is missing"),
    ({"student": ""}, "the student’s name is missing"),
    ({"workplace": " "}, "the workplace is missing"),
    ({"surplus": True}, "it has more cells than the first line"),
    ({"weekly_hours": "61"}, "61 is no number of hours from 0 to 60, such as 20 or 19.5"),
    ({"weekly_hours": "-1"}, "-1 is no number of hours from 0 to 60, such as 20 or 19.5"),
    ({"weekly_hours": "20.55"}, "20.55 is no number of hours from 0 to 60, such as 20 or 19.5"),
    ({"weekly_hours": "many"}, "many is no number of hours from 0 to 60, such as 20 or 19.5"),
    ({"weekly_hours": "٢٠"}, "٢٠ is no number of hours from 0 to 60, such as 20 or 19.5"),
    ({"lessons": "mon 8:30, noon"}, "noon is not a time of the week such as mon 8:30"),
    ({"lessons": "mon 24:00"}, "mon 24:00 is not a time of the week such as mon 8:30"),
    ({"region": "–!–"}, "–!– is no region: a word of 40 characters at most"),
    ({"language": "es"}, "es is not a language that we speak: nl, fr, de, en"),
    ({"language": "Dutch"}, "Dutch is not a language that we speak: nl, fr, de, en"),
    ({"email": "noor.school.example"}, "noor.school.example is not an e-mail address"),
    ({"email": "noor@"}, "noor@ is not an e-mail address"),
    ({"mentor_id": "m8|m9"}, "there are not as many mentors’ names as ids"),
    ({"teacher": "Els Goossens|Tina Known"}, "there are not as many teachers’ names as ids"),
    ({"coach_id": "c1|c2|", "coach": "Lien Roels"}, "there are not as many coaches’ names as ids"),
    ({"mentor_id": "m8", "mentor": ""}, "m8 is not known yet, and has no name here"),
    (
        {"teacher_id": "t1|t8", "teacher": "Els Goossens|"},
        "t8 is not known yet, and has no name here",
    ),
    (
        {"teacher_id": "", "teacher": "Nobody Yet"},
        "Nobody Yet is not known yet, and has no id here",
    ),
    ({"coach_id": "", "coach": "same name"}, "several people are called same name: give the id"),
    (
        {"mentor_id": "s2", "mentor": "Noor Peeters"},
        "s2 is the student and cannot have another role here",
    ),
    (
        {"teacher_id": "s2", "teacher": ""},
        "s2 is the student and cannot have another role here",
    ),
    (
        {"coach_id": "c1|s2", "coach": "Lien Roels|Noor Peeters"},
        "s2 is the student and cannot have another role here",
    ),
    (
        {"teacher_id": "m1", "teacher": "Karim Haddad"},
        "m1 cannot be both mentor and teacher of one student",
    ),
    (
        {"mentor_id": "", "mentor": "Tina Known", "teacher_id": "t0", "teacher": ""},
        "t0 cannot be both mentor and teacher of one student",
    ),
    (
        {"mentor_id": "m1", "mentor": "Karim Other"},
        "m1 is called Karim Other here, and Karim Haddad before that",
    ),
    (
        {"coach_id": "t1", "coach": "Els Other"},
        "t1 is called Els Other here, and Els Goossens before that",
    ),
    (
        {"student_id": "s1", "student": "Jonas Other"},
        "s1 is called Jonas Other here, and Jonas Verlinde before that",
    ),
    (
        {**AS_JONAS, "workplace": "the oven"},
        "student, framework and workplace are those of line 2",
    ),
    (
        {**AS_JONAS, "framework": "bk-0999", "workplace": "The Oven"},
        "student, framework and workplace are those of line 2",
    ),
    (
        {**AS_JONAS, "class_group": "6B"},
        "line 2 has this student in class group 6A",
    ),
    (
        {
            **AS_JONAS,
            "mentor_id": "t1",
            "mentor": "Els Goossens",
            "teacher_id": "t0",
            "teacher": "Tina Known",
        },
        "t1 cannot be both mentor and teacher of one student",
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def known():
    """The oven with the known row, and the database it stands in, kept."""
    with in_memory() as connection:
        own = school(connection)
        own.learn(BAKER)
        own.enrol(KNOWN)
        return own, kept(connection)


@pytest.fixture
def oven(known):
    own, content = known
    with in_memory(content) as connection:
        yield replace(own, connection=connection)


@pytest.mark.parametrize(("cells", "reason"), CELLS)
def test_a_bad_row_is_named_and_the_others_go_in(oven, cells, reason):
    report = oven.enrol(JONAS, row(**cells), GOOD_AFTER)
    assert [(left.line, english(left.reason)) for left in report.rejected] == [(3, reason)]
    assert not report.refused
    students = "SELECT school_id FROM person JOIN track ON student_id = person.id ORDER BY 1"
    assert oven.rows(students) == [("s0",), ("s1",), ("s9",)]
    assert oven.rows("SELECT name FROM workplace ORDER BY 1") == [("The Inn",), ("The Oven",)]


@pytest.mark.parametrize(("cells", "reason"), CELLS)
def test_with_strict_a_bad_row_keeps_all_out(oven, cells, reason):
    before = oven.everything()
    report = oven.enrol(JONAS, row(**cells), GOOD_AFTER, strict=True)
    assert report.refused
    assert [english(left.reason) for left in report.rejected] == [reason]
    assert oven.everything() == before


def test_a_bad_row_makes_nobody_known(oven):
    bad = row(workplace="", mentor_id="m8", mentor="Not Yet")
    relying = replace(GOOD_AFTER, mentor_id="m8", mentor="")
    report = oven.enrol(bad, relying)
    assert [left.line for left in report.rejected] == [3, 9]
    assert english(report.rejected[1].reason) == "m8 is not known yet, and has no name here"


def test_a_mentor_elsewhere_cannot_become_teacher_of_the_same_student(oven):
    oven.enrol(JONAS)
    second = replace(JONAS, workplace="The Mill", mentor_id="", mentor="", teacher_id="m1",
                     teacher="Karim Haddad")  # fmt: skip
    (rejected,) = oven.enrol(second).rejected
    assert english(rejected.reason) == (
        "m1 is still around at The Oven, and cannot be both mentor and teacher of one student: "
        "end that placement first (kompaan track end s1 --workplace 'The Oven')"
    )
    swapped = oven.enrol(replace(JONAS, mentor_id="t1", mentor="", teacher_id="m1", teacher=""))
    assert swapped.rejected == ()
    assert oven.around() >= {("s1", "t1", "mentor"), ("s1", "m1", "teacher")}


def test_another_spelling_of_the_same_name_is_no_other_name(oven):
    report = oven.enrol(JONAS, row(mentor="karim HADDÁD", coach="Lien  Roels"))
    assert report.rejected == ()
    assert oven.rows("SELECT name FROM person WHERE school_id = 'm1'") == [("Karim Haddad",)]


@pytest.mark.parametrize("email", ["noor@school.example", "n.p+x@x", "ëa@straße.de"])
@pytest.mark.parametrize("language", ["", "NL", *LANGUAGES])
def test_what_is_good_in_a_row(oven, email, language):
    assert oven.enrol(row(email=email, language=language)).rejected == ()


@pytest.mark.parametrize(
    ("text", "hours"), [
        ("0", 0), ("60", 60), ("20.0", 20), ("38,00", 38), ("07", 7), ("", None),
        ("19.5", Fraction(39, 2)), ("19,50", Fraction(39, 2)), ("60.1", None), ("19.55", None),
        ("1e1", None), ("19.", None),
    ],
)  # fmt: skip
def test_hours_count_by_tenths_and_are_within_a_week(text, hours):
    assert hours_of(text) == hours


def test_people_keep_their_order_and_what_is_empty_is_left_out():
    both = replace(JONAS, mentor_id="m1||m3", mentor="A|B|", mentor_email="a@x.be||c@x.be|")
    assert list(listed(both, Role.MENTOR)) == [
        ("m1", "A", "a@x.be"),
        ("", "B", ""),
        ("m3", "", "c@x.be"),
    ]
    with pytest.raises(Bad):
        list(listed(replace(JONAS, mentor_id="m1", mentor="A|B"), Role.MENTOR))


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (
            {"mentor_id": "m1|m2", "mentor": "A B|C D", "mentor_email": "a@x.be"},
            "there are not as many mentors’ e-mail addresses as mentors",
        ),
        (
            {"teacher_email": "a@x.be|b@x.be"},
            "there are not as many teachers’ e-mail addresses as teachers",
        ),
        (
            {"coach_id": "", "coach": "", "coach_email": "a@x.be"},
            "there are not as many coaches’ e-mail addresses as coaches",
        ),
        ({"mentor_email": "karim.oven.example"}, "karim.oven.example is not an e-mail address"),
    ],
)
def test_whose_an_address_is_is_never_guessed(oven, cells, reason):
    (left,) = oven.enrol(row(**cells)).rejected
    assert english(left.reason) == reason
