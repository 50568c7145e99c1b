"""Recognitions last five years, and are warned of twice before they end."""

from datetime import date, timedelta

from bot.domain.agreeing.recognitions import Recognition, last_day_of, needs_recognition
from bot.domain.school.frameworks import Setting

DAY = timedelta(days=1)
END = date(2031, 8, 31)


def test_it_is_needed_in_compulsory_education_alone():
    needed = {setting: needs_recognition(setting) for setting in (*Setting, None)}
    assert needed == {
        Setting.COMPULSORY: True,
        Setting.ENTREPRENEURIAL: False,
        Setting.HIGHER: False,
        None: None,
    }


def test_five_years_end_the_day_before():
    assert last_day_of(date(2026, 9, 1)) == date(2031, 8, 31)
    assert last_day_of(date(2024, 2, 29)) == date(2029, 2, 27)


def test_it_ends_soon_from_six_months_before_and_has_ended_the_day_after():
    known = Recognition(END)
    six_before = date(2031, 2, 28)
    assert not known.ends_soon(six_before - DAY)
    assert known.ends_soon(six_before)
    assert known.ends_soon(END + DAY)
    assert not known.has_ended(END)
    assert known.has_ended(END + DAY)
    assert not Recognition().ends_soon(END)
    assert not Recognition().has_ended(END)


def test_the_next_day_is_a_warning_and_then_the_end():
    known = Recognition(END)
    six, two = date(2031, 2, 28), date(2031, 6, 30)
    assert known.next_day(six) == six
    assert known.next_day(six + DAY) == two
    assert known.next_day(two) == two
    assert known.next_day(two + DAY) == END
    assert known.next_day(END + DAY) == END
    assert Recognition(END, asked_on=six).next_day(six) == END
    assert Recognition().next_day(six) is None


def test_another_end_is_another_recognition():
    known = Recognition(END, date(2026, 9, 1), date(2031, 3, 1))
    assert known.lasting(END) is known
    assert known.lasting(END + DAY) == Recognition(END + DAY)
