"""A questionnaire: without names by five and by four, and with names for who may read it."""

import pytest
from sqlalchemy import delete, func, select

from bot.exchange.reading.questionnaire_file import OURS
from bot.storage.tables import (
    answer_sheet,
    answer_tally,
    asking_round,
    given_answer,
    involvement,
    round_answered,
    unsigned_words,
)
from tests.dialogues.administering.hired import acts, hire
from tests.dialogues.asking.asked import ANSWERS, answer, pass_days, read_in, take_in
from tests.dialogues.clock import tick, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.rights.test_guardian import guarded
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]

TABLES = (answer_sheet, given_answer, round_answered, answer_tally, unsigned_words)


@pytest.fixture
def run(school: School) -> School:
    hire(school)
    return school


@pytest.fixture
def own(own_school: School) -> School:
    hire(own_school)
    return own_school


def kept(school: School) -> list[int]:
    """Count the rows of what people answered."""
    with school.engine.begin() as connection:
        return [
            connection.execute(select(func.count()).select_from(own)).scalar() or 0
            for own in TABLES
        ]


@both_ways
def test_by_five_it_is_shown_once_it_has_closed(run: School):
    read = read_in(run)
    assert "Questionnaire how-it-goes: 3 questions." in read
    assert "It asks students, mentors and teachers." in read
    assert "6 people are asked today." in read
    assert "Without names: nobody sees who answered what." in read
    pass_days(run, 1.25)
    (asked,) = told(run, "s1", "reminder")
    assert "How it goes, until " in asked
    for who in ANSWERS:
        assert answer(run, who).startswith("Sent. Your answers are counted in")
        for looks in ("s1", "m1", "t1", "c1", "a1"):
            assert "what came of" not in run.text(looks, "/questionnaire"), looks
    pass_days(run, 7)
    for looks in ("s1", "m2", "t1", "c1", "a1"):
        run.say(looks, "/questionnaire")
        assert run.tapped(looks, "what came of: How it goes") == (
            "How it goes\n"
            "5 people answered.\n"
            "1. I learn a lot.\n"
            "1 is: “no”. 5 is: “yes”.\n"
            "1: 0\n2: 2\n3: 0\n4: 2\n5: 1\n"
            "2. Where most?\n"
            "at school: 2\nat work: 3\n"
            "3. What would help?\n"
            "• “A quieter place”\n• “A visit”\n• “More time”\n• “More tools”\n• “Shorter days”"
        ), looks
    ended = [own for own in told(run, "c1", "reminder") if "This questionnaire has ended." in own]
    assert len(ended) == 1
    assert kept(run) == [0, 0, 0, 5, 5]


def test_by_four_nothing_is_shown_and_all_is_deleted(run: School):
    read_in(run)
    pass_days(run, 1)
    for who in [*ANSWERS][:4]:
        answer(run, who)
    pass_days(run, 7)
    for looks in ("s1", "c1", "a1"):
        run.say(looks, "/questionnaire")
        assert run.tapped(looks, "what came of: How it goes") == (
            "How it goes\n"
            "Fewer than 5 people answered, so nothing is shown, and all answers were deleted."
        )
    assert kept(run) == [0, 0, 0, 0, 0]
    with run.engine.begin() as connection:
        assert connection.execute(select(asking_round.c.answered)).scalar() is None


def test_who_did_not_answer_is_told_once_more(own: School):
    read_in(own)
    pass_days(own, 2)
    answer(own, "s1")
    pass_days(own, 6)
    assert len(told(own, "s1", "reminder")) == 1
    first, again = told(own, "s2", "reminder")
    assert first.startswith("Your school asks you something")
    assert again.startswith("This closes soon, and waits for your answers still:")
    assert not told(own, "c1", "reminder")[:-1]


def test_what_was_begun_waits_and_can_be_changed_left_out_and_thrown_away(own: School):
    read_in(own, anonymous=False)
    pass_days(own, 1)
    own.say("s1", "/questionnaire")
    own.tap("s1", "answer: How it goes")
    own.tap("s1", "4")
    own.say("s1", "/report")
    own.say("s1", "/questionnaire")
    shown = own.tapped("s1", "answer: How it goes")
    assert "Question 2 of 3\nWhere most?" in shown
    own.tap("s1", "‹ back")
    assert "Question 2 of 3" in own.text("s1", "2")  # typed, in the place of the 4
    assert "Question 3 is" not in own.tapped("s1", "to the end")
    missing = own.tapped("s1", "go on")
    assert "Where most?" in missing
    assert "Question 3 of 3" in own.text("s1", "at work")
    shown = own.tapped("s1", "leave it out")
    assert "1. I learn a lot.\n→ 2 of 5\n2. Where most?\n→ at work" in shown
    assert "→ left out" in shown
    assert own.tapped("s1", "throw away").startswith("Thrown away")
    assert kept(own) == [0, 0, 0, 0, 0]


def test_nothing_is_sent_after_it_closed_nor_twice(own: School):
    read_in(own)
    pass_days(own, 1)
    answer(own, "s1")
    assert "not open any more" in own.tap_code("s1", "qnb:1")[0].text
    own.say("s2", "/questionnaire")
    own.tap("s2", "answer: How it goes")
    own.tap("s2", "4")
    own.tap("s2", "at work")
    own.tap("s2", "leave it out")
    pass_days(own, 8)
    assert "not open any more" in own.tapped("s2", "send")
    assert kept(own) == [0, 0, 0, 0, 0]


def test_nobody_answers_for_another_one(own: School):
    read_in(own)
    pass_days(own, 1)
    own.say("s1", "/questionnaire")
    own.tap("s1", "answer: How it goes")
    codes = ("fq:1:1", "fa:1:1:3", "fs:1:3", "fv:1", "fx:1", "qnd:1")
    for who in ("s2", "m1", "t1", "c1", "a1"):
        for code in codes:
            (shown,) = own.tap_code(who, code)
            assert "not open any more" in shown.text, (who, code)
    assert own.tap_code("c1", "qnb:1")[0].text.startswith("These questions are not open")


def test_who_runs_kompaan_closes_it_and_nobody_else(own: School):
    read_in(own)
    for who in ("s1", "m1", "t1", "c1"):
        for code in ("qnc:1", "qnx:1"):
            (shown,) = own.tap_code(who, code)
            assert shown.text.startswith("There is no questionnaire"), (who, code)
    pass_days(own, 1)
    for who in ANSWERS:
        answer(own, who)
    own.say("a1", "/questionnaire")
    own.tap("a1", "close: How it goes")
    assert own.tapped("a1", "close it") == "Closed: How it goes"
    assert acts(own)[-2:] == ["questionnaire_taken_in", "questionnaire_closed"]
    own.say("a1", "/questionnaire")
    assert "5 people answered." in own.tapped("a1", "what came of: How it goes")


def test_what_came_of_it_is_taken_along_as_a_table(own: School):
    read_in(own)
    pass_days(own, 1)
    formula = "=HYPERLINK(1)"
    for who, (scale, choice, words) in ANSWERS.items():
        own.say(who, "/questionnaire")
        own.tap(who, "answer: How it goes")
        own.tap(who, "3" if who != "s1" else scale)
        own.tap(who, choice)
        own.say(who, formula if who == "s1" else words)
        own.tap(who, "send")
    assert "nothing of that for you" in own.tap_code("c1", "qnt:1")[0].text
    pass_days(own, 7)
    own.say("c1", "/questionnaire")
    own.tap("c1", "what came of: How it goes")
    (shown,) = own.tap("c1", "as a file")
    (file,) = shown.files
    assert (file["name"], file["kind"]) == ("how-it-goes.csv", "text/csv")
    hidden = "Not shown: too few said something, or so many the same that it would tell who did."
    assert file["alt"].splitlines()[1:] == [
        "number · question · answer · how often",
        f"1 · I learn a lot. · {hidden}",
        "2 · Where most? · at school · 2",
        "2 · Where most? · at work · 3",
        f"3 · What would help? · {formula} · 1",
        *(f"3 · What would help? · {ANSWERS[who][2]} · 1" for who in ("s2", "m1", "m2", "s3")),
    ]


def test_a_word_that_answers_nothing_on_a_sheet_with_names_asks_it_again(own: School):
    read_in(own, anonymous=False)
    pass_days(own, 1)
    own.say("s1", "/questionnaire")
    own.tap("s1", "answer: How it goes")
    assert "Question 2 of 3" in own.text("s1", "four")
    again = own.text("s1", "somewhere")
    assert again.startswith("That answers nothing here.\nQuestion 2 of 3")
    own.say("s1", "at work")
    own.say("s1", "More time")
    assert "Shall I send it?" in own.text("s1", "4")
    assert "8" in own.text("s1", "8 vvvv")
    assert own.tapped("s1", "send").startswith("Sent.")


def test_who_is_asked_no_more_sends_nothing(own: School):
    read_in(own, roles='"teacher"')
    pass_days(own, 1)
    own.say("t1", "/questionnaire")
    own.tap("t1", "answer: How it goes")
    for said in ("4", "at work", "A quieter place"):
        own.say("t1", said)
    with own.engine.begin() as connection:
        connection.execute(delete(involvement).where(involvement.c.role == "teacher"))
    assert "not open any more" in own.tapped("t1", "send")
    assert kept(own) == [0, 0, 0, 0, 0]


def test_who_waits_for_a_guardian_answers_no_further(own: School):
    read_in(own)
    pass_days(own, 1)
    own.say("s1", "/questionnaire")
    own.tap("s1", "answer: How it goes")
    own.tap("s1", "4")
    guarded(own)
    assert "has to say yes" in own.tapped("s1", "at work")
    assert "has to say yes" in own.tap_code("s1", "qnd:1")[0].text
    assert kept(own)[1] == 1


def test_with_names_each_reads_what_the_table_lets_them(own: School):
    read_in(own, anonymous=False)
    pass_days(own, 1)
    for who in (*ANSWERS, "t1"):
        assert answer(own, who) == "Sent. /questionnaire shows what you answered."
    readable = {
        "s1": ["Jonas Peeters"],
        "m1": ["Karim Haddad"],
        "t1": ["Els Wouters", "Jonas Peeters", "Nicolas Maes", "Noor Aziz"],
        "c1": [
            "An Claes", "Els Wouters", "Jonas Peeters", "Karim Haddad", "Nicolas Maes", "Noor Aziz"
        ],
    }  # fmt: skip
    for who, names in readable.items():
        own.say(who, "/questionnaire")
        if names == [names[0]]:
            shown = own.tap(who, "your answers: How it goes")[-1]
            assert shown.text.startswith(names[0])
            continue
        shown = own.tap(who, "answers: How it goes")[-1]
        assert [row[0]["label"] for row in shown.buttons] == names, who
    assert "answers: " not in str(own.say("a1", "/questionnaire")[-1].buttons)
    own.say("c1", "/questionnaire")
    own.tap("c1", "answers: How it goes")
    assert own.tapped("c1", "Jonas Peeters") == (
        "Jonas Peeters\n1. I learn a lot.\n→ 4 of 5\n2. Where most?\n→ at work\n"
        "3. What would help?\n→ “More time”"
    )


def test_our_own_example_in_dutch(dutch_school: School):
    school = dutch_school
    ours = OURS["workplace"].read_text()
    days = 'opens_on = "2026-10-15"\ncloses_on = "2026-10-21"'
    take_in(school, ours.replace("days_before_photo = 14", days))
    pass_days(school, 1.25)
    (asked,) = told(school, "s1", "reminder")
    assert asked.startswith("Je school heeft enkele vragen voor je.")
    assert "tot wo 21 okt, 23:59" in asked
    school.say("s1", "/vragenlijst")
    assert "Vraag 1 van 4\nIk voel me welkom" in school.tapped("s1", "antwoord: Hoe je werkplek is")
    assert "Vraag 2 van 4" in school.text("s1", "helemaal wel")
    school.say("s1", "3")
    assert "Typ het in je eigen woorden." in school.text("s1", "elke week")
    school.say("s1", "Meer uitleg vooraf")
    assert school.tapped("s1", "verstuur").startswith("Verstuurd. Je antwoorden zijn meegeteld")


def test_answers_with_names_go_two_years_after_it_closed(own: School):
    read_in(own, anonymous=False)
    pass_days(own, 1)
    answer(own, "s1")
    pass_days(own, 8)
    assert kept(own)[:2] == [1, 3]
    own.later(days=720)
    tick(own)
    assert kept(own)[:2] == [1, 3]
    own.later(days=10)
    tick(own)
    assert kept(own)[:2] == [0, 0]
