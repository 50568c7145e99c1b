"""Warm to ordinary words, and never about another student than the one in the conversation."""

import pytest
from sqlalchemy import select

from bot.storage.tables import note, person
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.school import School, buttons_of


@pytest.mark.parametrize(
    "text",
    [
        "thanks", "Thank you!", "thanks a lot", "Bedankt", "dank je wel", "Dankjewel!", "dank u",
        "merci", "Merci beaucoup!", "Danke schön", "vielen Dank",
    ],
)  # fmt: skip
def test_thanks_are_taken_as_thanks(own_school: School, text: str):
    assert own_school.text("m1", text) == "You are welcome."


@pytest.mark.parametrize(
    "text",
    [
        "hi", "Hello!", "hey kompaan", "Good morning", "Hallo", "hoi", "Dag!", "goeiemorgen",
        "Goedemiddag Kompaan", "Bonjour", "bonsoir", "Guten Morgen", "Guten Tag!", "moin",
    ],
)  # fmt: skip
def test_a_greeting_is_answered_by_name(own_school: School, text: str):
    shown = own_school.say("m1", text)
    assert shown[0].text.startswith("Hello Karim.")
    assert "score" in buttons_of(shown)


@pytest.mark.parametrize("text", ["ok", "Prima", "top!", "👍", "d'accord", "alles klar", "bye",
                                  "tot morgen", "à demain", "Tschüss"])  # fmt: skip
def test_small_words_get_small_ones(own_school: School, text: str):
    (shown,) = own_school.say("m1", text)
    assert len(shown.text.splitlines()) == 1
    assert "not understand" not in shown.text


@pytest.mark.parametrize("text", ["help", "Help!", "hulp", "aide", "Hilfe", "?", "wat kan je?",
                                  "comment ça marche ?"])  # fmt: skip
def test_help_needs_no_slash(own_school: School, text: str):
    assert "/score" in own_school.text("m1", text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("report jonas", "Jonas Peeters · Electrician"),
        ("Rapport jonas 8", "8 Marks out routes"),
        ("Open", "22 indicators are open"),
        ("film jonas", "film"),
        ("undo", "nothing of yours to undo"),
        ("Score jonas", "which competence"),
        ("settings", "Reminders: standard"),
        ("taal nl", "Nederlands"),
        ("stop", "Nothing was going on"),
    ],
)
def test_a_command_needs_no_slash(own_school: School, text: str, answer: str):
    assert answer.lower() in own_school.text("m1", text).lower()


def absent_until(school: School) -> str | None:
    """Say until when the mentor is away, as stored."""
    with school.engine.begin() as connection:
        people = StoredUnitOfWork(connection).people
        until = people.read_preferences(school.people["m1"].person_id).absent_until
    return f"{until:%d %b}" if until else None


@pytest.mark.parametrize(
    ("text", "named"),
    [("I am ill", ""), ("I'm sick today", ""), ("ik ben ziek", ""), ("Ik ben vandaag ziek.", ""),
     ("ziek", ""), ("Je suis malade", ""), ("Ich bin krank", ""),
     ("ik kan morgen niet komen", "15 Oct"), ("ik ben met verlof tot en met vrijdag", "16 Oct"),
     ("Ik ben ziek tot 20/10/2026.", "20 Oct"), ("ben thuis met griep", ""),
     ("van 18 tot 20 oktober ben ik op verlof", "20 Oct"), ("ben ziek", ""),
     ("morgen ben ik er niet", "15 Oct"), ("ik ga op verlof tot 20 oktober", "20 Oct"),
     ("ik ga op verlof tot 1 december", "28 Oct"), ("ik ben er vrijdag niet", "16 Oct"),
     ("vrijdag ben ik afwezig", "16 Oct"), ("ik heb griep", ""), ("I have the flu", ""),
     ("tomorrow I won't be there", "15 Oct"), ("I am on leave until 20 October", "20 Oct"),
     ("j'ai la grippe", ""), ("demain je suis absent", "15 Oct"),
     ("je pars en vacances jusqu'au 20 octobre", "20 Oct"), ("ich habe Grippe", ""),
     ("morgen bin ich nicht da", "15 Oct"), ("ich habe Urlaub bis 20. Oktober", "20 Oct"),
     ("ik ben ziek sinds maandag", "")],
)  # fmt: skip
def test_being_ill_is_offered_as_absence_and_stored_by_a_tap(
    own_school: School, text: str, named: str
):
    school = own_school
    shown = buttons_of(school.say("m1", text))
    usual = ["only today, 14 Oct", "up to and including 16 Oct", "up to and including 21 Oct", "no"]
    first = [f"up to and including {named}"] if named else []
    assert shown == first + [label for label in usual if label not in first]
    assert absent_until(school) is None
    assert "up to and including 16 Oct" in school.tapped("m1", "up to and including 16 Oct")
    assert "Away up to and including 16 Oct" in school.text("m1", "/settings")


@pytest.mark.parametrize(
    ("answer", "until"),
    [("ja", "14 Oct"), ("Ja, graag.", "14 Oct"), ("yes please", "14 Oct"), ("vandaag", "14 Oct"),
     ("alleen vandaag", "14 Oct"), ("morgen", "15 Oct"), ("vandaag en morgen", "15 Oct"),
     ("tot vrijdag", "16 Oct"), ("tot en met vrijdag 16 oktober", "16 Oct"),
     ("deze week", "16 Oct"),
     ("ja, tot maandag", "19 Oct"), ("tot 16/10", "16 Oct"), ("until 20 October", "20 Oct"),
     ("volgende week", "23 Oct"), ("een week", "21 Oct"), ("3 dagen", "16 Oct"),
     ("jusqu'à vendredi", "16 Oct"), ("bis übermorgen", "16 Oct"), ("nur heute", "14 Oct")],
)  # fmt: skip
def test_until_when_is_answered_in_words(own_school: School, answer: str, until: str):
    own_school.say("m1", "ik ben ziek")
    assert until in own_school.text("m1", answer)
    assert absent_until(own_school) == until


def test_yes_is_the_day_that_was_named(own_school: School):
    assert "yes means: 16 Oct" in own_school.text("m1", "ik ben ziek tot vrijdag")
    own_school.say("m1", "ja")
    assert absent_until(own_school) == "16 Oct"


@pytest.mark.parametrize(
    "answer",
    ["nee", "no", "nee, bedankt", "tot 20 december", "/report jonas", "jonas 8.1 v", "misschien",
     "morgen ben ik terug", "nee, morgen kom ik", "gisteren"],
)  # fmt: skip
def test_nothing_is_stored_of_an_absence_without_yes(own_school: School, answer: str):
    own_school.say("m1", "ik ben ziek")
    own_school.say("m1", answer)
    assert absent_until(own_school) is None
    if answer in ("misschien", "morgen ben ik terug", "nee, morgen kom ik", "gisteren"):
        return  # it is still asked
    own_school.say("m1", "ja")
    assert absent_until(own_school) is None


def test_no_is_a_button_as_well(own_school: School):
    own_school.say("m1", "ik ben ziek")
    assert "nothing was stored" in own_school.tapped("m1", "no")
    assert "not understand" in own_school.text("m1", "ja")


def notes(school: School) -> list[tuple[str, str]]:
    """List the notes with the first letters of whom they are about."""
    with school.engine.begin() as connection:
        rows = connection.execute(select(note.c.text, note.c.track_id)).all()
        return [(text, str(track)) for text, track in rows]


@pytest.mark.parametrize(
    "text",
    [
        "Jonas works neatly",
        "Jonas werkt netjes maar veel te traag",
        "Vandaag heeft Jonas heel goed gewerkt.",
        "Jonas boog vandaag 10 buizen",
        "Vandaag boog Jonas 10 buizen",
        'Jonas said "it\'s fine" and went home',
    ],
)
def test_free_words_about_a_student_are_offered_as_a_note(own_school: School, text: str):
    school = own_school
    school.say("m1", "noor 8.1 v")
    shown = school.say("m1", text)
    assert "note about Jonas?" in shown[0].text
    assert notes(school) == []
    kept = school.tapped("m1", "8 Marks out routes")
    assert "Jonas · 8" in kept
    assert text in school.text("c1", "/report jonas 8")
    assert text not in school.text("c1", "/report noor 8")
    assert "Undone: Jonas" in school.text("m1", "/undo")


def test_what_names_nobody_is_about_whom_was_spoken_of(own_school: School):
    school = own_school
    school.say("m1", "noor 8.1 v")
    assert "note about Noor?" in school.text("m1", "works neatly but rather slowly")
    assert "nothing was stored" in school.text("m1", "no")
    assert "note about" not in school.text("m1", "jonas and noor worked well together")
    assert "note about" not in school.text("m1", "does jonas work tomorrow at all?")
    assert notes(school) == []


def test_a_student_is_offered_a_note_of_the_own(own_school: School):
    assert "a note of yours?" in own_school.text("s1", "I bent pipes for the hall")


@pytest.mark.parametrize("text", ["qwerty", "what is that?", "hm hm hm", "why not then my friend?"])
def test_what_is_not_understood_names_no_other_student(own_school: School, text: str):
    school = own_school
    said = school.text("m1", text)
    assert "onas" not in said
    assert "oor" not in said
    school.say("m1", "noor 8.1 v")
    said = school.text("m1", text)
    assert "onas" not in said
    assert len(said.splitlines()) <= 3


def test_a_student_called_as_a_word_is_found(own_school: School):
    school = own_school
    with school.engine.begin() as connection:
        connection.execute(
            person.update()
            .where(person.c.school_id == "s1")
            .values(name="Dag Prima", folded_name="dag prima")
        )
    assert "Dag: which competence" in school.text("m1", "dag")
    assert "Dag · 8" in school.text("m1", "dag 8.1 v")


def test_every_example_in_the_help_works(own_school: School):
    school = own_school
    for who in ("m1", "s1", "t1"):
        examples = [
            line.strip()
            for line in school.text(who, "/help").splitlines()
            if line.startswith("  ") and "(" not in line
        ]
        assert len(examples) == (4 if who == "t1" else 3)
        for example in examples:
            assert "tored" in school.text(who, example).replace("Nothing was stored", ""), example


def test_ordinary_words_do_not_put_a_question_away(own_school: School):
    school = own_school
    school.say("m1", "8.2 v")
    shown = school.say("m1", "thanks")
    assert shown[0].text == "You are welcome."
    assert "Jonas · 8" in school.tapped("m1", "Jonas Peeters · 6E")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("focus jonas none", "has no focus"),
        ("focus jonas geen.", "has no focus"),
        ("today jonas peeters", "Rough work"),
        ("today jonas context 1", "10 Lays conduits"),
        ("today jonas pe", "Rough work"),
    ],
)
def test_a_keyword_is_no_free_word(own_school: School, text: str, answer: str):
    shown = own_school.say("m1", text)
    assert answer in shown[0].text + " ".join(buttons_of(shown))


@pytest.mark.parametrize("text", ["ik ben terug", "I'm back", "Ik ben er weer!", "I am back"])
def test_being_back_is_typed_as_well_as_tapped(own_school: School, text: str):
    own_school.say("m1", "ik ben ziek tot en met vrijdag")
    own_school.say("m1", "ja")
    assert absent_until(own_school) == "16 Oct"
    assert "Away" not in own_school.text("m1", text)
    assert absent_until(own_school) is None


@pytest.mark.parametrize(
    "text",
    ["ik snap het niet", "Ik begrijp het niet.", "I don't understand", "I don't get it",
     "je ne comprends pas", "ich verstehe das nicht", "das verstehe ich nicht"],
)  # fmt: skip
@pytest.mark.parametrize("who", ["s1", "m1"])
def test_who_does_not_understand_gets_help_and_no_note(own_school: School, who: str, text: str):
    said = own_school.text(who, text)
    assert "/score" in said
    assert "note" not in said.splitlines()[0]


@pytest.mark.parametrize(
    ("text", "answer"),
    [("dank u wel, ik stop ermee", "only a coach ends a placement"),
     ("thanks, I quit", "only a coach ends a placement"),
     ("bedankt, ik ben ziek", "leave you alone"), ("hallo, ik ben ziek", "leave you alone"),
     ("thanks but that is wrong", "What is not right?"), ("hello, I am back", "You are back"),
     ("bedankt maar nee", "All right, nothing was stored."),
     ("thanks but no thanks", "All right, nothing was stored."),
     ("merci mais non", "All right, nothing was stored."),
     ("danke, nein", "All right, nothing was stored.")],
)  # fmt: skip
def test_thanks_swallow_nothing_that_is_said_behind_them(
    own_school: School, text: str, answer: str
):
    assert answer in own_school.text("s1", text)


@pytest.mark.parametrize("text", ["thanks for your help", "bedankt voor de uitleg", "thank you all",
                                  "merci pour tout", "danke für die Hilfe"])  # fmt: skip
def test_thanks_for_something_stay_thanks(own_school: School, text: str):
    assert own_school.text("s1", text) == "You are welcome."


@pytest.mark.parametrize("no", ["bedankt maar nee", "thanks but no thanks", "merci mais non"])
def test_a_thankful_no_answers_what_is_asked(own_school: School, no: str):
    own_school.say("m1", "ik ben ziek")
    assert own_school.text("m1", no) == "All right, nothing was stored."
    own_school.say("m1", "yes")
    assert absent_until(own_school) is None
