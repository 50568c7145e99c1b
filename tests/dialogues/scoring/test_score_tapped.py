"""Scoring by buttons, one indicator after the other, as whole dialogues."""

import pytest

from bot.ports import Shown
from tests.dialogues.school import School, buttons_of
from tests.dialogues.ways import both_ways


def begin(school: School, who: str = "m1") -> list[Shown]:
    school.likes_one_by_one(who)
    school.say(who, "/score")
    school.tap(who, "Jonas Peeters · 6E")
    return school.tap(who, next(b for b in school.buttons(who) if " 10 " in b))


def test_thirteen_indicators_on_both_scales_take_at_most_26_taps(school: School):
    begin(school)
    taps = 0
    for _number in range(13):
        school.tap("m1", "✓ alone")
        (shown,) = school.tap("m1", "regularly (4 times or more)")
        taps += 2
    assert taps <= 26
    assert "13 indicators stored" in shown.text
    assert "✅ acquired, autonomously" in shown.text
    assert "covered 13 of 13" in shown.text
    assert "↩ Undo" in buttons_of([shown])
    school.tap("m1", "Undo")
    assert school.scores == 0


@both_ways
def test_the_dialogue_is_one_message_edited_in_place(school: School):
    (first,) = begin(school)
    (second,) = school.tap("m1", "◐ with support")
    (third,) = school.tap("m1", "sometimes (1 to 3 times)")
    assert first.id == second.id == third.id
    assert second.edited
    assert "2. lays 2" in third.text


def test_every_tap_is_stored_at_once(school: School):
    begin(school)
    school.tap("m1", "✗ not")
    assert school.scores == 1


def test_what_is_shown_is_not_offered_never(school: School):
    begin(school)
    (shown,) = school.tap("m1", "✓ alone")
    assert "never" not in buttons_of([shown])
    (shown,) = school.tap("m1", "skip")
    (shown,) = school.tap("m1", "✗ not")
    assert "never" in buttons_of([shown])


def test_coverage_is_not_asked_where_a_tally_gives_it(school: School):
    school.say("m1", "today jonas 10.1")
    begin(school)
    (shown,) = school.tap("m1", "✓ alone")
    assert "2. lays 2" in shown.text


def test_not_applicable_here_is_no_longer_open(school: School):
    begin(school)
    (shown,) = school.tap("m1", "n/a here")
    assert "2. lays 2" in shown.text
    (shown,) = school.tap("m1", "done")
    assert "1 n/a" in shown.text
    assert "21 indicators are open" in school.text("m1", "/open")


def test_shown_after_not_applicable_holds_until_the_coverage_is_said(school: School):
    begin(school)
    school.tap("m1", "n/a here")
    school.tap("m1", "‹ back")
    school.tap("m1", "✓ alone")
    assert school.scores == 1
    school.tap("m1", "sometimes (1 to 3 times)")
    assert school.scores == 2
    assert "1 ✓S" in school.tapped("m1", "done")


def test_back_and_skip_store_nothing(school: School):
    begin(school)
    school.tap("m1", "skip")
    school.tap("m1", "‹ back")
    assert "Nothing was changed" in school.tapped("m1", "done")
    assert school.scores == 0


def test_nothing_changed_since_last_time_takes_three_taps(school: School):
    school.say("m1", "jonas 10 all vr")
    school.later(days=60)
    school.likes_one_by_one("m1")
    school.say("m1", "/score")
    school.tap("m1", "Jonas Peeters · 6E")
    school.tap("m1", next(b for b in school.buttons("m1") if " 10 " in b))
    assert "13 indicators stored" in school.tapped("m1", "rest as before")


def test_a_note_is_typed_where_it_is_asked(school: School):
    begin(school)
    school.tap("m1", "note")
    shown = school.say("m1", "jonas 10 all v <b>no line</b>")
    assert "Note kept: “jonas 10 all v <b>no line</b>”" in shown[0].text
    assert "1. lays 1" in shown[1].text
    assert "no line" in school.text("c1", "/report jonas 10")
    assert school.scores == 0


def test_a_note_waits_half_an_hour(school: School):
    begin(school)
    school.tap("m1", "note")
    school.later(minutes=31)
    shown = school.say("m1", "jonas 8 all v")
    assert "put away" in shown[0].text
    assert "4 indicators stored" in shown[1].text
    assert "all v" not in school.text("c1", "/report jonas 10")


def test_a_tap_on_a_closed_menu_explains_itself_and_offers_the_current_one(own_school: School):
    school = own_school
    begin(school)
    stale = next(b for b in school.buttons("m1") if b == "✓ alone")
    code = _code(school, stale)
    school.say("m1", "/score jonas 8")
    shown = school.tap("m1", code)
    assert "That menu is closed" in shown[0].text
    assert "which competence" in shown[0].text
    assert school.scores == 0


def test_a_second_tap_on_a_competence_asks_it_once_more(own_school: School):
    school = own_school
    from bot.platforms.transcript import Utterance

    school.likes_one_by_one("m1")
    school.say("m1", "/score")
    school.tap("m1", "Jonas Peeters · 6E")
    code = _code(school, next(b for b in school.buttons("m1") if " 10 " in b))
    (first,) = school.tap("m1", code)
    (second,) = school.utter("m1", Utterance("second", school.at, tap=code, on=first.id))
    assert "1/13" in first.text
    assert second.text == first.text


def _code(school: School, label: str) -> str:
    from bot.storage.unit_of_work import StoredUnitOfWork

    with school.engine.begin() as connection:
        recent = StoredUnitOfWork(connection).transcripts.list_recent(
            school.people["m1"].person_id, 1
        )
    codes = (b["code"] for m in recent for row in m.buttons for b in row if b["label"] == label)
    return str(next(codes))


def test_a_tap_is_authorised_again(own_school: School):
    school = own_school
    from bot.platforms.transcript import Utterance

    begin(school)
    code = _code(school, "✓ alone")
    for who in ("s1", "m2", "c1", "t1"):
        (shown,) = school.utter(who, Utterance(f"forged-{who}", school.at, tap=code))
        assert "closed" in shown.text
    assert school.scores == 0


def test_codes_that_we_never_gave_out_store_nothing(own_school: School):
    school = own_school
    from bot.platforms.transcript import Utterance

    serial = 1
    school.say("m1", "/score")
    for n, code in enumerate(
        [
            "sm",
            "sm:1",
            f"sm:{serial}:x:V",
            f"sm:{serial}:1:Q",
            "un:99999999",
            "un:99999999999999999999",
            "rr:99999999999999999999:here",
            "tv:99999999999999999999:helped",
            "un:x",
            "zz:1:2",
            f"ln:{serial}:t99",
            f"sg:{serial}:up",
            f"tt:{serial}:1",
            "rc:1:1:1",
            "se:profile:wild",
            f"cx:{serial}:S",
            "go:drop",
            "lg:xx",
            "::::",
            "sf:1:1",
        ]
    ):
        assert school.utter("m1", Utterance(f"wild{n}", school.at, tap=code))
    assert school.scores == 0


def test_a_whole_competence_in_one_form(own_school: School):
    school = own_school
    from bot.platforms.transcript import Utterance

    (shown,) = begin(school)
    assert shown.form is not None
    names = [field["name"] for field in shown.form["fields"]]
    assert len(names) == 26
    filled = {name: "V" if name.startswith("m") else "S" for name in names}
    (answer,) = school.utter(
        "m1", Utterance("form", school.at, tap=shown.form["code"], form=filled, on=shown.id)
    )
    assert "13 indicators stored" in answer.text
    filled[names[1]] = "N"
    (answer,) = school.utter(
        "m1", Utterance("form2", school.at, tap=shown.form["code"], form=filled, on=shown.id)
    )
    assert "10.1: it cannot be shown" in answer.text
    assert school.scores == 13


def test_focus_indicators_are_asked_first(school: School):
    school.say("m1", "focus jonas 10.7 10.9")
    school.later(seconds=1)  # a chat counts what is typed in whole seconds, and taps more finely
    (shown,) = begin(school)
    assert "7. lays 7" in shown.text
    school.later(weeks=5)
    (shown,) = begin(school)
    assert "1. lays 1" in shown.text


def test_the_norm_is_one_tap_away(school: School):
    begin(school)
    (shown,) = school.tap("m1", "what do these mean?")
    assert "not with an expert" in shown.text
    (shown,) = school.tap("m1", "‹ back")
    assert "1. lays 1" in shown.text


def test_a_class_group_by_tapping(school: School):
    (shown,) = school.say("t1", "/score")
    assert "6E: the whole class group" in buttons_of([shown])
    school.tap("t1", "6E: the whole class group")
    school.tap("t1", "10 Lays conduits")
    school.tap("t1", "3. lays 3")
    (told,) = school.tap("t1", "✓ alone")
    assert "Stored for 2 students" in told.text
    assert school.scores == 2
    school.tap("t1", "Undo")
    assert school.scores == 0


def test_a_mentor_is_offered_no_class_group(school: School):
    (shown,) = school.say("m1", "/score")
    assert not any("class group" in label for label in buttons_of([shown]))


def test_an_answer_never_overwrites_ones_own_line_or_anothers_message(own_school: School):
    school = own_school
    from bot.platforms.transcript import Utterance

    (told,) = school.say("m1", "jonas 8 all v")
    code = told.buttons[0][0]["code"]
    for number, on in enumerate((told.id - 1, 999_999)):
        (answer,) = school.utter("m1", Utterance(f"odd{number}", school.at, tap=code, on=on))
        assert answer.id not in (told.id - 1, told.id)
        assert not answer.edited
    assert school.scores == 0


def counter(shown: list[Shown]) -> str:
    """Read the counter of the newest question."""
    return shown[-1].text.splitlines()[0].rsplit(" · ", 1)[1]


def test_the_counter_goes_on_from_what_the_menu_counts(school: School):
    school.say("m1", "jonas 10: 1-8v")
    school.later(seconds=1)
    school.likes_one_by_one("m1")
    school.say("m1", "/score jonas")
    label = next(label for label in school.buttons("m1") if " 10 " in label)
    assert label.endswith(" 8/13")
    asked = school.tap("m1", label)
    assert "9. lays 9" in asked[-1].text
    assert counter(asked) == "9/13"
    assert counter(school.tap("m1", "✗ not")) == "9/13"  # how often is asked of the same
    assert counter(school.tap("m1", "sometimes (1 to 3 times)")) == "10/13"
    skipped = school.tap("m1", "skip ›")
    assert "11. lays 11" in skipped[-1].text
    assert counter(skipped) == "10/13"  # what is skipped is not answered
    assert counter(school.tap("m1", "n/a here")) == "11/13"
    school.tap("m1", "n/a here")
    beyond = school.tap("m1", "n/a here")
    assert "1. lays 1" in beyond[-1].text
    assert counter(beyond) == "12/13"  # one still waits, and of the rest something is known


def test_where_nothing_waits_the_counter_counts_what_is_said_anew(school: School):
    school.say("m1", "jonas 10 all vr")
    school.later(seconds=1)
    assert counter(begin(school)) == "1/13"
    school.tap("m1", "◐ with support")
    assert counter(school.tap("m1", "sometimes (1 to 3 times)")) == "2/13"


def test_one_indicator_by_its_number_is_counted_among_what_is_answered(school: School):
    school.say("m1", "jonas 10: 1-3v")
    school.later(seconds=1)
    asked = school.say("m1", "/score jonas 10.3")
    assert "3. lays 3" in asked[-1].text
    assert counter(asked) == "3/13"


def test_of_more_students_than_a_class_group_the_rest_is_counted(
    own_school: School, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("handlers.scoring.open.STUDENTS", 1)
    *open_now, last = own_school.text("t1", "/open").splitlines()
    assert len(open_now) == 1
    assert last == "2 more students: /score and a name."


def test_what_was_undone_is_not_in_the_summary(own_school: School):
    own_school.say("m1", "/score jonas 10.1")
    own_school.tap("m1", "✗ not")
    own_school.tap("m1", "skip ›")
    own_school.say("m1", "/undo")
    own_school.tap("m1", "✓ alone")
    assert "1 indicator stored\n2 ✓" in own_school.tapped("m1", "done")
