"""No import merges two people, splits one, or renames anybody in silence."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.importing.drafts import tidy
from bot.domain.importing.people import alike
from tests.exchange.english import english
from tests.use_cases.importing.imports import BAKER, JONAS, NOOR, in_memory, school


@pytest.fixture
def oven():
    with in_memory() as connection:
        own = school(connection)
        own.learn(BAKER)
        yield own


def people(oven):
    return dict(oven.rows("SELECT school_id, name FROM person"))


def reasons(report):
    return [(left.line, english(left.reason)) for left in report.rejected]


def notices(report):
    return [
        (told.line, english(told.text))
        for told in report.notices
        if "not in this file" not in english(told.text)
    ]


def test_an_id_of_a_student_is_never_taken_for_a_teacher(oven):
    oven.enrol(replace(JONAS, student_id="101"))
    before = oven.everything()
    report = oven.enrol(replace(NOOR, teacher_id="101"), rename=True)
    assert reasons(report) == [
        (
            3,
            "101 is Jonas Verlinde, and cannot be Els Goossens too: give one of them another id",
        )
    ]
    nameless = oven.enrol(replace(NOOR, teacher_id="101", teacher=""))
    assert "101 is the student Jonas Verlinde" in reasons(nameless)[0][1]
    assert oven.everything() == before


def test_an_id_of_a_teacher_is_never_taken_for_a_student(oven):
    oven.enrol(JONAS)
    report = oven.enrol(replace(NOOR, student_id="t1"), rename=True)
    assert reasons(report)[0][1].startswith("t1 is Els Goossens, and cannot be Noor Peeters too")


@pytest.mark.parametrize(
    ("known", "now"),
    [
        ("00123", "123"),
        ("00123", "0123"),
        ("123", "00123"),
        ("KHaddad", "khaddad"),
        ("u7", "U7"),
        ("12345", "12345.0"),
        ("12345", "12345,00"),
        ("12345", "12.345"),
        ("1E5", "1E+05"),
        ("100000", "1E+05"),
        ("0042", "'0042"),
        ("s1", "\uff53\uff11"),
        ("7", "007"),
    ],
)
def test_an_id_that_a_spreadsheet_changed_makes_nobody_new(oven, known, now):
    oven.enrol(replace(JONAS, student_id=known))
    before = oven.everything()
    report = oven.enrol(replace(JONAS, student_id=now))
    assert reasons(report) == [
        (
            2,
            f"Jonas Verlinde is known as {known}, and {now} is almost the same: "
            f"write {known} if that is meant, else another id",
        )
    ]
    assert oven.everything() == before


def test_ids_almost_the_same_within_one_file_are_not_two_people(oven):
    report = oven.enrol(JONAS, replace(NOOR, mentor_id="M1"))
    assert [line for line, _reason in reasons(report)] == [3]


@pytest.mark.parametrize("school_id", ["1E+05", "1,23E+11", "12345.0", "12,00", "1-feb", "=A1"])
def test_an_id_that_only_a_spreadsheet_writes_is_refused(oven, school_id):
    report = oven.enrol(replace(JONAS, student_id=school_id))
    assert reasons(report) == [
        (2, f"{school_id} was changed by a spreadsheet: make its column text")
    ]


FILLERS = ["#N/A", "#NAME?", "#VERW!", "#DIV/0!", "NULL", "null", "None", "NaN", "0", "00",
           "0.0", "-", "–", "?", ".", "n/a", "N.v.t.", "onbekend", "#GETAL!", "FALSE"]  # fmt: skip


@pytest.mark.parametrize("filler", FILLERS)
def test_a_filler_of_a_spreadsheet_is_nobody(oven, filler):
    for cells in (
        {"student_id": filler},
        {"student": filler},
        {"mentor_id": filler},
        {"mentor": filler},
        {"mentor_id": filler, "mentor": filler},
        {"mentor_id": "", "mentor": filler},
        {"coach_id": filler, "coach": ""},
        {"class_group": filler},
        {"workplace": filler},
    ):
        report = oven.enrol(replace(JONAS, **cells))
        assert len(report.rejected) == 1, cells
    assert people(oven) == {}


def test_a_name_that_changes_is_told(oven):
    oven.enrol(JONAS)
    report = oven.enrol(replace(JONAS, mentor="Karim Haddad-Nys", student="Verlinde, Jonas"))
    assert notices(report) == [
        (2, "Jonas Verlinde is now called Verlinde, Jonas (s1)"),
        (2, "Karim Haddad is now called Karim Haddad-Nys (m1)"),
    ]
    assert report.as_json(english)["notices"][1] == {
        "line": 2,
        "notice": "Karim Haddad is now called Karim Haddad-Nys (m1)",
    }


def test_quite_another_name_is_refused_unless_it_is_meant(oven):
    oven.enrol(JONAS)
    other = replace(JONAS, student="Noor Peeters")
    report = oven.enrol(other)
    assert reasons(report) == [
        (
            2,
            "s1 is Jonas Verlinde, and Noor Peeters is another name: if it is the same person, "
            "import with --rename",
        )
    ]
    assert people(oven)["s1"] == "Jonas Verlinde"
    meant = oven.enrol(other, rename=True)
    assert notices(meant) == [(2, "Jonas Verlinde is now called Noor Peeters (s1)")]
    assert people(oven)["s1"] == "Noor Peeters"


def test_a_namesake_is_kept_apart_and_told(oven):
    oven.enrol(JONAS)
    report = oven.enrol(replace(NOOR, mentor_id="m9", mentor="Haddad Karim"))
    assert notices(report) == [(3, "m9 is called Haddad Karim, as m1 is: they are kept apart")]
    assert notices(oven.enrol(replace(NOOR, mentor_id="m9", mentor="Haddad Karim"))) == []


def test_a_student_who_moves_is_told(oven):
    oven.enrol(JONAS)
    report = oven.enrol(replace(JONAS, class_group="6B"))
    assert notices(report) == [(2, "Jonas Verlinde moves from 6A to 6B")]


@pytest.mark.parametrize("school_id", ["m1,m2", "m1 m2", "m1/m2", "m1&m2", "m1;m2", "m1+m2"])
def test_several_ids_in_one_cell_are_not_one_person(oven, school_id):
    assert len(oven.enrol(replace(JONAS, mentor_id=school_id)).rejected) == 1
    assert people(oven) == {}


@pytest.mark.parametrize(
    "name",
    [
        "Ann A en Bob B",
        "Ann A & Bob B",
        "Ann A / Bob B",
        "Ann A and Bob B",
        "A, B, C",
        "A;B",
        "Ann A, Bob B",
    ],
)
def test_several_names_in_one_cell_are_not_one_person(oven, name):
    assert len(oven.enrol(replace(JONAS, mentor=name)).rejected) == 1


@pytest.mark.parametrize("name", ["ZoÃ« Ã‡elik", "Jos� Núñez", "Jos? Nunez"])
def test_a_name_that_lost_its_letters_is_refused(oven, name):
    assert reasons(oven.enrol(replace(JONAS, student=name))) == [
        (2, f"{name} has lost letters: save the file as CSV UTF-8")
    ]


@pytest.mark.parametrize("name", ["Van den Broeck, Jonas Maria", "Verlinde, Jonas", "De Smet, Bo"])
def test_a_family_name_first_is_one_person(oven, name):
    assert oven.enrol(replace(JONAS, student=name)).rejected == ()


UNSEEN = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u00ad\u2060\u3164\u061c\u180e"
)


@given(st.data())
def test_what_is_not_seen_changes_nothing(data):
    def veiled(cell):
        signs = list(cell)
        for _ in range(data.draw(st.integers(0, 3))):
            place = data.draw(st.integers(0, len(signs)))
            signs.insert(place, data.draw(st.sampled_from(UNSEEN)))
        return "".join(signs)

    for cell in ("s1", "Jonas Verlinde", "6A", "The Oven"):
        assert tidy(veiled(cell)) == cell


@pytest.mark.parametrize("name", ["\u200e\u200f", "\u3164", "\u2800", "\u00ad", "\ufe0f", "\u0301"])
def test_a_name_that_cannot_be_seen_is_refused(oven, name):
    assert len(oven.enrol(replace(JONAS, student=name)).rejected) == 1


def test_ids_that_look_the_same_are_alike():
    for other in ("\u043c1", "M1", "m1.", "m1-", "m1\u0301", "\uff4d\uff11", "'m1"):
        assert alike(other) == alike("m1")
    assert alike("m2") != alike("m1")


@given(st.integers(0, 10**11), st.integers(0, 6), st.sampled_from(["", ".0", ",00"]))
def test_numbers_are_alike_however_a_spreadsheet_shows_them(number, zeros, tail):
    assert alike("0" * zeros + str(number) + tail) == alike(str(number))


@given(st.text("abcxyz0123456789-._@", min_size=1, max_size=12))
def test_an_id_is_like_itself_in_capitals(school_id):
    assert alike(school_id.upper()) == alike(school_id)


def test_who_began_in_a_version_goes_on_in_it(oven):
    by_number = replace(JONAS, framework="BK-0999")
    oven.enrol(by_number)
    oven.learn(replace(BAKER, code="BK-0999-3", version="3"))
    before = oven.everything()
    report = oven.enrol(by_number)
    assert report.rejected == ()
    assert oven.everything() == before
    assert notices(report) == [
        (0, "1 track goes on in BK-0999-2, where it began; new ones begin in BK-0999-3")
    ]
    assert reasons(oven.enrol(replace(JONAS, framework="BK-0999-3"))) == [
        (
            2,
            "Jonas Verlinde has a track in BK-0999-2, with its scores: write BK-0999-2 to go on "
            "with it, or end it first (kompaan track end s1 --programme BK-0999-2)",
        )
    ]
    assert oven.enrol(replace(NOOR, framework="BK-0999")).notices == ()
    assert oven.rows("SELECT code FROM programme ORDER BY code") == [("BK-0999-2",), ("BK-0999-3",)]
