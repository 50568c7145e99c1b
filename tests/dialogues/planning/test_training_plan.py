"""A training plan: proposed from the list, changed in a few taps, agreed by three, in versions."""

from bot.domain.importing.drafts import RosterRow
from bot.use_cases.importing.import_roster import import_roster
from tests.dialogues.clock import tick_through
from tests.dialogues.conftest import dutch_school, own_school
from tests.dialogues.evaluating.decided import photograph
from tests.dialogues.school import School, buttons_of

__all__ = ["dutch_school", "own_school"]

PROPOSED = [
    "at the workplace: 8 “Marks out routes”, 10 “Lays conduits”",
    "on campus: 11 “Sets boxes”",
]


def test_proposed_from_the_list_and_agreed_by_three_with_one_tap_each(school: School):
    assert "no activity list to propose one from" in school.text("c1", "/trainingplan jonas")
    school.say("m1", "/activities context 1")
    (shown,) = school.say("c1", "/trainingplan jonas")
    assert shown.text.splitlines() == [
        "Jonas Peeters · Electrician · training plan",
        "Elektro bv: no training plan yet. From its activity list I would propose:",
        *PROPOSED,
    ]
    assert buttons_of([shown]) == ["propose this", "change it"]
    (stored,) = school.tap("c1", "propose this")
    assert "Stored as version 1. The others are asked whether they agree." in stored.text
    assert "Elektro bv: version 1, by Lien Martens on " in stored.text
    still = "Agreed by the school (Lien Martens); still to agree: the mentor and the student."
    assert still in stored.text
    school.say("m1", "/trainingplan jonas")
    assert "still to agree: the student" in school.tapped("m1", "I agree")
    school.say("s1", "/trainingplan")
    assert "Agreed by all" in school.tapped("s1", "I agree")
    assert "I agree" not in buttons_of(school.say("t1", "/trainingplan jonas"))


def test_changed_with_few_taps_by_groups(school: School):
    school.say("m1", "/opleidingsplan jonas")
    (draft,) = school.tap("m1", "change it")
    assert (
        "not decided yet: 8 “Marks out routes”, 10 “Lays conduits”, 11 “Sets boxes”" in draft.text
    )
    labels = buttons_of([draft])
    assert labels[4:9] == [
        "all 3",
        "Rough work (2)",
        "? 8 Marks out routes",
        "? 10 Lays conduits",
        "? 11 Sets boxes",
    ]
    school.tap("m1", "Rough work (2)")
    school.tap("m1", "⌂ on campus")
    (draft,) = school.tap("m1", "not decided (1)")
    assert draft.text.splitlines()[1:3] == PROPOSED
    stored = school.tapped("m1", "store it")
    assert "Stored as version 1" in stored
    assert "Agreed by the mentor (Karim Haddad)" in stored


def test_changed_in_words(own_school: School):
    school = own_school
    (draft,) = school.say("t1", "/trainingplan jonas 8 10 workplace, 11 campus")
    assert draft.text.splitlines()[1:3] == PROPOSED
    assert "both: 8 “Marks out routes”" in school.text("t1", "8 both")
    assert "Electrician has no competence 99" in school.text("t1", "99 campus")
    assert "Stored as version 1" in school.text("t1", "store")
    school.say("t1", "/trainingplan jonas all campus")
    assert "stays as it is" in school.text("t1", "leave it")
    assert "both: 8" in school.text("t1", "/trainingplan jonas")
    school.say("t1", "/trainingplan jonas 8 both")
    assert "no version was made" in school.text("t1", "store")
    # Anything else that is said is read as ever.
    school.say("t1", "/trainingplan jonas all campus")
    assert "Jonas" in school.text("t1", "jonas 8 vvvv")
    assert school.scores == 4


def test_a_word_that_is_not_known_leaves_the_draft_open(own_school: School):
    school = own_school
    school.say("t1", "/trainingplan jonas 8 campus")
    unread = school.text("t1", "8 campus, 10 bothh")
    assert "I do not understand 'bothh'." in unread
    assert "nothing moved" in unread
    assert "not decided yet: 8" in school.text("t1", "8 not decided yet, 10 both")
    assert "Stored as version 1" in school.tapped("t1", "store it")


def test_a_change_asks_the_two_others_again_unasked_and_versions_are_kept(own_school: School):
    school = own_school
    school.say("c1", "/trainingplan jonas 8 10 workplace, 11 campus")
    school.say("c1", "store")
    told = heard(school)
    asked = "Lien Martens proposes version 1 of the training plan of Jonas Peeters at Elektro bv."
    assert sorted(who for who, text in told if asked in text) == ["m1", "s1"]
    for who in ("m1", "s1"):
        assert "You agree to version 1" in school.tapped(who, "I agree · Jonas")
    school.say("m1", "/trainingplan jonas 11 both")
    school.say("m1", "store")
    told = heard(school)
    asked = "Karim Haddad proposes version 2"
    assert sorted(who for who, text in told if asked in text) == ["c1", "s1"]
    assert all("now both: 11 “Sets boxes”" in text for _who, text in told if asked in text)
    assert not any("version 1" in text for _who, text in told)
    school.tap("s1", "I agree · Jonas")
    (shown,) = school.say("c1", "/trainingplan jonas")
    assert "version 2, by Karim Haddad" in shown.text
    versions = school.tapped("c1", "earlier versions")
    assert "still to agree: the school" in versions
    assert "version 1, by Lien Martens" in versions
    assert "Agreed by all: the school (Lien Martens), the mentor (Karim Haddad)" in versions


def test_agreed_in_words(own_school: School):
    school = own_school
    for student in ("jonas", "noor"):
        school.say("c1", f"/trainingplan {student} 8 workplace")
        school.say("c1", "store")
    (asked,) = school.say("m1", "I agree")
    assert asked.text == "To which training plan? Nothing was stored yet."
    school.tap("m1", "I agree · Jonas, Elektro bv")
    assert "training plan of Noor Aziz at Elektro bv" in school.text("m1", "akkoord!")
    assert "training plan" not in school.text("m1", "I agree")


def test_an_old_button_agrees_to_nothing_newer(own_school: School):
    school = own_school
    school.say("c1", "/trainingplan jonas 8 workplace")
    school.say("c1", "store")
    (shown,) = school.say("m1", "/trainingplan jonas")
    code = shown.buttons[0][0]["code"]
    school.say("c1", "/trainingplan jonas 8 campus")
    school.say("c1", "store")
    (shown,) = school.tap_code("m1", code)
    assert "was changed meanwhile" in shown.text
    assert "still to agree: the mentor" in shown.text
    for who in ("m2", "s2", "s3"):
        assert "not there for you" in school.tap_code(who, code)[0].text


def test_undone_until_somebody_else_agreed(own_school: School):
    school = own_school
    school.say("m1", "/trainingplan jonas 8 workplace")
    school.say("m1", "store")
    assert "a version of a training plan" in school.text("m1", "/undo")
    assert "no training plan yet" in school.text("c1", "/trainingplan jonas")
    school.say("m1", "/trainingplan jonas 8 workplace")
    school.say("m1", "store")
    school.say("s1", "/trainingplan")
    school.tap("s1", "I agree")
    assert "cannot be taken back" in school.text("m1", "/undo")
    assert "that you agree to a training plan" in school.text("s1", "/undo")
    assert "still to agree: the school and the student" in school.text("c1", "/trainingplan jonas")


def test_a_version_on_which_a_photo_stands_stays(own_school: School):
    school = own_school
    for line in ("/trainingplan jonas 8 10 workplace", "store it"):
        school.say("m1", line)
    school.later(hours=1)
    photograph(school, last=False, share=True)
    assert "cannot be taken back" in school.text("m1", "/undo")
    assert "8 Marks out routes" in school.text("c1", "/deliberation jonas")
    for line in ("/trainingplan jonas 8 workplace", "10 campus", "store it"):
        school.say("m1", line)
    assert "Undone" in school.text("m1", "/undo")  # no photo was taken since


def heard(school: School) -> list[tuple[str, str]]:
    """What is said unasked within two days, with whom it is said to."""
    told = tick_through(school, hours=48, every=4)
    return [(who, shown.text) for who, several in told.items() for shown in several]


def at_two_workplaces(school: School) -> None:
    second = RosterRow(
        line=2, framework="ELEC-1", class_group="6E", student_id="s1", student="Jonas Peeters",
        workplace="Volta nv", mentor_id="m2", mentor="An Claes", teacher_id="t1",
        teacher="Els Wouters", coach_id="c1", coach="Lien Martens", training_plan="Offices first",
    )  # fmt: skip
    with school.engine.begin() as connection:
        uow = school.unit(connection)
        (row,) = uow.catalogue.list_organisations()
        assert not import_roster(uow.catalogue, row, [second]).rejected


def test_several_workplaces_add_up_and_a_mentor_of_one_sees_elsewhere(own_school: School):
    school = own_school
    at_two_workplaces(school)
    school.say("m1", "/trainingplan jonas 8 workplace, 10 11 campus")
    school.say("m1", "store")
    school.say("m2", "/trainingplan jonas 10 workplace, 8 11 campus")
    school.say("m2", "store")
    seen = school.text("m1", "/trainingplan jonas")
    assert "Elsewhere, at another workplace: 10 “Lays conduits”" in seen
    assert not {"Volta", "An Claes", "Offices", "Together"} & set(seen.replace(":", " ").split())
    assert "Volta" not in seen
    whole = school.text("c1", "/trainingplan jonas").splitlines()
    assert "Note from the school’s list: “Offices first”" in whole
    together = whole.index("Together:")
    assert whole[together + 1 :] == [
        "on campus: 11 “Sets boxes”",
        "both: 8 “Marks out routes”, 10 “Lays conduits”",
    ]
    labels = buttons_of(school.say("c1", "/trainingplan jonas"))
    assert "I agree · Volta nv" in labels
    assert "change it · Elektro bv" in labels


def test_in_dutch(dutch_school: School):
    school = dutch_school
    school.say("m1", "/opleidingsplan jonas 8 10 werkplek, 11 campus")
    stored = school.text("m1", "bewaren").splitlines()
    assert stored[0] == "Bewaard als versie 1. De anderen krijgen de vraag of ze akkoord gaan."
    assert "op de werkplek: 8 “Marks out routes”, 10 “Lays conduits”" in stored


def test_what_is_open_tells_of_a_plan_that_waits(school: School):
    school.say("m1", "/activities context 1")
    school.say("m1", "/trainingplan jonas")
    school.tap("m1", "propose this")
    waits = (
        "The training plan of Jonas Peeters at Elektro bv waits for your agreement (version 1, "
        "by Karim Haddad)."
    )
    (opened,) = school.say("c1", "/open")
    assert opened.text.startswith(waits)  # a coach scores nothing, and yet it is open
    assert buttons_of([opened]) == ["I agree · Jonas", "see it"]
    assert waits in school.text("s1", "/open")
    for who in ("m1", "s2", "m2", "t1"):  # the coach is asked, so the teacher is not
        assert "waits for your agreement" not in school.text(who, "/open")
    assert "Agreed by the school (Lien Martens)" in school.tapped("c1", "I agree · Jonas")
    assert "What has a date, and what is late: /" in school.text("c1", "/open")
    assert waits in school.text("s1", "/home")


def test_what_is_open_in_dutch(dutch_school: School):
    dutch_school.say("m1", "/activiteiten context 1")
    dutch_school.say("m1", "/opleidingsplan jonas")
    dutch_school.tap("m1", "dit voorstellen")
    assert (
        "Het opleidingsplan van Jonas Peeters bij Elektro bv wacht op jouw akkoord (versie 1, van "
        "Karim Haddad)."
    ) in dutch_school.text("c1", "/open")
