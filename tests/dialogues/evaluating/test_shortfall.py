"""A shortfall at work is told from the first photo on; at the last, to those who decide alone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.telling.hours import Hours, Rhythm
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.clock import hear, tick_through, told, works
from tests.dialogues.conftest import own_school
from tests.dialogues.evaluating.decided import photograph
from tests.dialogues.evaluating.test_decision import write_down
from tests.dialogues.school import School

__all__ = ["own_school"]

PEOPLE = ("s1", "s2", "m1", "m2", "t1", "c1")
BELOW = "Below the mark to reach at work, in the photo of Three:"
NOMINATED = "Nominated for deliberation, by the photo of Three:"


def hear_of_photo(school: School, *, last: bool, points: str) -> dict[str, str]:
    """Take the photo, and let everybody hear of it in their hours."""
    photograph(school, last=last, points=points)
    rhythm = Rhythm("Europe/Brussels", Hours.DAY, works)
    school.later(seconds=(rhythm.next_allowed(school.at) - school.at).total_seconds() + 1)
    hear(school)
    return {who: "\n".join(told(school, who, "reminder")) for who in PEOPLE}


def test_a_photo_that_is_not_the_last_warns_who_is_around(school: School):
    heard = hear_of_photo(school, last=False, points="45")
    for who in ("m1", "t1", "c1"):
        assert f"{BELOW}\nJonas: 45 of 100 = 45 %, 5 percentage points below" in heard[who]
    assert "At work, in the photo of Three: 45 of 100 = 45 %; 50 % is asked for." in heard["s1"]
    for who in ("s2", "m2"):
        assert "The photo of Three was taken." in heard[who]
        assert "work" not in heard[who]
    assert all("ominat" not in text for text in heard.values())


def test_the_last_photo_names_the_nominated_to_those_who_decide(school: School):
    heard = hear_of_photo(school, last=True, points="40")
    for who in ("t1", "c1"):
        assert f"{NOMINATED}\nJonas: 10 percentage points below, cannot be qualified" in heard[who]
        assert "Of 2 students no result at work is known." in heard[who]
    for who in ("s1", "s2", "m1", "m2"):
        assert "The photo of Three was taken." in heard[who]
        assert "work" not in heard[who]
        assert "below" not in heard[who]


def test_a_long_day_says_in_brief_all_that_protects(
    own_school: School, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("handlers.day.LINES", 2)
    brief = (
        "1 student is nominated for deliberation. 1 of them cannot be qualified. Of 2 students no "
        "result at work is known. I tell the students and mentors nothing of this: /deliberation"
    )
    assert brief in hear_of_photo(own_school, last=True, points="40")["c1"]


@pytest.mark.parametrize(("points", "said"), [("41", "9 percentage points below"), ("50", "")])
def test_who_reached_it_is_not_named(own_school: School, points: str, said: str):
    told_of = photograph(own_school, last=True, points=points)
    assert (NOMINATED in told_of["c1"]) is bool(said)
    assert said in told_of["c1"]
    assert "cannot be qualified" not in told_of["c1"]


def test_without_a_rule_nothing_is_told_of_it(own_school: School):
    assert all("work" not in text for text in photograph(own_school, last=True).values())


def test_what_is_still_to_be_acquired_at_work_is_named_to_the_student(own_school: School):
    school = own_school
    school.say("c1", "/trainingplan jonas 8 10 workplace, 11 both")
    school.say("c1", "store")
    school.say("m1", "jonas 8 all v")
    told_of = photograph(school, last=False, share=True)
    assert (
        "At work, in the photo of Three: 1 of 3 = 33.33… % (exactly 100/3); 50 % is asked for.\n"
        "1 more acquired at work would reach it, of: 10 “Lays conduits” and 11 “Sets boxes”."
    ) in told_of["s1"]


def test_marked_as_the_last_meanwhile_students_and_mentors_hear_nothing(own_school: School):
    school = own_school
    school.later(hours=4)  # nobody may be spoken to at the time of the photo
    photograph(school, last=False, points="30")
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (period,) = uow.periods.list_of(1)
        uow.periods.change(replace(period, last=True))
    found = tick_through(school, 24)
    said = {who: "\n".join(own.text for own in shown) for who, shown in found.items()}
    assert NOMINATED in said["c1"]
    for who in ("s1", "m1"):
        assert "The photo of Three was taken." in said[who]
        assert "work" not in said[who]


def test_a_coach_is_asked_once_whether_the_student_was_told(own_school: School):
    school = own_school
    photograph(school, last=True)
    school.say("c1", "/decision jonas")
    write_down(school, "record the decision", "qualified")
    school.tap("c1", "record it")  # on a Wednesday
    question = "Did somebody tell Jonas what the council decided on 14 October 2026?"
    assert not _asked(school, question, days=4)
    assert _asked(school, question, days=3) == ["c1"]
    assert not _asked(school, question, days=5)
    school.tap("c1", "Jonas was told …")
    school.tap("c1", "Lien Martens")
    assert "From now on Jonas sees the decision" in school.text("c1", "14 October")


def _asked(school: School, question: str, days: int) -> list[str]:
    school.at += timedelta(seconds=1)
    found = tick_through(school, 24 * days, every=2)
    return [who for who, shown in found.items() if any(question in own.text for own in shown)]
