"""Pages for the class council: what stands on them, and for whom."""

from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest

from bot.domain.evaluating.decisions import DecisionKind, Ruling
from bot.domain.evaluating.workplace_rule import RuleKind
from bot.domain.planning.training_plans import Where
from bot.domain.reflecting.sharing import Share
from bot.use_cases.evaluating.deciding.record_decision import (
    Recording,
    find_decisive_photo,
    record_decision,
)
from bot.use_cases.evaluating.deliberating.state_rule import make_rule, state_rule
from bot.use_cases.reflecting.find_own_answer import find_own_answer
from bot.use_cases.reflecting.withdraw_answer import withdraw_answer
from tests.dialogues.clock import hear, tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.evaluating.council_school import (
    LAST,
    answered,
    described,
    photographed,
    printed,
    quiet,
    until,
    with_periods,
    words_of,
)
from tests.dialogues.evaluating.test_choose import with_components
from tests.dialogues.files import newest_file
from tests.dialogues.planning.planned import plan
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]


def table_of(document: dict[str, Any], section: str) -> Any:
    """The rows of the first table of a section, as texts and colours."""
    (found,) = (part for part in document["sections"] if part["title"] == section)
    return found["blocks"][0]["rows"]


def points_of(document: dict[str, Any], section: str) -> Any:
    """The first list of a section."""
    (found,) = (part for part in document["sections"] if part["title"].startswith(section))
    return found["blocks"][0]


def test_a_page_of_a_student_and_of_the_class_on_every_platform(school: School):
    photographed(school)
    text = school.text("c1", "/council jonas")
    assert text.startswith(
        "Jonas Peeters · Electrician\nPhoto of Winter, Fri 27 Nov, 16:00.\n"
        "Acquired, of 3: student 1 · mentor 1 · teacher 0.\n"
        "Result at the workplace: no rule\nViews stand apart on 1 competence."
    )
    assert newest_file(school, "c1").startswith(b"%PDF-1.")
    assert "It can be handed round" in school.tapped("c1", "to hand round")
    whole = school.tapped("c1", "the whole class")
    assert "Acquired, of 3, in this order: student · mentor · teacher.\n" in whole
    assert "Jonas: 1 · 1 · 0 · apart on 1\nNoor: 0 · 0 · 1" in whole
    assert newest_file(school, "c1").startswith(b"%PDF-1.")
    assert "Photo of Autumn" in school.tapped("c1", "Autumn")
    assert "Noor Aziz · Electrician\nPhoto of Autumn" in school.tapped("c1", "Noor")
    school.say("s1", "/endview")
    assert newest_file(school, "s1").startswith(b"%PDF-1.")


def test_a_page_says_how_colours_grew_and_how_disputes_ended(own_school: School):
    school = photographed(own_school)
    (page,) = described(school.say("t1", "/council jonas"))
    assert page["sections"][0]["blocks"][0] == [
        "Acquired, of 3: student 1 · mentor 1 · teacher 0.",
        "Result at the workplace: no rule",
        "Views stand apart on 1 competence.",
    ]
    named, student, mentor, teacher = table_of(page, "Competences")[0]
    assert named["text"] == "8 Marks out routes\n≠ views stand apart"
    assert (mentor["before"], mentor["colour"]) == (["light_green"], "dark_green")
    assert (mentor["growth"], mentor["progress"]) == ([2, 0, 0], [4, 4])
    assert (teacher["colour"], teacher["growth"]) == ("red", [0, 0, 0])
    assert (student["colour"], student["before"]) == ("dark_green", ["dark_green"])
    (dispute,) = points_of(page, "Where views stood apart")
    assert dispute == (
        "8 Marks out routes · seen differently · teacher – student and mentor · since 14 Oct · "
        "still stands"
    )
    school.say("t1", "jonas 8 vvvv")
    quiet(school)
    (page,) = described(school.say("t1", "/council jonas"))
    (dispute,) = points_of(page, "Where views stood apart")
    assert dispute.endswith("· ended by new scores, 28 Nov")
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (photo,) = (photo for photo in uow.photos.list_of_programme(1) if photo.name == "Winter")
    assert photo.digest in page["foot"].replace(" ", "")


def test_what_counted_and_the_result_stand_on_the_pages(own_school: School):
    school = with_components(own_school)  # its period opened two days ago, and is chosen for
    school.say("s1", "/choose")
    school.tap("s1", "☐ Rough-in")
    plan(school, "s1", "m1", {8: Where.WORKPLACE, 10: Where.BOTH, 11: Where.CAMPUS})
    school.say("m1", "jonas 8 all v")
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        programme = uow.tracks.read_programme(1)
        rule = make_rule(programme, RuleKind.SHARE, Fraction(55))
        state_rule(uow, programme, rule, school.at)
    school.later(days=60)
    hear(school)
    (page,) = described(school.say("t1", "/council jonas"))
    assert points_of(page, "What the student was evaluated on") == [
        "Rough-in (8, 10): counts for the assessment",
        "Boxes (11): to learn from",
    ]
    assert points_of(page, "Result at the workplace")[:4] == [
        "Acquired at work, of what is pursued there: 8",
        "Not yet: 10",
        "Result: 1 of 2 = 50 %",
        "To reach: 55 %, 5 percentage points below.",
    ]
    (whole,) = described(school.say("c1", "/council 6E"))
    jonas, noor = table_of(whole, "Students")
    assert [cell["text"] for cell in jonas[4:]] == [
        "Rough-in",
        "1 of 2 = 50 %: 5 percentage points below",
        "–",
    ]
    assert [cell["text"] for cell in noor[4:]] == ["–", "no training plan", "–"]


def test_what_was_decided_stands_on_the_page_of_its_photo(own_school: School):
    school = photographed(own_school)
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        coach = uow.people.find(school.people["c1"].person_id)
        assert coach is not None
        (track,) = (own for own in uow.tracks.list_of(coach.id) if own.student == "Jonas Peeters")
        photo = find_decisive_photo(uow, track)
        assert photo is not None
        ruling = Ruling(DecisionKind.GOES_ON, ("Lien", "Els"), LAST.date(), "It grows.")
        record_decision(uow, coach, track, Recording(photo, ruling), school.at)
    (page,) = described(school.say("t1", "/council jonas"))
    assert points_of(page, "Decision of the class council") == (
        "goes on with the programme · Lien and Els · 27 November 2026 · “It grows.” · "
        "not noted yet as told to the student"
    )
    for reader, line in (("t1", "/council jonas autumn"), ("s1", "/endview"), ("s1", "/council")):
        assert "It grows" not in words_of(school.say(reader, line))


CANARIES = {
    "private answer": set(),
    "private goal": set(),
    "draft": set(),
    "goal of a draft": set(),
    "coach's answer": set(),
    "coach's goal": {"c1"},
    "everybody's answer": set(),
    "everybody's goal": {"c1", "t1", "round"},
    "mentor's note": {"c1"},
    "student's note": {"c1"},
    "teacher's note": {"c1", "t1"},
    "resolved words": {"c1"},
    "question": set(),
    "teacher's reply": set(),
    "goal of Noor": set(),
}
"""What is said by whom about what, and whose page of Jonas it may stand on."""


def with_canaries(school: School) -> School:
    with_periods(school)
    answered(school, "private answer", Share.ME, goal="private goal", evidence=[1])
    answered(school, "draft", Share.ALL, goal="goal of a draft", evidence=[1], done=False)
    answered(school, "coach's answer", Share.COACH, goal="coach's goal", evidence=[2])
    answered(school, "everybody's answer", Share.ALL, goal="everybody's goal")
    answered(school, "chosen evidence", Share.ALL, evidence=[2, 5])
    for who, line in (
        ("s1", "8 vvvv ssss"),
        ("m1", "jonas 8 vvll ssss"),
        ("t1", "jonas 8 xxxx"),
        ("s1", '8.1 v "student\'s note"'),
        ("m1", 'jonas 8.1 v "mentor\'s note"'),
        ("t1", 'jonas 8.1 x "teacher\'s note"'),
    ):
        school.say(who, line)
    quiet(school)
    school.tap("c1", "ask: teacher")
    school.say("c1", "question")
    hear(school)
    school.tap("t1", "answer")
    school.say("t1", "teacher's reply")
    hear(school)
    school.tap("c1", "resolve …")
    school.say("c1", "resolved words")
    until(school, LAST + timedelta(seconds=1))
    return school


def test_nothing_stands_on_a_page_that_its_reader_may_not_read(own_school: School):
    school = with_canaries(own_school)
    pages = {who: school.say(who, "/council jonas") for who in ("c1", "t1", "m1", "m2", "s1", "s2")}
    pages["c1 class"] = school.say("c1", "/council 6E")
    pages["t1 class"] = school.say("t1", "/council 6E")
    school.say("c1", "/council jonas")
    pages["round"] = school.tap("c1", "to hand round")
    ends = {who: school.say(who, "/endview jonas") for who in ("c1", "t1", "m1", "m2", "s1", "s2")}
    on_paper, at_the_end = (
        {who: printed(own) for who, own in those.items()} for those in (pages, ends)
    )
    for canary, readers in CANARIES.items():
        for said in ({who: words_of(own) for who, own in pages.items()}, on_paper):
            assert {who for who, page in said.items() if canary in page} == readers, canary
        for said in ({who: words_of(own) for who, own in ends.items()}, at_the_end):
            assert not any(canary in end for end in said.values()), canary
    chosen = {who for who, end in ends.items() if "chosen evidence" in words_of(end)}
    assert chosen == {"c1", "t1", "s1"}
    assert not any("chosen evidence" in words_of(page) for page in pages.values())
    assert "keep it to yourself" in pages["c1"][0].text
    assert "made for Lien Martens" in described(pages["c1"])[0]["foot"]
    assert "Lien" not in described(pages["round"])[0]["foot"]


def test_the_end_view_is_there_from_the_last_photo_on_and_is_told(own_school: School):
    school = with_periods(own_school)
    school.say("m1", "jonas 8 vvll ssss")
    school.say("t1", "jonas 11 all v")
    assert "once the last photo was taken" in school.text("s1", "/endview")
    private = answered(school, "for me", Share.ME, evidence=[1])
    assert private
    answered(school, "I drew it myself", Share.ALL, evidence=[1])
    until(school, LAST + timedelta(seconds=1))
    taken = tick_through(school, 80)["s1"]
    assert "The photo of Winter was taken." in taken[-1].text
    shown = school.tap("s1", "what you take along")
    assert "1 answer that you chose as evidence is not on it" in shown[0].text
    (view,) = described(shown)
    rows = table_of(view, "Competences, and how they came to be")
    assert [row[-1]["text"] for row in rows] == ["workplace only", "nothing yet", "campus only"]
    can = next(part for part in view["sections"] if part["title"] == "What Jonas can do")
    assert can["blocks"][1] == ["8 Marks out routes", "11 Sets boxes"]
    (point,) = points_of(view, "Evidence, in the student")
    assert point == "8.1 Marks out routes · 14 October 2026 · “I drew it myself”"
    assert "The end view is the student's" in school.text("m1", "/endview jonas")
    assert buttons_of(school.tap_code("m1", "qe:1")) == []


def test_withdrawn_words_leave_the_documents_that_are_kept(own_school: School):
    school = with_periods(own_school)
    answered(school, "I drew\nit myself", Share.ALL, goal="Draw it alone", evidence=[1])
    until(school, LAST + timedelta(days=1))
    school.say("s1", "/endview")
    school.say("c1", "/council jonas")
    school.say("s1", "/reflect")
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        own = find_own_answer(uow, school.people["s1"].person_id, 1)
        assert own is not None
        withdraw_answer(uow, own, school.at)
        for who in ("s1", "c1"):
            recent = uow.transcripts.list_recent(school.people[who].person_id, 9)
            documents = [message for message in recent if message.files]
            assert documents
            assert not any("myself" in words_of([message]) for message in documents)
            assert not any("alone" in words_of([message]) for message in documents)


@pytest.mark.parametrize("who", ["s1", "m1", "m2"])
def test_nobody_else_opens_a_page(own_school: School, who: str):
    photographed(own_school)
    assert "for teachers and coaches" in own_school.text(who, "/council jonas")
    for code in ("qc:1:2:me", "qc:1:2:all", "qk:1:2", "qc:2:2:me", "qc:3:2:me"):
        assert not described(own_school.tap_code(who, code))


def test_a_teacher_opens_only_the_own_students(own_school: School):
    photographed(own_school)
    with own_school.engine.begin() as connection:
        connection.exec_driver_sql(
            "DELETE FROM involvement WHERE role = 'teacher' AND track_id = 2"
        )
    assert "Noor" not in words_of(own_school.say("t1", "/council 6E"))
    assert not described(own_school.tap_code("t1", "qc:2:2:me"))
    assert not described(own_school.tap_code("t1", "qk:2:2"))


def test_in_dutch(dutch_school: School):
    photographed(dutch_school)
    text = dutch_school.text("c1", "/klassenraad jonas autumn")
    assert "Foto van Autumn" in text
    (page,) = described(dutch_school.tap("c1", "om rond te geven"))
    assert page["title"] == "Jonas Peeters · blad voor de klassenraad"
    (view,) = described(dutch_school.say("s1", "/eindbeeld"))
    assert view["title"] == "Jonas Peeters · eindbeeld"
    assert view["sections"][0]["title"] == "Op weg, en gegroeid sinds Autumn"
    assert view["sections"][0]["blocks"][0] == ["8 Marks out routes"]
