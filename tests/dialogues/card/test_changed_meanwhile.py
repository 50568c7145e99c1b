"""What changes under a card or a tally that is open: an undo, an import, an odd code."""

from dataclasses import replace

from bot.domain.importing.drafts import CompetenceDraft
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from tests.dialogues.card.cards import code_of, line_of, mark, open_card
from tests.dialogues.conftest import own_school
from tests.dialogues.school import FRAMEWORK, School, buttons_of

__all__ = ["own_school"]


def import_anew(school: School, texts: int) -> None:
    """Import the framework again, with so many indicators in the competence of the card."""
    own = CompetenceDraft(10, "Lays conduits", tuple(f"lays {n}" for n in range(1, texts + 1)))
    eighth, _tenth, eleventh = FRAMEWORK.competences
    with school.engine.begin() as connection:
        catalogue = StoredUnitOfWork(connection).catalogue
        organisation = school.people["m1"].organisation_id
        import_framework(
            catalogue, organisation, replace(FRAMEWORK, competences=(eighth, own, eleventh))
        )


def test_what_was_undone_is_said_no_more(own_school: School):
    school = own_school
    shown = open_card(school)
    for number in (1, 2):
        shown = mark(school, shown, number, "✗")
    school.say("m1", "/undo")
    shown = mark(school, shown, 3, "◐")
    shown = school.tap("m1", "all ✓ alone")[-1]
    assert [line_of(shown, n).split("  ")[1] for n in (1, 2, 3)] == [
        "✓ alone", "✓ alone", "◐ with support",
    ]  # fmt: skip
    school.say("m1", "/undo")
    mark(school, shown, 4, "✗")
    assert "1 indicator stored\n4 ✗" in school.tapped("m1", "done")


def test_one_by_one_too_only_what_stands_is_said_to_be_stored(own_school: School):
    school = own_school
    school.likes_one_by_one("m1")
    open_card(school)
    school.tap("m1", "✗ not")
    school.tap("m1", "skip ›")
    school.say("m1", "/undo")
    school.tap("m1", "✓ alone")
    assert "1 indicator stored\n2 ✓" in school.tapped("m1", "done")


def test_indicators_that_are_imported_meanwhile_are_on_the_card(own_school: School):
    school = own_school
    shown = open_card(school)
    mark(school, shown, 1, "✓")
    import_anew(school, 30)
    school.tap("m1", "part 2 ›")
    shown = school.tap("m1", "part 3 ›")[-1]
    shown = mark(school, shown, 14, "◐")
    assert line_of(shown, 14).endswith("◐ with support")
    school.tap("m1", "all ✓ alone")
    assert "30 indicators stored" in school.tapped("m1", "done")


def test_a_part_that_does_not_exist_is_the_last_one(own_school: School):
    school = own_school
    shown = open_card(school)
    school.tap_code("m1", f"kh:1:{'9' * 18}:often")
    school.tap_code("m1", code_of(shown, 1, "✓").replace("ka", "kb").replace(":V", ":R"))
    assert school.scores == 1


def test_a_tally_that_was_undone_can_be_counted_again(own_school: School):
    school = own_school
    school.say("s1", "/today")
    school.tap("s1", "1. Rough work")
    school.tap("s1", "10 Lays conduits")
    school.tap("s1", "☐ 1. lays 1")
    school.say("s1", "/undo")
    school.tap("s1", "☐ 2. lays 2")
    (shown,) = school.tap("s1", "☐ 1. lays 1")
    assert [label[:12] for label in buttons_of([shown])][:2] == ["☑ 1. lays 1 ", "☑ 2. lays 2 "]
    assert school.scores == 2
