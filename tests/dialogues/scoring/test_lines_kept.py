"""What phones, hurry and second thoughts make of a line: nothing stored wrongly, nothing lost."""

import pytest

from bot.i18n import Voice
from bot.messages import Incoming
from bot.storage.unit_of_work import StoredUnitOfWork
from handlers.answering import answer
from tests.dialogues.conftest import dutch_school
from tests.dialogues.school import School
from tests.dialogues.signs import in_signs

__all__ = ["dutch_school"]


def said(school: School, who: str, text: str, ref: str, *, edited: bool = False, tap: str = ""):
    """Say something in a message that can be edited, and give the answers as one text."""
    key = f"r{next(school.keys)}"
    with school.engine.begin() as connection:
        speaker = school.people[who].person_id
        what = Incoming(key, speaker, school.at, text=text, tap=tap, ref=ref, edited=edited)
        answered = answer(StoredUnitOfWork(connection), what)
    return "\n".join(Voice("en", "UTC").say(reply.text) for reply in answered.replies)


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("jonas 8 v—", None),
        ("jonas 8 v—v", "1 ✓ · 4 ✓"),
        ("jonas 8 V–—", "1 ✓"),
        ("jonas 8 v\u2011l\u2212", "1 ✓ · 3 ◐"),
        ("jonas 8 —x-", "3 ✗"),
        ("jonas 10 all v, 3 - 5 x", "1-2 ✓ · 3-5 ✗ · 6-13 ✓"),
        ("jonas 10 1 - 4 v", "1-4 ✓"),
        ("jonas 10 1- 4 v, 5 -8 l", "1-4 ✓ · 5-8 ◐"),
        ("jonas 10: 1 — 4 v 5 – 8l", "1-4 ✓ · 5-8 ◐"),
        ("jonas 10.1 - 10.5 v", "1-5 ✓"),
        ("jonas 10.1–10.5 v 10.6 x", "1-5 ✓ · 6 ✗"),
        ("jonas 10.1-5 v", "1-5 ✓"),
        ("jonas 10.3 - v", "3 ✓"),
        ("jonas 10 3 - v", "3 ✓"),
        ("Jonas 10 alles v.", "1-13 ✓"),
        ("Jonas 10.1 V.", "1 ✓"),
        ("jonas 10.1 v!", "1 ✓"),
        ("Jonas 8 V.V.L.X.", "1-2 ✓ · 3 ◐ · 4 ✗"),
        ("Jonas 10 alles v. 3x. 7 l.", "3 ✗"),
        ("jonas. 10.1. v.", "1 ✓"),
        ("jonas 10.1v 10.2X", "1 ✓ · 2 ✗"),
        ("jonas 10.1 ✓", "1 ✓"),
        ("jonas 10.1 ✅", "1 ✓"),
        ("jonas 10.1 ✔️", "1 ✓"),
        ("jonas 10.1 ◐", "1 ◐"),
        ("jonas 10.1 ×", "1 ✗"),
        ("jonas 10.1 ✗", "1 ✗"),
        ("jonas 10.1 ❌", "1 ✗"),
        ("jonas 8 ✓✓◐✗", "1-2 ✓ · 3 ◐ · 4 ✗"),
        ("jonas 8: 1-2 ✓R · 3 ◐S · 4 ✗N", "1-2 ✓R · 3 ◐S · 4 ✗N"),
        ("jonas 10.1\u200b v\ufeff", "1 ✓"),
        ("jonas 10.1\u00a0v", "1 ✓"),
        ("jonas 10 all v 10.3 x", "3 ✗"),
        ("jonas 10.1 en 10.2 v", "1-2 ✓"),
        ("jonas 10.1 v, 10.2 l en 10.3 x", "1 ✓ · 2 ◐ · 3 ✗"),
        ("jonas 10.1, 10.2 and 10.4 v", "1-2 ✓ · 4 ✓"),
        ("jonas 10: 1v en 2x", "1 ✓ · 2 ✗"),
        ("jonas 10.1 10.2 v", None),
        ("noor 8 vvlv\nGroetjes Karim", "1-2 ✓ · 3 ◐ · 4 ✓"),
        ("noor 8 vvlv\nKarim", "1-2 ✓ · 3 ◐ · 4 ✓"),
        ("noor 8 vvlv\n- Karim Haddad", "1-2 ✓ · 3 ◐ · 4 ✓"),
        ("noor 8 vvlv\nGr. Karim", "1-2 ✓ · 3 ◐ · 4 ✓"),
        ("noor 8 vvlv\nGroetjes Sofie", None),
    ],
)
def test_what_phones_make_of_a_line_is_read(own_school: School, line: str, values: str | None):
    text = own_school.text("m1", line)
    if values is None:
        assert "Nothing was stored" in text
    else:
        assert values in in_signs(text)


@pytest.mark.parametrize("often", [" rrsn", " nsrr", ""])
def test_a_confirmation_has_words_and_is_read_as_it_stands(school: School, often: str):
    marks = "xlvv" if often.startswith(" n") else "vvlx"
    shown = school.text("m1", f"jonas 8 {marks}{often}")
    (values,) = [line for line in shown.split("\n") if line.startswith("1")][:1]
    assert all(word in values for word in ("alone", "with support", "not shown"))
    assert not often or all(word in values for word in ("never", "sometimes", "regularly"))
    assert values.count("alone") == 1
    assert values in school.text("m1", f"noor 8: {values}")


def test_a_confirmation_in_dutch_is_read_as_it_stands(dutch_school: School):
    text = dutch_school.text("m1", "jonas 8 vvlx rrsn")
    values = (
        "1-2 ✓R zelfstandig, regelmatig · 3 ◐S met ondersteuning, soms · 4 ✗N niet getoond, nooit"
    )
    assert f"\n{values}\n" in text
    assert values in dutch_school.text("m1", f"noor 8: {values}")


@pytest.mark.parametrize("line", ["jonas 8: 1 ✓ with support", "jonas 8: 1 ✓R alone, sometimes"])
def test_words_that_say_otherwise_refuse_the_line(own_school: School, line: str):
    own_school.text("m1", line)
    assert own_school.scores == 0


@pytest.mark.parametrize(
    "line",
    [
        "jonas 10.1 v 10.1 x",
        "jonas 10.1 v 10.1 v",
        "jonas 10: 1v 1x",
        "jonas 10: 1-4 v 3-6 x",
        "jonas 10.1-10.4 v 10.3 x",
        "jonas 10 3x all v",
        "jonas 10 all v all x",
        "jonas 10 all v all v",
        "jonas 8 vvlx vvvv",
        "jonas 8 vvlx 8.1 v",
        "jonas 8 vvlx, 2 v",
        "jonas 10.1 v-",
        "jonas 10.1 vl",
        "6E 10.1 v 10.1 x",
        "6E 10: 1v 1x",
        "same jonas 10 10",
        "same jonas 10 10.3",
        "today jonas 10.1 10.1",
        "focus jonas 10.1 10.1",
        "jonas 10.1 v\njonas 10.1 x",
        "jonas 10.1 - 11.4 v",
        "jonas 10 - 3 x",
        "jonas 10.1 v?",
    ],
)
def test_two_values_for_one_indicator_are_refused(own_school: School, line: str):
    school = own_school
    school.say("m1", "jonas 10 all l")
    school.say("t1", "/help")
    before = school.scores
    text = school.text("t1" if line.startswith("6E") else "m1", line)
    assert "Nothing was stored" in text or "nothing was stored" in text
    assert school.scores == before


@pytest.mark.parametrize(
    "line",
    [
        'jonas 10.3 "earth and "L" swapped"',
        'jonas 10.3 x "swapped "N" conductor"',
        'jonas 10.3 l "phase "S" and T swapped"',
        'jonas 10.3 l "phase " S " and T"',
        'jonas 10.3 l "he said "ok" twice"',
        'jonas 10.3 l "pipe of 5" wide"',
        "jonas 10.3 l 'he said 'l' to me'",
        '6E 10.3 x "swapped "N" wire"',
        'jonas "good day" 10.1 v',
        '"good day" jonas 10.1 v',
        '6E "good day" 10.3 v',
        'jonas 10.1 "a" "b"',
        'jonas 10 all v "a" "b"',
        'jonas 10.1 v "a',
        'today jonas 10.1 "a"',
        'focus jonas 10.1 "a"',
        "same jonas 10 later",
    ],
)
def test_a_note_is_kept_whole_or_the_line_is_refused(own_school: School, line: str):
    school = own_school
    school.say("m1", "jonas 10.1 v")
    text = school.text("t1" if "6E" in line else "m1", line)
    assert "Nothing was stored" in text
    assert school.scores == 1
    assert "Notes" not in school.text("c1", "/report jonas 10")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("jonas 10.3 l 'it's fine'", "10.3 “it's fine”"),
        ('jonas 10.3 l "it\'s fine".', "10.3 “it's fine”"),
        ('jonas 10 1-4v "of these four"', "10 “of these four”"),
        ('jonas 10: 1v "one" 2l "two"', "10.1 “one”"),
        ('same jonas 10 "still so"', "10 “still so”"),
        ('same jonas 10.1 "still so"', "10.1 “still so”"),
        ('jonas 10.3 "only this"', "10.3 “only this”"),
        ('jonas 10.3 l "first\nsecond"', "10.3 “first\nsecond”"),
    ],
)
def test_a_note_is_shown_where_it_was_put(own_school: School, line: str, shown: str):
    school = own_school
    school.say("m1", "jonas 10.1 v")
    assert shown in school.text("m1", line)
    note = shown.partition("“")[2].rstrip("”")
    assert note in school.text("c1", "/report jonas 10")


def test_the_note_for_a_class_group_is_said(own_school: School):
    assert "10.3 “good day”" in own_school.text("t1", '6E 10.3 v "good day"')


def test_same_goes_for_a_range_and_for_one_indicator(own_school: School):
    school = own_school
    school.say("m1", "jonas 8 all v")
    school.say("m1", "jonas 10 all v")
    school.say("m1", "jonas 11 all v")
    assert "no competence 9" in school.text("m1", "same jonas 8 - 10")
    text = school.text("m1", "same jonas 10 - 11")
    assert "Jonas · 10" in text
    assert "Jonas · 11" in text
    before = school.scores
    school.say("m1", "same jonas 10.3.")
    assert school.scores == before + 1


@pytest.mark.parametrize("line", ["10.4 x", "focus 10.4", "10.4 x\n10.5 v"])
def test_after_a_line_about_a_class_group_a_line_without_a_name_asks(school: School, line: str):
    school.say("t1", "jonas 10.1 v")
    school.say("t1", "6E 10.3 v")
    before = school.scores
    assert "this about" in school.text("t1", line)
    assert school.scores == before
    assert "no focus" in school.text("t1", "focus jonas")


@pytest.mark.parametrize("who", ["m1", "t1"])
@pytest.mark.parametrize("between", ["/report noor", "noor 8.1 v", "/score noor 8"])
def test_an_edit_is_about_whom_the_message_was_about(own_school: School, who: str, between: str):
    school = own_school
    said(school, who, "jonas 10.1 v", "a")
    said(school, who, '10.2 v "sawed it square"', "b")
    said(school, who, between, "c")
    text = said(school, who, '10.2 v "sawed it neatly"', "b", edited=True)
    assert "Jonas · 10" in text
    assert "neatly" in school.text("c1", "/report jonas 10")
    assert "neatly" not in school.text("c1", "/report noor 10")
    # It is not clear whom the next line is about, with both of them on the screen.
    assert "Which student" in said(school, who, "10.5 v", "d")


def test_an_edit_of_what_was_never_taken_asks(own_school: School):
    school = own_school
    said(school, "m1", "jonas 10.1 v", "a")
    said(school, "m1", "10.2 w", "b")
    said(school, "m1", "/report noor", "c")
    assert "Which student" in said(school, "m1", "10.2 v", "b", edited=True)
    assert school.scores == 1


def test_an_edit_of_a_line_for_which_somebody_was_picked(own_school: School):
    school = own_school
    assert "Which student" in said(school, "m1", "10.2 v", "a")
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = school.people["m1"].person_id
        serial = uow.dialogues.read(person).serial
        track = next(
            track for track in uow.tracks.list_of(person) if track.student.startswith("Jonas")
        )
    assert "Jonas · 10" in said(school, "m1", "", "bot", tap=f"ln:{serial}:t{track.id}")
    said(school, "m1", "noor 8.1 v", "b")
    assert "Jonas · 10" in said(school, "m1", "10.2 x", "a", edited=True)
    assert school.scores == 2


def test_an_edit_that_names_another_says_what_was_taken_back(own_school: School):
    school = own_school
    said(school, "m1", "jonas 10.1 v", "a")
    text = said(school, "m1", "noor 10.1 v", "a", edited=True)
    assert "Noor · 10" in text
    assert "taken back: Jonas · 10" in text
    assert school.scores == 1


def test_an_edit_that_has_to_be_asked_about_replaces_what_stood_once_it_is_said(
    own_school: School,
):
    school = own_school
    said(school, "m1", "jonas 10.1 v", "a")
    assert "stands as it was stored" in said(school, "m1", "nor 10.1 x", "a", edited=True)
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        person = school.people["m1"].person_id
        serial = uow.dialogues.read(person).serial
        track = next(
            track for track in uow.tracks.list_of(person) if track.student.startswith("Noor")
        )
    text = said(school, "m1", "", "bot", tap=f"ln:{serial}:t{track.id}")
    assert "Noor · 10" in text
    assert "taken back: Jonas · 10" in text
    assert school.scores == 1


def test_a_line_that_waits_is_not_dropped_by_the_next(school: School):
    school.say("m1", "8.2 v")
    shown = school.say("m1", "jonas 8.3 v")
    assert "1 indicator stored" in shown[0].text
    assert "“8.2 v” still waits" in shown[-1].text
    assert school.scores == 1
    school.say("m1", "jnas 8.4 x")
    school.tap("m1", "Jonas Peeters · 6E")
    assert "“8.2 v” still waits" in school.say("m1", "/help")[-1].text or school.scores == 2
    school.tap("m1", "Noor Aziz · 6E")
    assert school.scores == 3
    assert "Noor" in school.text("m1", "/undo")


def test_a_line_that_a_menu_takes_the_place_of_is_said_not_to_be_stored(school: School):
    school.say("m1", "8.2 v")
    shown = school.say("m1", "/score")
    assert "“8.2 v” was not stored" in shown[-1].text


def test_a_note_typed_on_request_can_be_corrected(own_school: School):
    school = own_school
    school.likes_one_by_one("m1")
    school.say("m1", "/score jonas 8")
    school.tap("m1", "Tap instead")
    school.tap("m1", "✓ alone")
    school.tap("m1", "regularly (4 times or more)")
    school.tap("m1", "note")
    said(school, "m1", "Jonas works neat", "n")
    text = said(school, "m1", "he works neatly but much too slowly", "n", edited=True)
    assert "he works neatly" in text
    notes = school.text("c1", "/report jonas 8")
    assert "much too slowly" in notes
    assert "works neat”" not in notes
    assert "Undone" in school.text("m1", "/undo")
    assert "stands" in said(school, "m1", "again otherwise than that", "n", edited=True)


def test_an_edit_of_a_line_that_waits_takes_its_place(own_school: School):
    school = own_school
    said(school, "m1", "8.2 v", "a")
    assert "Which student" in said(school, "m1", "8.2 x", "a", edited=True)
    school.say("m1", "jonas")
    assert "2 ✗" in said(school, "m1", "same jonas 8", "b")
    said(school, "m1", "Jonas works neatly", "c")
    text = said(school, "m1", "Jonas works neatly but much too slowly", "c", edited=True)
    assert "note about Jonas?" in text
    assert "too slowly" in text


def test_an_edit_of_a_class_line_without_its_name_asks(own_school: School):
    school = own_school
    said(school, "t1", "jonas 8.1 v", "a")
    said(school, "t1", "6E 10.3 v", "b")
    text = said(school, "t1", "10.3 x", "b", edited=True)
    assert "stands as it was stored" in text
    assert "Which student" in text
    assert school.scores == 3


@pytest.mark.parametrize("line", ["today 10.2", "same 8", "10.2 v\n10.3 v"])
def test_an_edit_of_any_kind_of_line_stays_with_its_student(own_school: School, line: str):
    school = own_school
    said(school, "m1", "noor 8 all v", "o")
    said(school, "m1", "jonas 8 all v", "a")
    said(school, "m1", line, "b")
    said(school, "m1", "/report noor", "c")
    text = said(school, "m1", line + ".", "b", edited=True)
    assert "Jonas · " in text
    assert "Noor" not in text


def test_a_line_that_was_answered_waits_no_more(own_school: School):
    school = own_school
    assert "Which student" in school.text("m1", "focus 8.4")
    assert "Focus for Jonas" in school.tapped("m1", "Jonas Peeters · 6E")
    assert "Focus for Noor" not in school.text("m1", "noor")
    assert "8.4" not in school.text("m1", "focus noor")
    assert "still waits" not in school.text("m1", "noor 8.1 v")


def test_what_only_looks_something_up_is_not_asked_again(own_school: School):
    school = own_school
    assert "Which student" in school.text("m1", "/report")
    assert "still waits" not in school.text("m1", "noor 8.1 v")


def test_what_waited_for_half_an_hour_is_put_away(own_school: School):
    school = own_school
    assert "Which student" in school.text("m1", "8.1 v")
    school.later(minutes=45)
    text = school.text("m1", "noor 8.2 v")
    assert "“8.1 v” was not stored" in text
    assert "still waits" not in text
    assert school.scores == 1


def test_an_edit_of_what_was_said_more_than_a_day_ago_asks_first(own_school: School):
    school = own_school
    said(school, "m1", "jonas 8.1 v", "a")
    school.later(hours=25)
    school.say("m1", "noor 8.2 v")
    for reply, stands in (("no", "1 ✓"), ("yes, change it", "1 ✗")):
        text = said(school, "m1", "8.1 x", "a", edited=True)
        assert "Change what you said on Wed 14 Oct" in text
        assert "Nothing was changed yet" in text
        school.say("m1", reply)
        assert stands in school.text("m1", "same jonas 8")
        school.say("m1", "/undo")
    assert "Noor" in school.text("m1", "same noor 8")
    assert "Change what" not in said(school, "m1", "Hello there", "never", edited=True)


def test_an_edit_of_an_old_note_asks_first(own_school: School):
    school = own_school
    school.say("m1", "/score jonas 8.1")
    school.tap("m1", "note")
    said(school, "m1", "works neatly", "n")
    school.later(days=2)
    assert "Nothing was changed yet" in said(school, "m1", "works slowly", "n", edited=True)
    assert "works neatly" in school.text("c1", "/report jonas 8")
    assert "Note corrected" in school.text("m1", "yes")
    assert "works slowly" in school.text("c1", "/report jonas 8")
