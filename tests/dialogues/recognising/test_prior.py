"""What was learned before: claimed, confirmed, refused, and looked at anew once."""

from datetime import timedelta

from bot.domain.school.frameworks import PriorRule
from bot.use_cases.recognising.set_prior_rule import list_prior_rules, set_prior_rule
from tests.dialogues.clock import hear, told
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.school import School
from tests.dialogues.ways import both_ways

__all__ = ["dutch_school", "own_school"]


def claim(school: School, what: str = "/prior 10.1-10.4", *, send: bool = True) -> str:
    """Let Jonas claim some indicators, with his own words and a reference."""
    school.say("s1", what)
    school.tap("s1", "go on")
    school.tap("s1", "training without one")
    school.tap("s1", "somewhere else")
    school.say("s1", "Two summers with my uncle, an electrician")
    school.say("s1", "A letter of my uncle")
    shown = school.text("s1", "that’s all")
    return school.tapped("s1", "send") if send else shown


def see(school: School, who: str) -> str:
    """Let somebody who decides open the claim on conduits of Jonas."""
    school.say(who, "/prior jonas")
    return school.tapped(who, "10 Lays conduits")


def counted(school: School, rule: PriorRule) -> None:
    """Let the programme count what was learned before."""
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        organisation = school.people["s1"].organisation_id
        (known,) = list_prior_rules(uow, organisation)
        set_prior_rule(uow, organisation, known.programme_id, rule, school.at)


def settle(school: School) -> None:
    """Let it be five in the afternoon, when what waits reaches students and everybody else."""
    five = school.at.replace(hour=15, minute=0, second=0, microsecond=0)
    days = 0 if five > school.at else 1
    school.later(seconds=(five + timedelta(days=days) - school.at).total_seconds())
    hear(school)


@both_ways
def test_confirmed_by_teacher_and_coach_it_stands_in_the_report_and_in_no_score(school: School):
    sent = claim(school)
    assert sent.startswith("Sent to ")
    assert "Els Wouters" in sent
    assert "Lien Martens" in sent
    assert "10 Lays conduits, indicators 1-4" in sent
    settle(school)
    (heard,) = told(school, "t1", "answer")
    assert "Jonas Peeters says to have learned this before: 10 Lays conduits" in heard
    shown = school.tapped("t1", "see the claim")
    assert "“Two summers with my uncle, an electrician”" in shown
    assert "• “A letter of my uncle”" in shown
    assert "You speak as teacher." in shown
    said = school.tapped("t1", "confirm")
    assert said.startswith("Confirmed as teacher.\nIt is decided once the other one has spoken")
    assert "learned before" not in school.text("s1", "/report")
    assert "teacher: confirmed" in see(school, "c1")
    assert "It is recognised now" in school.tapped("c1", "confirm")
    settle(school)
    heard = told(school, "s1", "answer")[-1]
    assert heard.startswith("Recognised: you had learned 10 Lays conduits, indicators 1-4 before.")
    for who in ("s1", "m1", "t1", "c1"):
        report = school.text(who, "/report jonas" if who != "s1" else "/report")
        assert "+ learned before: 4 of 13 (non-formal)" in report, who
        assert "⬜G ⬜G ⬜G 10 Lays conduits" in report, who


@both_ways
def test_refused_it_says_why_and_the_appeal_confirms_it(school: School):
    claim(school)
    see(school, "c1")
    assert "The student reads it, and can appeal once." in school.tapped("c1", "refuse …")
    refused = school.text("c1", "Your uncle did the work, it seems")
    assert refused.startswith("Refused as coach.\nIt is refused now; the student hears why")
    settle(school)
    heard = told(school, "s1", "answer")[-1]
    assert "What you claim is refused: 10 Lays conduits, indicators 1-4." in heard
    assert "coach Lien Martens: refused “Your uncle did the work, it seems”" in heard
    assert "This can be asked once." in school.tapped("s1", "ask to look anew …")
    assert "Sent to " in school.text("s1", "I laid those of the second floor alone")
    settle(school)
    # What the teacher was to hear first came to nothing, since the coach had refused it by then.
    shown = school.tapped("t1", "see the claim")
    assert "“I laid those of the second floor alone”" in shown
    assert "It is decided once the other one has spoken" in school.tapped("t1", "confirm")
    see(school, "c1")
    assert "It is recognised now" in school.tapped("c1", "confirm")
    settle(school)
    assert told(school, "s1", "answer")[-1].startswith("Recognised: ")
    assert "✓ recognised" in school.text("s1", "/prior")


def test_refused_again_after_the_appeal_it_stays_refused(school: School):
    claim(school)
    see(school, "t1")
    school.tap("t1", "refuse …")
    school.say("t1", "I see no proof")
    school.say("s1", "/prior")
    school.tap("s1", "10 Lays conduits")
    school.tap("s1", "ask to look anew …")
    school.say("s1", "There is a letter")
    see(school, "t1")
    school.tap("t1", "refuse …")
    said = school.text("t1", "The letter says nothing of conduits")
    assert "It is decided once the other one has spoken" in said
    see(school, "c1")
    assert "also after the appeal" in school.tapped("c1", "confirm")
    assert "✗ refused, also after the appeal" in school.text("s1", "/prior")
    school.tap("s1", "10 Lays conduits")
    assert "ask to look anew …" not in school.buttons("s1")
    assert "learned before: 4" not in school.text("s1", "/report")


def test_an_indicator_is_left_out_by_its_number_and_scores_nothing(own_school: School):
    own_school.say("s1", "/prior 10")
    shown = own_school.text("s1", "10.3")
    assert "12 indicators are chosen" in shown
    assert "13 indicators are chosen" in own_school.text("s1", "10.3")
    assert own_school.scores == 0


def test_the_own_employer_may_be_the_workplace(own_school: School):
    own_school.say("s1", "/prior 8")
    own_school.tap("s1", "go on")
    own_school.tap("s1", "by doing")
    own_school.tap("s1", "Elektro bv, I worked there already")
    own_school.say("s1", "A year of Saturdays")
    shown = own_school.tapped("s1", "that is all")
    assert "8 Marks out routes, all of it" in shown
    assert "Where: at Elektro bv, the own employer, which is now the workplace as well." in shown
    assert "How it stands: not sent yet" in shown


def test_a_word_is_taken_back_and_the_student_sees_it_where_it_was_told(own_school: School):
    claim(own_school)
    see(own_school, "t1")
    own_school.tap("t1", "confirm")
    see(own_school, "c1")
    own_school.tap("c1", "confirm")
    settle(own_school)
    assert told(own_school, "s1", "answer")[-1].startswith("Recognised: ")
    see(own_school, "c1")
    own_school.tap("c1", "take back what I said")
    settle(own_school)
    assert told(own_school, "s1", "answer")[-1].startswith("It is open again")
    assert "learned before: 4" not in own_school.text("s1", "/report")
    see(own_school, "c1")
    own_school.tap("c1", "confirm")
    settle(own_school)
    assert told(own_school, "s1", "answer")[-1].startswith("Recognised: ")
    assert "learned before: 4" in own_school.text("s1", "/report")


def test_it_counts_by_the_rule_of_the_programme(own_school: School):
    claim(own_school, "/prior 10.1-10.11")
    for who in ("t1", "c1"):
        see(own_school, who)
        own_school.tap(who, "confirm")
    assert "learned before: 11 of 13 (non-formal)\n" in own_school.text("s1", "/report")
    counted(own_school, PriorRule.COVERED)
    report = own_school.text("s1", "/report")
    assert "learned before: 11 of 13 (non-formal), counts as come up" in report
    assert "Acquired by what was learned before" not in report
    counted(own_school, PriorRule.ACQUIRED)
    report = own_school.text("s1", "/report")
    assert "learned before: 11 of 13 (non-formal), counts as acquired" in report
    assert "Acquired by what was learned before: 10." in report
    assert "⬜G ⬜G ⬜G 10 Lays conduits" in report


def test_what_is_not_right_is_said_and_stores_nothing(own_school: School):
    assert "One competence at a time" in own_school.text("s1", "/prior 8 10")
    assert "One competence at a time" in own_school.text("s1", "/prior 10 vvlvxvvvvlvvv")
    assert "There is no competence 9" in own_school.text("s1", "/prior 9")
    claim(own_school, send=False)
    own_school.tap("s1", "my words …")
    long = own_school.text("s1", "x" * 1501)
    assert long == "Nothing was stored: 1500 letters at most, and this has 1501. Say it shorter."
    own_school.tap("s1", "cancel")
    assert "Nothing of Jonas Peeters yet." in own_school.text("c1", "/prior jonas")
    assert "Nothing waits for you." in own_school.text("t1", "/prior")
    own_school.say("s1", "/prior")
    own_school.tap("s1", "10 Lays conduits")
    assert own_school.tapped("s1", "send").startswith("Sent to ")
    assert "The others were claimed before." in own_school.text("s1", "/prior 10")
    assert "All of it was claimed before" in own_school.text("s1", "/prior 10.1")
    own_school.say("s1", "/prior")
    own_school.tap("s1", "10 Lays conduits")
    own_school.tap("s1", "take it back")
    assert own_school.tapped("s1", "yes, take it back") == "Taken back."
    assert "Nothing waits for you." in own_school.text("t1", "/prior")


def test_nobody_else_reads_or_decides(own_school: School):
    claim(own_school)
    assert "uncle" not in own_school.text("m1", "/prior jonas")
    for who in ("m1", "s2", "m2"):
        for code in ("evs:1", "evy:1", "evr:1", "evk:1", "evu:1", "evx:1:1", "eva:1", "evg:1"):
            (shown,) = own_school.tap_code(who, code)
            assert shown.text == "That is not there any more, or it is not yours to see.", code
    (shown,) = own_school.tap_code("s1", "evy:1")
    assert shown.text.startswith("There is nothing left for you to say of it.")
    (shown,) = own_school.tap_code("t1", "evx:1:1")
    assert shown.text == "That is not there any more, or it is not yours to see."
    assert "waits for you: /prior" in own_school.text("t1", "/open")


def test_a_draft_is_not_begun_anew_by_itself_and_says_how_it_was_learned(own_school: School):
    own_school.say("s1", "/prior")
    own_school.tap("s1", "claim something")
    assert "10 Lays conduits" in own_school.text("s1", "10")
    assert own_school.scores == 0
    claim(own_school, send=False)
    shown = own_school.text("s1", "/prior 8")
    assert shown.startswith("You are writing this one: send it or drop it first.")
    assert "“Two summers with my uncle, an electrician”" in shown
    own_school.tap("s1", "how I learned it …")
    own_school.tap("s1", "training without one")
    again = own_school.tapped("s1", "somewhere else")
    assert "“Two summers with my uncle, an electrician”" in again
    assert own_school.tapped("s1", "send").startswith("Sent to ")
