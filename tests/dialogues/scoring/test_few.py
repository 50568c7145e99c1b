"""The few that matter, as whole dialogues: one by one, each with its reason, nothing filled in."""

from datetime import timedelta

import pytest

from bot.domain.periods.period import Dates
from bot.storage.school.programmes import set_blind_first
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period
from tests.dialogues.school import School, buttons_of


def with_period(school: School) -> School:
    """Everything was scored, and a period has opened since."""
    for line in ("8 vvvl rrrr", "10 all vr", "11 vvllx rrrrn"):
        school.say("m1", f"jonas {line}")
    with school.engine.begin() as connection:
        add_period(
            StoredUnitOfWork(connection), 1, 1, "One", Dates(school.at + timedelta(days=6), None)
        )
    school.later(days=12)
    return school


def begin(school: School, few: str = "the few that matter: 5") -> str:
    school.say("m1", "/score jonas")
    return school.tapped("m1", few)


def test_three_questions_of_several_competences_each_with_its_reason(school: School):
    with_period(school)
    shown = school.say("m1", "/score jonas")
    assert buttons_of(shown)[:3] == ["the few that matter: 5", "3 instead", "7 instead"]
    assert any(" 10 Lays conduits" in label for label in buttons_of(shown))  # everything
    text = school.tapped("m1", "3 instead")
    assert "· 1/3" in text
    assert "→ " in text
    asked = [text.splitlines()[0]]
    for _question in range(2):
        asked.append(school.tapped("m1", "✓ alone").splitlines()[0])
    assert len({line.split(" · ")[1] for line in asked}) > 1
    (done,) = school.tap("m1", "✓ alone")
    assert done.text.count("indicator stored") + done.text.count("indicators stored") == 2
    assert "rest as before" not in buttons_of([done])
    assert "3 more questions ›" in buttons_of([done])
    assert school.tapped("m1", "Undo").startswith("↩ Undone: Jonas · 8, 11")


def test_the_choice_is_kept(own_school: School):
    with_period(own_school)
    begin(own_school, "7 instead")
    own_school.say("m1", "/cancel")
    assert (
        own_school.say("m1", "/score jonas")[0].buttons[0][0]["label"] == "the few that matter: 7"
    )


def test_what_was_not_asked_stays_what_it_was(own_school: School):
    with_period(own_school)
    before = own_school.scores
    begin(own_school, "3 instead")
    own_school.tap("m1", "skip")
    own_school.tap("m1", "✓ alone")
    assert own_school.tapped("m1", "done")
    assert own_school.scores == before + 1


def asked_first(school: School) -> str:
    """Begin with the few, and give the first indicator that they ask."""
    school.say("m1", "/score jonas")
    label = next(own for own in school.buttons("m1") if own.startswith("the few that matter"))
    head, indicator, *_rest = school.tapped("m1", label).splitlines()
    return f"{head.split(' · ')[1]} {indicator}"


def test_what_was_skipped_is_asked_again_after_a_week_or_for_another_reason(school: School):
    with_period(school)
    first = asked_first(school)
    school.tap("m1", "skip")
    school.later(days=1)
    second = asked_first(school)
    assert second != first
    number, indicator = first.split()[0], first.split(". ")[0].split()[-1]
    school.say("m1", f"focus jonas {number}.{indicator}")
    assert asked_first(school) == first  # another reason
    school.tap("m1", "skip")
    assert asked_first(school) == second
    school.later(days=8)
    assert asked_first(school) == first


def test_it_stops_where_nothing_could_change(own_school: School):
    school = with_period(own_school)
    school.say("m1", "/score jonas")
    school.tap("m1", "the few that matter: 5")
    for _answer in range(60):
        labels = school.buttons("m1")
        if more := [label for label in labels if " more question" in label]:
            school.tap("m1", more[0])
        elif "✓ alone" in labels:
            school.tap("m1", "✓ alone")
        elif "regularly (4 times or more)" in labels:
            school.tap("m1", "regularly (4 times or more)")
        else:
            break
    assert "another competence ›" in school.buttons("m1")
    assert "2 indicators are open" in school.text("m1", "/open")
    assert "that matter" not in " ".join(buttons_of(school.say("m1", "/score jonas")))


def test_a_note_and_the_explanation_come_back_to_the_same_question(own_school: School):
    school = with_period(own_school)
    first = begin(school)
    assert school.tapped("m1", "what do these mean?") != first
    assert school.tapped("m1", "‹ back") == first
    school.tap("m1", "note")
    assert school.say("m1", "still slow")[1].text == first
    school.tap("m1", "skip")
    assert school.tapped("m1", "‹ back") == first
    assert "1 note kept" in school.tapped("m1", "done")


@pytest.mark.parametrize("blind", [True, False])
def test_that_others_differ_is_said_only_where_the_programme_allows_it(
    own_school: School, blind: bool
):
    school = with_period(own_school)
    school.say("t1", "jonas 10.9 x")
    if not blind:
        with school.engine.begin() as connection:
            assert set_blind_first(connection, 1, "ELEC-1", blind_first=False)
    text = begin(school)
    assert ("you differ from the teacher" in text) is not blind
    assert ("9. lays 9" in text) is not blind
    assert "differ" not in school.text("s1", "/score") + school.tapped(
        "s1", "the few that matter: 5"
    )


def test_the_focus_is_asked_first(own_school: School):
    school = with_period(own_school)
    school.say("t1", "focus jonas 10.4")
    text = begin(school)
    assert "4. lays 4" in text
    assert "→ in focus these weeks" in text


def test_what_is_answered_is_not_said_to_be_never_scored(own_school: School):
    assert "never scored before" in begin(own_school)
    assert "never scored before" not in own_school.tapped("m1", "✓ alone")
    own_school.say("m1", "sometimes")
    back = own_school.tapped("m1", "‹ back")
    assert "your last" in back
    assert "never scored before" not in back
