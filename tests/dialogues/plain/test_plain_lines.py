"""Lines of scores in plain words: corrections, the words of marks, everybody, a tally."""

import pytest

from tests.dialogues.school import School, buttons_of
from tests.dialogues.scoring.test_lines_kept import said
from tests.dialogues.signs import in_signs

HEAD = "{} · 8 Marks out routes\n1 indicator stored\n"
CORRECTED = {
    "Noor: 3 ✗": ("oei sorry 8.3 moest x zijn", "no, 8.3 should be x", "nein, 8.3 sollte x sein"),
    "Noor: 3 ◐": (
        "ik bedoelde l bij 8.3", "ik typte v maar bedoelde l bij 8.3", "8.3 is niet v maar l",
        "nee noor 8.3 moest l zijn",
        "non, 8.3 devrait être l", "oeps 8.3 moest met hulp zijn, bedankt", "I meant l for 8.3",
        "nee wacht 8.3 ook met hulp", "8.3 toch l", "noor 8.3 toch maar met hulp", "oh nee 8.3 l",
        "wait, 8.3 with support after all", "attends, 8.3 l", "8.3 finalement avec aide",
        "warte, 8.3 doch mit Hilfe",
    ),
    "Jonas: 3 ◐": ("nee, jonas 8.3 l in plaats van v", "sorry jonas 8.3 was v, moet l zijn"),
}  # fmt: skip


@pytest.mark.parametrize("stored", CORRECTED)
def test_a_correction_in_a_sentence_is_a_score(own_school: School, stored: str):
    school = own_school
    name, value = stored.split(": ")
    for text in CORRECTED[stored]:
        school.say("m1", "noor 8.3 v")
        shown = school.say("m1", text)
        assert HEAD.format(name) + value in shown[0].text, text
        assert any("undo" in label.lower() for label in buttons_of(shown))
        assert "Undone" in school.text("m1", "/undo")


WHOLE = {
    "1-4 ✓": (
        "jonas alles van 8 v", "alles van 8 alleen", "jonas alles van competentie 8 zelfstandig",
        "all of 8 alone", "tout de 8 v", "8.1 t/m 8.4 v", "8.1 tot en met 8.4 alleen",
        "8 1 t/m 4 v", "jonas 8.1 through 8.4 v", "8.1 bis 8.4 allein", "8.1 tem 8.4 v",
        "8.1 jusqu'à 8.4 v",
    ),
    "1-2 ✓ · 4 ✓": (
        "jonas 8 alles v behalve 8.3", "8 alles v uitgezonderd 8.3", "alles van 8 v behalve 3",
        "8 all v except 8.3", "alles van 8 alleen behalve 8.3",
    ),
    "1-3 ✓ · 4 ✗": ("8.1 t/m 8.3 v en 8.4 niet",),
}  # fmt: skip


@pytest.mark.parametrize("stored", WHOLE)
def test_many_indicators_are_named_in_plain_words(own_school: School, stored: str):
    school = own_school
    for text in WHOLE[stored]:
        school.say("m1", "jonas 11.1 x")
        assert f"\n{stored}\n" in in_signs(school.text("m1", text)), text


def test_a_correction_of_two_is_of_both(own_school: School):
    own_school.say("m1", "noor 8 vvvv")
    shown = own_school.text("m1", "noor 8.1 en 8.3 toch maar l")
    assert "2 indicators stored\n1 ◐ with support · 3 ◐" in shown


def test_a_correction_of_a_whole_competence_asks_what_of_it(own_school: School):
    school = own_school
    school.say("m1", "noor 8.3 v")
    shown = school.say("m1", "nee noor 8 moest l zijn")
    assert "Nothing was stored yet" in shown[0].text
    assert buttons_of(shown)[:2] == [
        "Noor Aziz 8 all l · with support", "Noor Aziz 8.3 l · with support",
    ]  # fmt: skip
    assert "Noor · 8 Marks out routes\n1 indicator stored\n3 ◐" in school.tapped(
        "m1", "Noor Aziz 8.3 l · with support"
    )
    school.say("m1", "noor 8 moest x zijn")
    assert "1-4 ✗" in school.text("m1", "8 all x")


def test_a_correction_without_a_student_in_sight_asks_whom(own_school: School):
    school = own_school
    shown = school.say("m1", "nee 8 moest l zijn")
    assert "Which student" in shown[0].text
    asked = school.say("m1", "jonas")
    assert "Jonas Peeters 8 all l" in buttons_of(asked)[0]


def test_another_name_alone_offers_to_take_back_what_was_stored(own_school: School):
    school = own_school
    for text in ("ik bedoelde noor", "nee, dat moest noor zijn", "I meant Noor", "nein, noor"):
        school.say("m1", "jonas 8.1 v")
        shown = school.say("m1", text)
        assert "Take back “Jonas · 8” first" in shown[0].text, text
        assert "Undone: Jonas · 8" in school.tapped("m1", "Undo")


def test_a_correction_is_not_taken_as_the_no_to_a_question(own_school: School):
    school = own_school
    school.say("m1", "noor 8.3 v")
    school.say("m1", "jonas 8.2 nog niet")
    assert "\n3 ✗" in school.text("m1", "nee, noor 8.3 moest x zijn")


MARKS = {
    "2 ◐": (
        "8.2 met hulp", "8.2: with support", "8.2 avec de l'aide", "8.2 mit Hilfe",
        '8.2 met hulp "let op de bocht"',
    ),
    "2 ✓": (
        "8.2 zelfstandig", "jonas 8.2 kan hij al alleen", "8.2 alone!", "8.2 tout seul",
        "8.2 selbstständig",
    ),
    "2 S": ("8.2 soms", "8.2 parfois"),
    "2 R": ("8.2 regelmatig", "8.2 regelmäßig"),
    "2 N": ("8.2 nooit",),
    "2 ✗": ("8.2 kan hij nog niet", "8.2 niet getoond", "jonas kan 8.2 niet"),
    "3 ✓": ("jonas 8.3 v zonder hulp",),
    "2 ✓R": ("8.2 regularly and alone",),
    "2-3 ◐": ("8.2 en 8.3 met wat hulp",),
    "1-2 ✓ · 4 ✓": ("8 alles zelfstandig behalve 8.3", "jonas 8 alles v behalve 3"),
    "1-4 ◐": ("jonas competentie 8 alles l",),
    "1 ✓ · 4 ✓": ("8 all v except 2, 3",),
    "1 ✓": ("8 tout v sauf 2-4",),
    "1-2 ✓ · 3 ◐ · 4 ✓": ("8 alles v behalve 3 l",),
    "1 ◐ · 2 ✓": ("8.1 met hulp\n8.2 zelfstandig",),
}  # fmt: skip
"""What is stored → the lines that say it."""


@pytest.mark.parametrize("stored", MARKS)
def test_the_words_of_the_marks_are_marks(own_school: School, stored: str):
    school = own_school
    for text in MARKS[stored]:
        school.say("m1", "jonas 8.1 x")
        assert f"\n{stored}\n" in in_signs(school.text("m1", text)), text


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("8.2 nog niet", ["8.2 x · not shown", "8.2 n · never"]),
        ("8.2 not yet", ["8.2 x · not shown", "8.2 n · never"]),
        ("8.2 pas encore", ["8.2 x · not shown", "8.2 n · never"]),
        ("8.2 noch nicht", ["8.2 x · not shown", "8.2 n · never"]),
        ("8.2 nog niet alleen", ["8.2 l · with support", "8.2 x · not shown"]),
    ],
)
def test_a_word_that_could_belong_to_either_scale_is_asked_about(
    own_school: School, text: str, labels: list[str]
):
    school = own_school
    school.say("m1", "jonas 8.1 x")
    shown = school.say("m1", text)
    assert "Nothing was stored yet" in shown[0].text
    assert buttons_of(shown)[:2] == labels
    assert "Jonas · 8 Marks out routes\n1 indicator stored" in school.tapped("m1", labels[1])


def test_a_sentence_that_says_more_is_never_scored(own_school: School):
    school = own_school
    school.say("m1", "jonas 8.1 x")
    for text in (
        "alleen 8.2 v", "jonas werkt bij 8.2 met hulp van karim", "kan jonas 8.2 alleen",
        "jonas moet 8.2 nog met hulp doen", "is 8.2 al zelfstandig", "8.2 met hulp?",
        "gisteren 8.2 gedaan", "nee niet noor maar jonas 8.2 v", "8.2 ging goed met hulp",
        "jonas 8 alles v behalve", "noor 8.1 v, 8.2 l voor jonas", "nee 8.2 niet",
        "8.1 v voor jonas, 8.2 l voor noor", "jonas 8 behalve 3", "8 alles v behalve 3, 4 l",
        "8.2 is v toch", "jonas kan 8.2 alleen toch", "8.2 toch niet", "8.2 toch", "wacht 8.2",
        "alles van 8", "alles van 99 v", "8.1 tot 8.3 v", "alles of 8 v", "8.1 t/m 11.2 v",
    ):  # fmt: skip
        assert "stored\n" not in school.text("m1", text), text
        school.say("m1", "/cancel")
    assert school.scores == 1


@pytest.mark.parametrize(
    "text",
    ["jonas en noor 8.1 v", "Jonas, Noor 8.1 v", "jonas and noor 8.1 alone", "iedereen 8.1 v",
     "everybody 8.1 v", "allebei 8.1 v", "tous mes élèves 8.1 v", "alle Schüler 8.1 allein"],
)  # fmt: skip
def test_several_in_one_line_are_shown_first(own_school: School, text: str):
    school = own_school
    school.say("m1", "noor 8.1 x")
    shown = school.say("m1", text)
    assert "For: Jonas and Noor" in shown[0].text
    assert "would change for: Noor (1)" in shown[0].text
    assert "Nothing was stored yet" in shown[0].text
    assert school.scores == 1
    assert "Noor · 8 Marks out routes" in school.tapped("m1", "store all of it")
    assert school.scores == 3


def test_each_with_a_value_of_their_own_is_a_line(own_school: School):
    for text in ("jonas 8.1 v en noor 8.2 l", "jonas 8.1 v, noor 8.2 met hulp",
                 "Jonas 8.1 alone and Noor 8.2 l"):  # fmt: skip
        said = own_school.text("m1", text)
        assert HEAD.format("Jonas") + "1 ✓" in said, text
        assert HEAD.format("Noor") + "2 ◐" in said, text
        assert "Undone" in own_school.text("m1", "/undo")


def test_a_note_keeps_its_words(own_school: School):
    own_school.say("m1", "jonas 8.2 met hulp “Let op: de Bocht à droite”")
    assert "Let op: de Bocht à droite" in own_school.text("c1", "/report jonas 8")


def test_a_teacher_says_which_class_everybody_is(own_school: School):
    school = own_school
    shown = school.say("t1", "de hele klas 8.1 v")
    assert buttons_of(shown)[:2] == ["6E 8.1 v · alone", "7E 8.1 v · alone"]
    assert "For 2 students: Jonas and Noor" in school.text("t1", "iedereen van 6E 8.1 v")
    assert "Stored for 2 students" in school.tapped("t1", "store for 6E")
    assert "Stored for 2 students" in school.text("t1", "klas 6E 8.2 v")
    assert "For: Jonas and Nicolas" in school.text("t1", "iedereen behalve noor 8.1 l")
    assert "yourself alone" in school.text("s1", "iedereen 8.1 v")


@pytest.mark.parametrize(
    "text",
    ["ik heb vandaag 11.1 en 11.2 gedaan", "vandaag 11.1, 11.2 gedaan", "11.1 en 11.2 gedaan",
     "today I did 11.1 and 11.2", "I worked on 11.1 and 11.2 today",
     "j'ai fait 11.1 et 11.2 aujourd'hui", "heute habe ich 11.1 und 11.2 gemacht"],
)  # fmt: skip
def test_a_tally_in_a_sentence_is_a_tally(own_school: School, text: str):
    said = own_school.text("s1", text)
    assert "Tallied for today:" in said
    assert "1 time" in said
    assert own_school.scores == 2


def test_a_mentor_tallies_about_a_student_in_a_sentence(own_school: School):
    for text in ("jonas heeft vandaag 11.1 gedaan", "vandaag deed jonas 11.1"):
        assert "Jonas · 11" in own_school.text("m1", text), text


def test_an_edit_in_plain_words_corrects_the_line(own_school: School):
    school = own_school
    assert "1 ✓" in said(school, "m1", "jonas 8.1 v", "a")
    assert "1 ◐" in said(school, "m1", "jonas 8.1 met hulp", "a", edited=True)
    assert school.scores == 1


@pytest.mark.parametrize(
    "text",
    [
        "8.3 v voor noor en niet voor jonas", "8.3 v voor noor maar niet voor jonas",
        "8.3 v for noor and not for jonas", "8.3 v pour noor et pas pour jonas",
        "8.3 v für noor und nicht für jonas", "noor en niet jonas 8.3 v", "8.3 v noor, niet jonas",
    ],
)  # fmt: skip
def test_who_is_not_meant_is_never_scored(own_school: School, text: str):
    shown = own_school.say("m1", text)
    assert not any("\nJonas · 8" in f"\n{it.text}" for it in shown)
    assert "store all of it" not in buttons_of(shown)


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("8.2 soms alleen", ["8.2 vs · alone, sometimes", "8.2 l · with support"]),
        ("8.2 af en toe zelfstandig", ["8.2 vs · alone, sometimes", "8.2 l · with support"]),
        ("8.2 parfois seul", ["8.2 vs · alone, sometimes", "8.2 l · with support"]),
        ("8.2 vaak zonder hulp", ["8.2 vr · alone, regularly", "8.2 l · with support"]),
        ("8.2 often alone", ["8.2 vr · alone, regularly", "8.2 l · with support"]),
        ("8.2 nog nooit alleen", ["8.2 l · with support", "8.2 x · not shown"]),
        ("8.2 nie allein", ["8.2 l · with support", "8.2 x · not shown"]),
    ],
)  # fmt: skip
def test_how_often_it_is_done_alone_is_asked_about(own_school: School, text: str, ways: list[str]):
    school = own_school
    school.say("m1", "jonas 8.1 v")
    shown = school.say("m1", text)
    assert "Nothing was stored yet" in shown[-1].text, text
    assert [label.removeprefix("Jonas Peeters ") for label in buttons_of(shown)[:2]] == ways


def test_how_often_alone_is_kept_as_it_was_meant(own_school: School):
    school = own_school
    school.say("m1", "jonas 8.2 soms alleen")
    assert "2 ✓S" in school.tapped("m1", "Jonas Peeters 8.2 vs · alone, sometimes")
    assert "2 ✓S" in school.text("m1", "jonas 8.2 alleen, soms")
