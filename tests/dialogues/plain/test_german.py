"""What people say in plain German: answered as in Dutch and English, and read as scores."""

import pytest

from tests.dialogues.conftest import german_school
from tests.dialogues.school import School, buttons_of

__all__ = ["german_school"]

ANSWERS = {
    "l: mit Hilfe.": ("was bedeutet l?", "Was heißt l", "wofür steht l?", "wofuer steht L"),
    "v: selbstständig.": (
        "was bedeutet selbstständig?", "was heisst selbststaendig?",
        "was ist der Unterschied zwischen l und v?",
    ),
    "Jonas Peeters · Electrician": (
        "wie steht es um Jonas?", "wo steht jonas", "wie läuft es bei Jonas?",
        "wie laeuft es mit jonas?", "warum ist jonas rot?",
    ),
    "Jonas · 8 Marks out routes": ("warum ist 8 rot", "warum ist die Kompetenz 8 rot?"),
    "Indikatoren sind offen": (
        "was ist noch offen?", "was muss ich noch tun", "wen muss ich noch bewerten?",
        "was ist offen", "wie viele muss ich noch bewerten?",
    ),
    "Noor Aziz · 6E": ("welche Azubis habe ich?", "wer sind meine Azubis?"),
    "Lien Martens (Coach)": ("wer ist der Coach von Jonas?",),
    "deine Notizen nur ihr Coach": (
        "wer sieht meine Notizen?", "wer kann lesen was ich schreibe?", "sieht mein Coach das?",
    ),
    "keine Zeiträume": ("wann ist das Foto?", "wann endet der Zeitraum?"),
    "die neueste zählt": ("wie kann ich einen Fehler korrigieren?", "kann ich das ändern?"),
    "/bewerten –": (
        "Hilfe", "hilf mir", "wie bewerte ich?", "was kann ich hier schreiben?", "was kannst du",
    ),
    "Gern geschehen.": ("danke", "vielen Dank!", "Danke schön", "herzlichen Dank"),
    "Hallo Karim.": ("guten Tag", "Grüß Gott", "gruess gott", "Servus", "Moin"),
    "Gut.": ("alles klar", "in Ordnung", "verstanden"),
    "Lass dir Zeit.": ("einen Moment bitte", "warte mal", "Augenblick"),
    "Was stimmt nicht?": (
        "das stimmt nicht", "stimmt nicht", "Nein, das ist falsch", "das ist nicht richtig",
        "meine Bewertungen stimmen nicht",
    ),
    "eine Weile in Ruhe lassen": (
        "ich bin krank", "Ich bin heute krank", "ich bin morgen nicht da",
        "morgen komme ich nicht", "ich habe Grippe", "ich habe die Grippe", "ich bin im Urlaub",
        "ich fuehle mich nicht gut", "mir geht es nicht gut",
        "ich bin bis Freitag krankgeschrieben", "ich melde mich krank",
    ),
    "Ein Mensch kann helfen.": (
        "ich habe Angst vor meinem Chef", "ich will sterben", "die mobben mich",
        "er hat mich geschlagen",
    ),
}  # fmt: skip
"""What answers which words of a mentor."""


@pytest.mark.parametrize("answer", ANSWERS)
def test_plain_german_is_answered_and_nothing_is_scored(german_school: School, answer: str):
    school = german_school
    for text in ANSWERS[answer]:
        school.say("m1", "/bericht jonas")
        said = school.text("m1", text).replace("\u00a0", " ")
        assert answer in said, text
        school.say("m1", "/abbrechen")
    assert school.scores == 0


SCORES = {
    "Jonas kann 10.2 selbstständig": "2 ✓ selbstständig",
    "jonas kann 10.2 selbststaendig.": "2 ✓ selbstständig",
    "Jonas kann die 10.2 ganz allein": "2 ✓ selbstständig",
    "10.2 jonas mit ein bisschen Hilfe": "2 ◐ mit Hilfe",
    "jonas 10.2 noch nie gemacht": "2 N nie",
    "jonas 10.2 mit Hilfe, regelmaessig": "2 ◐R mit Hilfe, regelmäßig",
    "jonas 10.2 manchmal": "2 S manchmal",
    "jonas 10.1 bis 10.3 ohne Unterstützung": "1-3 ✓ selbstständig",
    "jonas 10.2 nicht gezeigt": "2 ✗ nicht gezeigt",
    "jonas kann 10.2 nicht": "2 ✗ nicht gezeigt",
    "jonas 10 alles mit Hilfe außer 3": "1-2 ◐ mit Hilfe",
    "nein, jonas 10.2 sollte l sein": "2 ◐ mit Hilfe",
    "jonas 8: 1-2 ✗N nicht gezeigt, nie · 3 ◐R mit Hilfe, regelmäßig": "3 ◐R",
}
"""What is stored of which line of a mentor."""


@pytest.mark.parametrize("line", SCORES)
def test_plain_german_is_scored(german_school: School, line: str):
    assert SCORES[line] in german_school.text("m1", line).replace("\u00a0", " ")


ASKED = {
    "Jonas kann 10 selbstständig": ["Jonas Peeters 10 alle v · selbstständig"],
    "jonas 10.2 noch nicht": [
        "Jonas Peeters 10.2 x · nicht gezeigt",
        "Jonas Peeters 10.2 n · nie",
    ],
    "jonas kann 10.2 nicht allein": ["Jonas Peeters 10.2 l · mit Hilfe"],
    "die ganze Klasse 8.1 allein": ["alles speichern"],
    "jonas und noor 8.1 mit Hilfe": ["alles speichern"],
}


@pytest.mark.parametrize("line", ASKED)
def test_what_is_not_sure_is_asked_first(german_school: School, line: str):
    labels = buttons_of(german_school.say("m1", line))
    assert set(ASKED[line]) <= set(labels)
    assert german_school.scores == 0


UNREAD = (
    "jonas kann nicht 10.2", "jonas kann weder 10.2 noch 10.3 allein", "10.2 vielleicht",
    "kann jonas 10.2 allein?", "jonas soll 10.2 allein können",
)  # fmt: skip


@pytest.mark.parametrize("line", UNREAD)
def test_what_says_something_else_is_not_scored(german_school: School, line: str):
    german_school.say("m1", line)
    assert german_school.scores == 0


def test_being_away_ends_on_a_day_in_words(german_school: School):
    school = german_school
    for until, day in {
        "bis Freitag": "16",
        "bis nächsten Montag": "19",
        "naechste Woche": "23",
        "bis Ende der Woche": "16",
        "nur heute": "14",
        "ja bitte": "14",
        "bis zum 20. Oktober": "20",
        "zwei Tage": "15",
        "übermorgen": "16",
    }.items():
        school.say("m1", "ich bin krank")
        said = school.text("m1", until)
        assert "fange ich mit nichts an" in said, until
        assert f"bis einschließlich {day}" in said, until


def test_what_was_stored_is_taken_back(german_school: School):
    school = german_school
    for text in ("mach das rückgängig", "nimm das bitte zurück", "rueckgaengig machen", "zurück",
                 "lösche die letzte Bewertung"):  # fmt: skip
        school.say("m1", "jonas 8.2 l")
        assert "Zurückgenommen" in school.text("m1", text), text
    assert school.scores == 0


def test_who_stopped_is_known(german_school: School):
    school = german_school
    for text in (
        "Jonas arbeitet nicht mehr hier",
        "jonas hat gekuendigt",
        "Jonas kommt nicht mehr",
    ):
        assert "/beendet Jonas" in school.text("m1", text), text
        school.say("m1", "nein")
    for text in ("ich habe die Ausbildung abgebrochen", "ich arbeite hier nicht mehr"):
        assert "Lien Martens" in school.text("s1", text), text


def test_a_student_counts_what_was_done(german_school: School):
    for text in ("heute 8.1", "8.1 gemacht", "8.1 heute geübt"):
        assert "Für heute mitgezählt" in german_school.text("s1", text), text
