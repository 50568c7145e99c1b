"""Photos in the chat, by the table of who sees what."""

from datetime import UTC, datetime

import pytest

from bot.domain.periods.period import Dates
from bot.storage.tables import person
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.clock import tick
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]

FIRST = datetime(2026, 10, 30, 15, tzinfo=UTC)
SECOND = datetime(2026, 11, 27, 15, tzinfo=UTC)


def photographed(school: School) -> School:
    """Two photos of Jonas: his mentor sees growth and a step back, his teacher nothing new."""
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        opens = datetime(2026, 9, 1, tzinfo=UTC)
        add_period(uow, 1, 1, "Autumn", Dates(opens, FIRST))
        add_period(uow, 1, 1, "Winter", Dates(FIRST, SECOND))
    school.at = datetime(2026, 10, 20, tzinfo=UTC)
    for who, line in (
        ("s1", "8 vvvv ssss"),
        ("m1", "jonas 8 vlxx ssnn"),
        ("m1", 'jonas 8.1 v "seen with my own eyes"'),
        ("t1", "jonas 8 xxxx"),
    ):
        school.say(who, line)
    school.at = FIRST
    tick(school)
    school.at = datetime(2026, 11, 20, tzinfo=UTC)
    school.say("m1", "jonas 8 xvlv rrss")
    school.at = SECOND
    tick(school)
    school.at = datetime(2026, 12, 1, 11, tzinfo=UTC)
    school.say("m1", "jonas 8 all x")
    return school


@pytest.fixture
def album(own_school: School) -> School:
    return photographed(own_school)


def test_a_photo_stays_what_it_was(album: School):
    newest = album.text("m1", "/photo jonas")
    assert newest.startswith("Photo of Winter, Fri 27 Nov, 16:00.")
    assert "✅D 🟧O 🟥R 8 Marks out routes (4/4/0 of 4)" in newest
    former = album.text("m1", "/photo jonas autumn")
    assert "✅D 🟧O 🟥R 8 Marks out routes (4/2/0 of 4)" in former
    assert "mentor ✗R" in album.text("m1", "/report jonas 8")  # while the film went on


def test_what_changed_deeper_broader_and_back(album: School):
    album.say("m1", "/photo jonas")
    changed = album.tapped("m1", "what changed since Autumn")
    assert changed == (
        "Jonas: from Autumn to Winter\n"
        "8 Marks out routes\n"
        "  mentor 🟧O · deeper 2 · broader 3-4 · back 1"
    )


@pytest.mark.parametrize(
    ("who", "line", "in_depth"),
    [("s1", "/photo", False), ("t1", "/photo jonas", True), ("c1", "/foto jonas", True)],
)
def test_each_sees_it_by_the_table(album: School, who: str, line: str, in_depth: bool):
    shown = album.text(who, line)
    assert "✅D 🟧O 🟥R 8 Marks out routes" in shown
    assert "with my own eyes" not in shown
    changed = album.tapped(who, "what changed since Autumn")
    assert ("deeper" in changed) is in_depth
    if not in_depth:
        assert changed.endswith("Nothing changed.")  # a student sees colours of others, no more


@pytest.mark.parametrize("who", ["s2", "s3", "m2"])
def test_no_stranger_sees_one(album: School, who: str):
    assert "8 Marks" not in album.text(who, "/photo jonas").split("Photo of")[0]
    for code in ("ph:1:1", "pc:1:1:2", "ph:1:99", "pc:1:2:99"):
        text = "\n".join(answer.text for answer in album.tap_code(who, code))
        assert "🟧O 🟥R 8" not in text


def test_the_buttons_lead_to_the_other_photos(album: School):
    (shown,) = album.say("s1", "/photo winter")
    assert buttons_of([shown]) == ["what changed since Autumn", "Autumn"]
    assert "Photo of Autumn" in album.tapped("s1", "Autumn")


def test_a_report_finds_all_photos_at_once(album: School):
    with album.statements() as asked:
        album.say("m1", "/report jonas")
    of_photos = [statement for statement in asked if "photo_track" in statement]
    assert len(set(of_photos)) == len(of_photos)


def test_without_photos_and_of_an_unknown_period(own_school: School):
    assert "No photo of Jonas was taken yet" in own_school.text("m1", "/photo jonas")
    album = photographed(own_school)
    assert "I know nobody called 'jonas spring'" in album.text("m1", "/photo jonas spring")


def test_in_dutch(dutch_school: School):
    album = photographed(dutch_school)
    assert album.text("s1", "/foto").startswith("Foto van Winter, vr 27 nov, 16:00.")
    album.say("m1", "/foto jonas")
    assert "dieper 2 · breder 3-4 · terug 1" in album.tapped("m1", "wat veranderde sinds Autumn")


def test_a_student_whose_name_holds_a_number_is_found(own_school: School):
    school = photographed(own_school)
    named = {"s1": "Leerling 7", "s2": "Leerling 17", "s3": "Leerling 8"}
    with school.engine.begin() as connection:
        for school_id, name in named.items():
            renamed = person.update().where(person.c.school_id == school_id)
            connection.execute(renamed.values(name=name, folded_name=name.casefold()))
    for words, name in (
        ("leerling 7", "Leerling 7"),
        ("leerling 7 autumn", "Leerling 7"),
        ("Leerling 17", "Leerling 17"),
    ):
        assert f"Now called {name}." in school.text("t1", f"/photo {words}")
    assert "Which one" in school.text("t1", "/photo leerling")
