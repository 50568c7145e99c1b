"""Plain questions are looked up, as their commands do: never scored, and never a note."""

import pytest
from sqlalchemy import func, select

from bot.storage.tables import entry, note
from tests.dialogues.school import School

ANSWERS = {
    "l: with support.": (
        "Wat betekent l?", "wat wil L zeggen", "hoi, wat betekent de letter l eigenlijk?",
        "what does L mean?", "que veut dire l ?", "Was bedeutet l?", "c'est quoi l ?",
    ),
    "v: alone.": ("what does v stand for", "wat is het verschil tussen l en v?"),
    "s: sometimes.": ("what do the letters mean?", "wat betekent soms?"),
    "R in a report: not acquired": ("wat betekent r?", "was bedeuten die Farben?"),
    "L in a report: acquired, with support": ("wat is lichtgroen?", "wat betekent leergroen?"),
    "nvt: not applicable here.": ("wat is nvt?", "wat betekent n.v.t."),
    "your notes only their coach": (
        "wie ziet wat ik schrijf?", "Wie kan mijn notities lezen?", "who can see what I write?",
        "qui voit ce que j'écris ?", "wer sieht was ich schreibe?", "ziet mijn coach dit?",
        "kan jonas lezen wat ik schrijf?", "ziet jonas mijn notities?",
    ),
    "No periods were agreed yet": (
        "wanneer is de foto?", "Wanneer wordt de volgende foto genomen?", "when is the photo?",
        "quand est la photo ?", "wann ist das Foto?", "wanneer eindigt de periode",
        "tegen wanneer moet ik scoren?",
    ),
    "Jonas Peeters · Electrician": (
        "hoe staat jonas ervoor?", "Hoe staat Jonas er nu voor?", "hoe gaat het met jonas?",
        "hoe zit het met jonas?", "waarom staat jonas op oranje?", "why is Jonas orange?",
        "how is Jonas doing?", "où en est jonas ?", "wie steht es um Jonas?",
    ),
    "Jonas · 8 Marks out routes": (
        "hoe doet jonas het voor competentie 8?", "waarom staat 8 op rood",
    ),
    "indicators are open": (
        "wat moet ik nog doen?", "wat moet ik deze week nog doen?", "wat staat er nog open?",
        "wie moet ik nog scoren?", "hoeveel heb ik er nog te doen?", "hoeveel moet ik nog scoren",
        "hoeveel staat er nog open?", "who do I still have to score?",
        "how many do I still have to do?", "combien me reste-t-il à faire ?",
        "wie viele muss ich noch machen?",
        "what do I still have to do?", "que dois-je encore faire ?", "was muss ich noch tun?",
    ),
    "Noor Aziz · 6E": (
        "welke leerlingen heb ik?", "wie zijn mijn leerlingen?", "wie zit er in mijn klas",
        "which students do I have?",
        "quels élèves ai-je ?", "welche Schüler habe ich?",
    ),
    "Lien Martens (coach)": ("wie is de coach van jonas?", "who is the coach of Jonas?"),
    "the newest counts": ("hoe verbeter ik een score?", "how do I correct a mistake?"),
    "/score": ("hoe scoor ik?", "how do I start?", "hoe geef ik een score?"),
}  # fmt: skip
"""What answers which questions of a mentor."""


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_plain_question_is_answered_and_nothing_is_stored(own_school: School, answer: str):
    for text in ANSWERS[answer]:
        said = own_school.text("m1", text)
        assert answer in said, text
        assert "Nothing was stored" not in said
    with own_school.engine.begin() as connection:
        for table in (entry, note):
            assert connection.scalar(select(func.count()).select_from(table)) == 0


NUMBERED = {
    "8 Marks out routes\n1. ": (
        "wat is competentie 8?", "wat is 8", "waarover gaat competentie 8?", "wat houdt 8 in",
        "what is competence 8 about?", "c'est quoi la compétence 8 ?", "was ist Kompetenz 8?",
    ),
    "8.2 ": ("wat is 8.2", "hoi wat betekent indicator 8.2?", "what is 8.2?", "was bedeutet 8.2?"),
    "There is no competence 99": ("wat is competentie 99", "what is 99.1"),
    "Competence 8 has no indicator 9": ("wat is 8.9",),
}  # fmt: skip


@pytest.mark.parametrize("answer", NUMBERED)
@pytest.mark.parametrize("who", ["m1", "s1", "c1"])
def test_a_number_that_is_asked_about_is_named(own_school: School, who: str, answer: str):
    for text in NUMBERED[answer]:
        said = own_school.text(who, text)
        assert said.startswith(answer), text
        assert "8 Marks out routes" in said or "no competence" in said or "no indicator" in said
    assert own_school.scores == 0


def test_what_is_none_of_ours_is_not_understood(own_school: School):
    for text in (
        "wat is mijn wachtwoord?", "hoe staat de zon ervoor?", "wie wint de koers?",
        "what does it cost?", "wat betekent bekabeling?",
    ):  # fmt: skip
        assert "did not understand" in own_school.text("m1", text), text


def test_a_coach_asks_for_what_differs(own_school: School):
    school = own_school
    for text in (
        "zijn er problemen?", "zijn er nieuwe meldingen", "welke signalen zijn er",
        "waar verschillen ze?", "are there any alerts?", "y a-t-il des problèmes ?",
        "gibt es Meldungen?",
    ):  # fmt: skip
        assert school.text("c1", text) == school.text("c1", "/alerts"), text
        assert "did not understand" in school.text("m1", text), text


def test_a_student_asks_about_oneself(own_school: School):
    school = own_school
    assert "Jonas Peeters" in school.text("s1", "hoe sta ik ervoor?")
    assert "Karim Haddad (mentor)" in school.text("s1", "wie is mijn mentor?")
    assert "notes by your coach alone" in school.text("s1", "wie leest mijn notities?")


QUESTIONS = (
    "welke heb ik vandaag gescoord", "hoe zie ik wat ik gescoord heb",
    "wat vindt mijn mentor ervan", "waarom is 10 rood bij mijn mentor",
    "mag ik morgen thuis blijven om te studeren",
    "kan je mij even helpen met iets", "wat hebben ze gedaan op de werkplek",
    "wanneer mag ik weer beginnen scoren", "waarom kan jonas 8.2 niet alleen doen",
    "why is it red for my mentor", "how can I see what I did", "pourquoi est-ce rouge chez lui",
    "warum ist das bei mir rot",
)  # fmt: skip
NO_QUESTIONS = (
    "wat jonas vandaag deed was heel netjes", "hoe hij dat aanpakt is echt heel goed",
    "kan hij al heel goed met de plooitang werken", "is vandaag goed geholpen door karim",
    "waar hij nog op moet letten is netheid", "heeft vandaag heel goed gewerkt op de werf",
    "als hij wil kan hij het heel goed", "what he did today was really neat",
)  # fmt: skip


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_without_its_sign_is_never_offered_as_a_note(own_school: School, text: str):
    own_school.say("m1", "jonas 8.1 v")
    assert "as a note" not in own_school.text("m1", text)


@pytest.mark.parametrize("text", NO_QUESTIONS)
def test_what_tells_of_somebody_is_offered_as_a_note(own_school: School, text: str):
    own_school.say("m1", "jonas 8.1 v")
    assert "as a note about Jonas" in own_school.text("m1", text)


def test_a_question_is_not_kept_as_a_note_unasked(own_school: School):
    school = own_school
    school.likes_one_by_one("m1")
    school.say("m1", "/score jonas 8")
    school.tap("m1", "Tap instead")
    school.tap("m1", "note")
    assert "Shall I keep" in school.text("m1", "wat betekent l?")


ENDING = {
    "s1": {
        "There is nothing to choose": (
            "wat moet ik kiezen", "Welke onderdelen moet ik nog kiezen?", "wat telt mee?",
            "tot wanneer mag ik kiezen", "what do I have to choose?", "que dois-je choisir ?",
        ),
        "result at the workplace": (
            "hoe sta ik ervoor op het werk", "Hoe sta ik er nu voor op mijn werkplek?",
            "wat is mijn resultaat?", "how am I doing at work?", "où en suis-je au travail ?",
        ),
        "is told to you by a person": (
            "ben ik geslaagd?", "wat heeft de klassenraad over mij beslist", "did I pass?",
        ),
        "end view": ("wat neem ik mee?",),
    },
    "t1": {
        "Which class group is this about": (
            "wie moet ik evalueren", "wat moet ik nog evalueren?", "who do I have to evaluate?",
        ),
        "result at the workplace": (
            "hoe staat jonas ervoor op het werk?", "hoe doet jonas het op stage",
        ),
        "after the last photo": ("wat is er over jonas beslist?", "is jonas geslaagd?"),
    },
    "m1": {
        "indicators are open": ("wie moet ik evalueren?",),
        "here mentors do not see it": ("wat is er beslist?", "/beslissing"),
    },
}  # fmt: skip
"""What answers how the end of a period is asked about, by who asks."""


@pytest.mark.parametrize("who", ENDING)
def test_the_end_of_a_period_is_asked_about_in_plain_words(own_school: School, who: str):
    for answer, asked in ENDING[who].items():
        for text in asked:
            assert answer in own_school.text(who, text), text


def test_help_names_every_command_of_evaluating_to_a_coach(own_school: School):
    said = own_school.text("c1", "/help")
    for command in ("choose", "evaluations", "deliberation", "decision", "council", "endview"):
        assert f"/{command} " in said
