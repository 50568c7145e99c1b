"""Totals for a sector: chosen by the school, frozen at the photo, and seen without names."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.storage.sector.totals.books import StoredTotalsBooks
from bot.storage.tables import photo
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.make_administrator import make_administrator
from bot.use_cases.rights.forgetting.order_erasure import order_erasure
from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.clock import tick
from tests.dialogues.rights.forgetting.erased import ERASING
from tests.dialogues.school import School
from tests.dialogues.sector.counted import NAMES, bring_class, end, take_photo
from tests.dialogues.sector.spoken import speak_for


def told_class(school: School, students: int = 9) -> None:
    """A class of which Bouw is told: with Jonas and Noor at Elektro bv, Nicolas at Volta nv."""
    hire(school)
    speak_for(school)
    bring_class(school, students)
    school.say("a1", "/sector")
    school.tap("a1", "Bouw")
    school.tap("a1", "totals")
    assert "It sees no name" in school.tapped("a1", "☐ Electrician")
    assert "told totals of Electrician, from the next photo" in school.tapped("a1", "yes, tell")


def score_some(school: School, alone: int = 4) -> None:
    for name in NAMES[:alone]:
        school.say("m1", f"{name} 8 vvvv")


def test_a_sector_is_told_what_its_school_chose(school: School):
    told_class(school)
    assert acts(school)[-1] == "totals_told"
    score_some(school)
    assert "No photo was counted yet" in school.text("x1", "/totals")
    take_photo(school, "One")
    told = school.text("x1", "/totals")
    assert "Electrician · One · " in told
    assert "12 students" in told
    shown = school.tapped("x1", "Electrician · One")
    assert "as mentors see it\nCounted: 12 students\n" in shown
    assert (
        "8. Marks out routes (12): acquired, autonomously: 4, nothing scored yet: 8; "
        "all came up: 4, nothing came up: 8" in shown
    )
    assert "Nothing is told of 10-11: too few, or too much alike." in shown
    assert "Nothing is told of 8 and 10-11" in school.tapped("x1", "as teachers see it")
    assert "No name stands in it" in school.tapped("x1", "as a file")
    assert "12 students" in school.text("a1", "/totals")
    for who in ("s1", "m1", "t1", "c1"):
        assert school.text(who, "/totals").startswith("Totals are for who speaks"), who


def test_all_numbers_are_brought_as_a_file(own_school: School):
    told_class(own_school)
    score_some(own_school)
    take_photo(own_school, "One")
    own_school.say("x1", "/totals")
    own_school.tap("x1", "Electrician · One")
    (brought,) = own_school.tap("x1", "as a file")
    assert [file["kind"] for file in brought.files] == ["text/csv"]


def test_what_was_told_stays_as_it_was_at_the_photo(school: School):
    told_class(school)
    score_some(school)
    take_photo(school, "One")
    school.say("x1", "/totals")
    before = school.tapped("x1", "Electrician · One")
    score_some(school, alone=9)
    school.later(hours=3)
    tick(school)
    school.say("x1", "/totals")
    assert school.tapped("x1", "Electrician · One") == before


def test_who_leaves_takes_four_along(own_school: School):
    told_class(own_school, students=12)
    score_some(own_school, alone=8)
    take_photo(own_school, "One")
    assert "15 students" in own_school.text("x1", "/totals")
    end(own_school, "Anke")
    take_photo(own_school, "Two")
    told = own_school.text("x1", "/totals")
    assert "10 students" in told.splitlines()[1], told
    assert "15 students" in told.splitlines()[2], told
    with own_school.engine.begin() as connection:
        book = StoredTotalsBooks(connection).read_book(1)
    assert sorted(block.size for block in book.blocks.values()) == [5, 10]
    assert sorted(len(block.members) for block in book.blocks.values()) == [5, 10]
    # Who goes along is drawn: the competence may be told again, or would tell of who are alike.
    (atoms,) = book.atoms.values()
    assert frozenset[int]().union(*(atom.blocks for atom in atoms)) == book.blocks.keys()
    for atom in atoms:
        size = sum(book.blocks[block].size for block in atom.blocks)
        assert all(sum(spread.values()) == size for spread in atom.history.values())


def test_of_fewer_than_five_nothing_is_told(school: School):
    told_class(school, students=1)
    score_some(school, alone=1)
    take_photo(school, "One")
    assert "fewer than five could be counted" in school.text("x1", "/totals")
    shown = school.tapped("x1", "Electrician · One")
    assert "Nothing is told of 8 and 10-11" in shown


def test_who_are_all_alike_are_not_told_of(own_school: School):
    told_class(own_school)
    own_school.say("m1", "Anke 8 vvvv")
    take_photo(own_school, "One")
    own_school.say("x1", "/totals")
    assert "Nothing is told of 8 and 10-11" in own_school.tapped("x1", "Electrician · One")


def test_regions_are_a_word_of_the_school_and_tell_totals_apart(school: School):
    told_class(school, students=6)
    bring_class(school, 6, workplace="Draad bv")
    score_some(school, alone=3)
    for name in NAMES[6:9]:
        school.say("m1", f"{name} 8 vvvv")
    school.say("a1", "/totals")
    assert "• Draad bv · –" in school.tapped("a1", "regions")
    assert "In which region is it?" in school.tapped("a1", "Draad bv")
    assert "is no region" in school.text("a1", "–!–")
    assert "Draad bv is in Kempen." in school.text("a1", "Kempen")
    school.tap("a1", "Elektro bv")
    assert "Elektro bv is in Haspengouw." in school.text("a1", "Haspengouw")
    assert "undone" in school.text("a1", "/undo").lower()
    school.say("a1", "/totals")
    assert "• Elektro bv · –" in school.tapped("a1", "regions")
    school.tap("a1", "Elektro bv")
    school.say("a1", "Haspengouw")
    take_photo(school, "One")
    school.say("x1", "/totals")
    shown = school.tapped("x1", "Electrician · One")
    assert "Counted: 14 students (Haspengouw 8 and Kempen 6)" in shown
    assert "everywhere:\n8. Marks out routes (14): acquired, autonomously: 6" in shown
    assert "8. Marks out routes (6): acquired, autonomously: 3" in school.tapped("x1", "Kempen")


def test_an_administrator_ends_it_and_undoes_that(school: School):
    told_class(school)
    score_some(school)
    take_photo(school, "One")
    school.say("a1", "/sector")
    school.tap("a1", "Bouw")
    school.tap("a1", "totals")
    assert "sees no totals of Electrician any more" in school.tapped("a1", "☑ Electrician")
    assert acts(school)[-1] == "totals_stopped"
    assert "No photo was counted yet" in school.text("x1", "/totals")
    assert "told" in school.tapped("a1", "↩ Undo")
    assert "12 students" in school.text("x1", "/totals")


def test_another_sector_is_told_nothing_of_it(own_school: School):
    told_class(own_school)
    speak_for(own_school, "x2", "Ward Smeets", sector="Zorg")
    score_some(own_school)
    take_photo(own_school, "One")
    assert "No photo was counted yet" in own_school.text("x2", "/totals")
    for code in ("Ts:1:mentor", "Ts:1:teacher:0", "Tf:1"):
        (shown,) = own_school.tap_code("x2", code)
        assert shown.text == "There is nothing more told of that.", code


def test_a_sector_that_is_told_later_sees_no_photo_of_before(own_school: School):
    told_class(own_school)
    score_some(own_school)
    take_photo(own_school, "One")
    speak_for(own_school, "x2", "Ward Smeets", sector="Zorg")
    own_school.later(hours=1)
    own_school.say("a1", "/sector")
    own_school.tap("a1", "Zorg")
    own_school.tap("a1", "totals")
    own_school.tap("a1", "☐ Electrician")
    own_school.tap("a1", "yes, tell")
    assert "No photo was counted yet" in own_school.text("x2", "/totals")
    (shown,) = own_school.tap_code("x2", "Tf:1")
    assert shown.text == "There is nothing more told of that."
    take_photo(own_school, "Two")
    told = own_school.text("x2", "/totals")
    assert "Two" in told
    assert "One" not in told
    assert "One" in own_school.text("x1", "/totals")


@pytest.mark.parametrize("who", ["m1", "t1", "c1"])
def test_who_is_around_a_student_sees_none_as_an_administrator_either(own_school: School, who: str):
    told_class(own_school)
    score_some(own_school)
    take_photo(own_school, "One")
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = uow.people.find(own_school.people[who].person_id)
        assert person is not None
        make_administrator(uow, person, own_school.at)
    said = own_school.text(who, "/totals")
    assert said.startswith("Totals are not for who is, or was, around a student")
    assert own_school.buttons(who) == ["regions", "sectors"]
    for code in ("Ts:1:mentor", "Tf:1"):
        (shown,) = own_school.tap_code(who, code)
        assert shown.text == said, code
    assert "Elektro bv" in own_school.tapped(who, "regions")


def test_who_were_told_together_are_not_parted_by_a_photo_that_was_taken_anew(own_school: School):
    told_class(own_school, students=12)
    score_some(own_school, alone=8)
    take_photo(own_school, "One")
    anew = update(photo).values(taken_at=own_school.at + timedelta(minutes=1))
    with own_school.engine.begin() as connection:
        books = StoredTotalsBooks(connection)
        assert len(books.read_earlier(1)) == 15
        connection.execute(anew)
        assert books.read_earlier(1) == {}
        (before,) = books.read_book(1).atoms[1]
    own_school.later(hours=1)
    end(own_school, "Anke")
    take_photo(own_school, "Two")
    with own_school.engine.begin() as connection:
        book = StoredTotalsBooks(connection).read_book(1)
    assert sorted(block.size for block in book.blocks.values()) == [5, 10]
    (atom,) = book.atoms[1]
    assert atom.blocks == book.blocks.keys()
    assert atom.history == before.history


def test_an_erasure_changes_nothing_that_is_frozen(own_school: School):
    told_class(own_school)
    score_some(own_school)
    take_photo(own_school, "One")
    own_school.say("x1", "/totals")
    before = own_school.tapped("x1", "Electrician · One")
    with own_school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (anke,) = [own for own in uow.people.list_all() if own.name.startswith("Anke")]
        order_erasure(uow, anke.id, 1, own_school.at)
    own_school.later(days=40)
    tick(own_school, ERASING)
    with own_school.engine.begin() as connection:
        people = StoredUnitOfWork(connection).people.list_all()
        assert not any(own.name.startswith("Anke") for own in people)
    own_school.say("x1", "/totals")
    assert own_school.tapped("x1", "Electrician · One") == before


@pytest.mark.parametrize("code", ["Tc:1", "Tt:1:1:yes", "Tr:0", "Tw:1", "Tp:1"])
def test_nobody_else_chooses(own_school: School, code: str):
    told_class(own_school)
    for who in ("s1", "m1", "t1", "c1", "x1"):
        (shown,) = own_school.tap_code(who, code)
        assert shown.text.startswith("That is for who runs Kompaan"), who
