"""A score goes to nobody who was not named: whole class groups, names with numbers, words left."""

import pytest
from sqlalchemy import select, update

from bot.storage.tables import class_group, person, score, track
from tests.dialogues.school import School, buttons_of


def called(school: School, *, groups: tuple[str, str] = ("6E", "7E"), jonas: str = "") -> School:
    """Call the class groups of Jonas and Noor, and of Nicolas, otherwise; and Jonas."""
    with school.engine.begin() as connection:
        for before, name in zip(("6E", "7E"), groups, strict=True):
            renamed = update(class_group).where(class_group.c.name == before)
            connection.execute(renamed.values(name=name))
        if jonas:
            called_so = update(person).where(person.c.school_id == "s1")
            connection.execute(called_so.values(name=jonas, folded_name=jonas.lower()))
    return school


def scored(school: School) -> list[str]:
    """List of whom something stands, by their ids at school."""
    with school.engine.begin() as connection:
        asked = (
            select(person.c.school_id)
            .join(track, track.c.student_id == person.c.id)
            .join(score, score.c.track_id == track.c.id)
        )
        return sorted(connection.execute(asked.distinct()).scalars())


@pytest.mark.parametrize(
    ("groups", "line", "whom"),
    [
        (("6E", "7E"), "6E 10.3 v", ["s1", "s2"]),
        (("6E", "7E"), "6e: 10.3 v", ["s1", "s2"]),
        (("6E", "7E"), "/score 6E, 10.3 v", ["s1", "s2"]),
        (("6E", "7E"), "6E jonas 10.3 v", ["s1"]),
        (("6E", "7E"), "6E Noor Aziz 10.3 v", ["s2"]),
        (("Klas 7", "Klas 8"), "Klas 7 10.3 v", ["s1", "s2"]),
        (("Klas 7", "Klas 8"), "klas 8 10.3 v", ["s3"]),
        (("Klas 7", "Klas 7 B"), "klas 7 b 10.3 v", ["s3"]),
        (("Klas 7", "Klas 7 B"), "klas 7 10.3 v", ["s1", "s2"]),
        (("5 ELI", "5 ELI - avond"), "5 eli – avond 10.3 v", ["s3"]),
        (("6", "6 TSO"), "6 10.3 v", ["s1", "s2"]),
        (("6", "6 TSO"), "6 tso 10.3 v", ["s3"]),
        (("E", "F"), "e 10.3 v", ["s1", "s2"]),
        (("Jonas", "7E"), "jonas peeters 10.3 v", ["s1"]),
    ],
)
def test_a_whole_name_is_taken_the_longest_first(own_school: School, groups, line, whom):
    school = called(own_school, groups=groups)
    school.say("t1", line)
    assert scored(school) == whom


@pytest.mark.parametrize(
    ("groups", "line"),
    [
        (("6E", "7E"), "6E zonder noor 10.3 v"),
        (("6E", "7E"), "6E without jonas 10.3 v"),
        (("6E", "7E"), "6E nicolas 10.3 v"),
        (("6E", "7E"), "6E and 7E 10.3 v"),
        (("Elektriciteit 6", "Bouw"), "e 10.3 v"),
        (("Elektriciteit 6", "Bouw"), "elektriciteit 10.3 v"),
        (("Elektriciteit 6", "Bouw"), "bou 10.3 v"),
        (("Klas 7", "Klas 8"), "klas 10.3 v"),
        (("Klas 7", "Klas 8"), "kl 7 10.3 v"),
        (("Klas 7", "Klas 8"), "klas 7 jona noor 10.3 v"),
        (("6A", "6A Bakkerij"), "6A bak 10.3 v"),
        (("Klas 7", "Klas 8"), "klas 9 10.3 v"),
        (("Jonas", "7E"), "jonas 10.3 v"),
    ],
)
def test_what_is_no_whole_name_is_asked_about(own_school: School, groups, line):
    school = called(own_school, groups=groups)
    assert school.text("t1", line)
    assert scored(school) == []


def test_a_class_group_named_in_part_is_offered(own_school: School):
    school = called(own_school, groups=("Elektriciteit 6", "Bouw"))
    shown = school.say("t1", "elektriciteit 10.3 v")
    assert "Which one do you mean?" in shown[0].text
    assert buttons_of(shown)[0] == "Elektriciteit 6"
    assert "Stored for 2 students" in school.tapped("t1", "Elektriciteit 6")


@pytest.mark.parametrize("line", ["klas 7 10 v", "klas 7 10 vvl", "klas 7", "6 jonas 10.1 v"])
def test_the_example_in_a_refusal_works(own_school: School, line: str):
    school = called(own_school, groups=("Klas 7", "6"))
    said = school.text("t1", line)
    assert school.scores == 0
    _before, such_as, example = said.partition("such as: ")
    if such_as:
        assert "Stored for" in school.text("t1", example.splitlines()[0].split(". ")[0].rstrip("."))


@pytest.mark.parametrize(
    "line",
    ["leerling 7 8 vvlx", "Leerling 7: 8 vvlx", "7 leerling 8 vvlx", "/report leerling 7 8"],
)
def test_a_student_called_with_a_number(own_school: School, line: str):
    school = called(own_school, jonas="Leerling 7")
    said = school.text("m1", line)
    if line.startswith(("l", "L")):
        assert scored(school) == ["s1"]
    if line.startswith("/"):
        assert "Marks out routes" in said


def test_a_name_that_begins_another_is_not_taken_for_it(own_school: School):
    school = called(own_school, jonas="Noor")
    assert "Noor · 8" in school.text("m1", "noor 8.1 v")
    assert scored(school) == ["s1"]
    school.say("m1", "noor aziz 8.2 v")
    assert scored(school) == ["s1", "s2"]
    school.say("m1", "noor a 8.3 v")
    assert "Undone: Noor Aziz" in school.text("m1", "/undo")


@pytest.mark.parametrize(
    "line",
    [
        "jonas peeters niet 10.1 v",
        "niet jonas 10.1 v",
        "6E, jonas en noor 10.1 v",
        "alle 6E 10.1 v",
        "6E 7E 10.1 v",
        "6E 10.1 v noor",
    ],
)
def test_words_beside_a_name_are_no_misspelling_of_it(own_school: School, line: str):
    school = own_school
    shown = school.say("t1", line)
    assert "Nothing was stored" in shown[0].text
    assert buttons_of(shown) == []
