"""A competence on one card, as whole dialogues on every platform."""

from handlers.scoring.card.showing import LINE
from tests.dialogues.card.cards import code_of, line_of, mark, open_card, row_of
from tests.dialogues.school import School
from tests.dialogues.scoring.test_colleagues import shared

__all__ = ["shared"]


def test_thirteen_masteries_take_fifteen_taps_in_one_message(school: School):
    shown = first = open_card(school)
    taps = 0
    for number in range(1, 8):
        shown = mark(school, shown, number, "✓")
        taps += 1
        assert school.scores == taps
    shown = school.tap("m1", "part 2 ›")[-1]
    for number in range(8, 14):
        shown = mark(school, shown, number, "◐")
        taps += 1
    assert shown.id == first.id
    done = school.tap("m1", "done")
    assert taps + 2 <= 15
    assert "13 indicators stored" in done[-1].text


def test_both_scales_take_28_taps(school: School):
    shown = open_card(school)
    taps = 0
    for number in range(1, 8):
        shown = mark(school, shown, number, "✓")
        taps += 1
    shown = school.tap("m1", "part 2 ›")[-1]
    for number in range(8, 14):
        shown = mark(school, shown, number, "✓")
        taps += 1
    for number in range(1, 14):
        shown = mark(school, shown, number, "4 or more")
        taps += 1
    done = school.tap("m1", "done")[-1]
    assert taps + 2 <= 28
    assert "covered 13 of 13" in done.text
    assert "✅ acquired, autonomously" in done.text


def test_a_second_tap_on_the_chosen_mark_takes_it_back(school: School):
    school.say("m1", "jonas 10.1 l")
    school.later(seconds=1)
    shown = open_card(school)
    assert line_of(shown, 1).endswith("◐ with support")
    shown = mark(school, shown, 2, "✗")
    shown = mark(school, shown, 1, "✓")
    shown = mark(school, shown, 1, "✓")
    assert line_of(shown, 1).endswith("◐ with support")
    assert line_of(shown, 2).endswith("✗ not")
    shown = mark(school, shown, 2, "✗")
    assert line_of(shown, 2) == "2. lays 2"
    assert school.scores == 1
    assert "Nothing was changed" in school.tapped("m1", "done")


def test_a_tap_on_a_picture_that_was_late_says_it_again(own_school: School):
    school = own_school
    late = code_of(open_card(school), 3, "✓")
    school.tap("m1", late)
    assert school.scores == 1
    school.tap_code("m1", late)  # as another device does, which shows the card as it was
    assert school.scores == 2


def test_all_alone_counts_for_every_part_and_leaves_what_was_marked(school: School):
    shown = open_card(school)
    mark(school, shown, 3, "✗")
    shown = school.tap("m1", "all ✓ alone")[-1]
    assert line_of(shown, 3).endswith("✗ not")
    shown = school.tap("m1", "part 2 ›")[-1]
    assert line_of(shown, 13).endswith("✓ alone")
    assert school.scores == 13
    shown = school.tap("m1", "how often")[-1]
    shown = school.tap("m1", "all 1 to 3 times")[-1]
    assert "covered 13 of 13" in school.tapped("m1", "done")


def test_a_new_period_shows_what_was_and_all_as_before_says_it_again(school: School):
    school.say("m1", "jonas 10: 1-12vr 13ls")
    school.later(seconds=1)
    open_card(school)
    shown = school.tap("m1", "all as before")[-1]
    assert school.scores == 26
    assert line_of(shown, 1).endswith("✓ regularly")


def test_what_never_came_up_is_not_shown_before_it_is_said_how_often(school: School):
    school.say("m1", "jonas 10.1 xn")
    school.later(seconds=1)
    shown = open_card(school)
    shown = mark(school, shown, 1, "✓")
    assert line_of(shown, 1).endswith("✓ how often?")
    assert school.scores == 1
    school.tap("m1", "done")  # which ends nothing as long as it waits
    shown = mark(school, shown, 1, "1 to 3 times")
    assert line_of(shown, 1).endswith("✓ sometimes")
    assert not any("never" in own["label"] for own in row_of(shown, 1))
    assert "1 ✓S" in school.tapped("m1", "done")


def test_the_tally_says_how_often(school: School):
    school.say("m1", "today jonas 10.1")
    school.later(seconds=1)
    shown = open_card(school)
    shown = mark(school, shown, 1, "✓")
    assert line_of(shown, 1).endswith("✓ sometimes")
    shown = school.tap("m1", "how often")[-1]
    assert "1" not in [row[0]["label"] for row in shown.buttons]
    assert "2" in [row[0]["label"] for row in shown.buttons]


def test_not_here_and_never_are_what_they_were(school: School):
    shown = open_card(school)
    mark(school, shown, 2, "✗")
    shown = school.tap("m1", "how often")[-1]
    shown = mark(school, shown, 1, "not here")
    assert line_of(shown, 1).endswith("n/a here")
    shown = mark(school, shown, 2, "never")
    assert line_of(shown, 2).endswith("✗ never")
    shown = mark(school, shown, 1, "not here")
    assert line_of(shown, 1) == "1. lays 1"
    assert school.scores == 2


def test_a_note_on_a_card_comes_back_to_it(school: School):
    shown = open_card(school)
    mark(school, shown, 1, "✓")
    shown = school.tap("m1", "note")[-1]
    school.tap("m1", "4")
    told = school.say("m1", "neat work on the fourth")
    assert "Note kept" in told[0].text
    shown = told[-1]
    assert line_of(shown, 1).endswith("✓ alone")
    shown = mark(school, shown, 1, "✓")  # taking a mark back leaves the note
    assert "1 note kept" in school.tapped("m1", "done")
    assert "neat work" in school.text("c1", "/report jonas 10")


def test_one_by_one_is_a_tap_away_and_remembered(school: School):
    shown = open_card(school)
    mark(school, shown, 1, "✓")
    assert "2. lays 2\nHow is this shown" in school.tapped("m1", "one by one")
    assert "one indicator after the other" in school.text("m1", "/settings")
    shown = open_card(school)
    assert "How is this shown" in shown.text
    shown = school.tap("m1", "on one card")[-1]
    assert line_of(shown, 1).endswith("✓ alone")
    assert "a whole competence on one card" in school.text("m1", "/settings")


def test_a_number_shows_the_whole_text(own_school: School):
    open_card(own_school)
    told = own_school.tap("m1", "3")
    assert told[-1].text == "10.3 lays 3"


def test_a_card_is_seen_at_one_sight(school: School):
    shown = open_card(school)
    while True:
        assert len(shown.buttons) <= 10
        assert all(len(line) <= LINE for line in shown.text.split("\n"))
        assert 20 * len(shown.text.split("\n")) + 44 * len(shown.buttons) <= 600
        assert all(len(row) <= 8 for row in shown.buttons)
        labels = [own["label"] for row in shown.buttons for own in row]
        if "part 2 ›" in labels:
            shown = school.tap("m1", "part 2 ›")[-1]
        elif "how often" in labels:
            shown = school.tap("m1", "how often")[-1]
        else:
            return


def test_two_mentors_see_a_card_that_is_true_after_their_next_tap(shared: School):
    school = shared
    mine, theirs = open_card(school), open_card(school, "m2")
    mark(school, mine, 1, "✓")
    theirs = mark(school, theirs, 2, "◐", "m2")
    assert line_of(theirs, 1).endswith("✓ alone")
    theirs = mark(school, theirs, 1, "✗", "m2")
    mine = mark(school, mine, 3, "✓")
    assert [line_of(mine, n)[-6:] for n in (1, 2)] == [line_of(theirs, n)[-6:] for n in (1, 2)]
    assert "last, by you or a colleague: ✗" in school.tapped("m1", "1")
    mine = mark(school, mine, 1, "✓")  # no taking back of what the colleague said since
    assert line_of(mine, 1).endswith("✓ alone")


def test_a_question_that_another_device_still_shows_is_answered_on_the_card(own_school: School):
    school = own_school
    school.say("m1", "jonas 10.1 xn")
    school.later(seconds=1)
    open_card(school)
    shown = school.tap("m1", "one by one")[-1]
    (question,) = [row for row in shown.buttons if row[-1]["label"] == "✓ alone"]
    school.tap("m1", "on one card")
    serial = question[-1]["code"].split(":")[1]
    first = question[-1]["code"].split(":")[2]
    shown = school.tap_code("m1", f"sm:{serial}:{int(first) - 1}:V")[-1]
    assert line_of(shown, 1).endswith("✓ how often?")
    shown = school.tap_code("m1", question[-1]["code"])[-1]
    assert line_of(shown, 2).endswith("✓ alone")
    assert school.scores == 2


def test_the_head_is_one_line_with_one_count(own_school: School):
    head = open_card(own_school).text.split("\n")[0]
    assert head == "Jonas · 10 Lays conduits · 0/13"
    notes = own_school.tap("m1", "note")[-1].text.split("\n")[0]
    assert notes == "Jonas · 10 a note on which?"


def test_the_rest_as_before_is_offered_where_there_was_a_before(own_school: School):
    school = own_school
    mark(school, open_card(school), 3, "✓")
    school.tap("m1", "one by one")
    assert "rest as before" not in school.buttons("m1")
    school.say("m1", "jonas 10.5 l")
    school.later(seconds=1)
    open_card(school)  # one by one by now
    assert "rest as before" in school.buttons("m1")


def test_what_was_undone_is_not_what_the_card_said(own_school: School):
    school = own_school
    shown = open_card(school)
    shown = mark(school, shown, 3, "✗")
    mark(school, shown, 2, "✓")
    school.say("m1", "/undo")
    shown = mark(school, shown, 4, "✓")
    assert "1 indicator stored" in (said := school.tapped("m1", "done"))
    assert "4 ✓" in said
    shown = mark(school, open_card(school), 3, "✗")
    school.say("m1", "/undo")
    shown = school.tap("m1", "all ✓ alone")[-1]
    assert line_of(shown, 3).endswith("✓ alone")
