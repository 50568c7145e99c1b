"""What people say in plain words beside scores: that somebody stopped, that something is wrong."""

from tests.dialogues.school import School, buttons_of


def test_a_mentor_who_says_that_a_student_stopped_is_shown_how_to_say_so(own_school: School):
    school = own_school
    for text in (
        "jonas werkt hier niet meer", "Jonas is gestopt.", "jonas is ontslagen",
        "helaas jonas werkt niet meer bij ons sinds vorige week", "Jonas stopt ermee",
        "Jonas no longer works here", "jonas has quit", "Jonas ne travaille plus ici",
        "Jonas arbeitet nicht mehr hier", "jonas hat gekündigt",
    ):  # fmt: skip
        shown = school.say("m1", text)
        assert "/stops Jonas says so: last day, and who hears it" in shown[0].text, text
        assert "note about Jonas?" in shown[0].text
        assert "nothing was stored" in school.text("m1", "no")
    for text in ("jonas is gestopt met roken", "jonas stopt de machine", "is jonas gestopt?"):
        assert "/stops" not in school.text("m1", text), text
        school.say("m1", "/cancel")


def test_a_coach_is_asked_why_the_placement_of_who_stopped_stops(own_school: School):
    shown = own_school.say("c1", "noor is gestopt")
    assert shown[0].text.startswith("Does Noor stop at Elektro bv?")
    assert "/track Noor" in shown[0].text
    assert "both agree" in buttons_of(shown)


def test_a_student_who_stops_is_pointed_to_the_coach(own_school: School):
    for text in ("ik werk hier niet meer", "ik ben gestopt met de opleiding", "I have quit"):
        assert "Tell the coach, Lien Martens" in own_school.text("s1", text), text


def test_what_is_not_right_is_asked_with_what_can_be_done(own_school: School):
    school = own_school
    for text in (
        "nee dat klopt niet", "klopt niet", "Dat klopt niet!", "dat is niet juist", "dat is fout",
        "that's not right", "That is wrong", "this isn't right", "c'est faux",
        "ce n'est pas correct", "das stimmt nicht", "nein, das ist falsch",
    ):  # fmt: skip
        school.say("m1", "/report jonas")
        said = school.text("m1", text)
        assert said.startswith("What is not right?"), text
        assert "such as: jonas 11.1 v" in said
        assert 'to the coach, Lien Martens, as a note such as: jonas 11.1 "…"' in said
    assert "2 ◐" in school.text("m1", "8.2 moet l zijn")
    assert "You look on here" in school.text("c1", "dat klopt niet")
    assert "What is not right?" in school.text("s1", "mijn scores kloppen niet")


def test_what_was_stored_is_taken_back_in_plain_words(own_school: School):
    school = own_school
    for text in (
        "doe maar ongedaan", "oei, maak dat maar ongedaan", "Neem dat terug aub", "wis dat",
        "verwijder die laatste score", "haal dat weer weg", "ongedaan maken", "undo that please",
        "take that back", "annule ça", "mach das rückgängig", "nimm das zurück",
    ):  # fmt: skip
        school.say("m1", "jonas 8.2 l")
        assert "Undone: Jonas · 8" in school.text("m1", text), text
    school.say("m1", "jonas 8.2 l")
    for text in ("neem dat mee naar huis", "hij moet dat terug afbreken", "maak dat eens proper"):
        assert "Undone" not in school.text("m1", text), text


def test_words_behind_a_number_are_not_counted_as_letters(own_school: School):
    for text in (
        "jonas 10 kan al goed werken", "jonas 8 goed gewerkt vandaag op de werf", "jonas 10 goed",
        "jonas 8.2 netjes", "jonas 10 very neat work", "jonas 10 vvl goed gedaan",
    ):  # fmt: skip
        said = own_school.text("m1", text)
        assert "These are words" in said, text
        assert "count" not in said
        assert "Nothing was stored." in said
    assert "here I count 5 letters" in own_school.text("m1", "jonas 10 vvlxq")


def test_words_that_name_nobody_are_not_sought_among_students(own_school: School):
    school = own_school
    for text, words in {
        "gisteren 8.2": "gisteren", "en ook 8.2": "en ook", "vandaag niks": "niks",
        "kan ik 8.2 al": "kan ik", "foto is wanneer": "is wanneer", "vandaag 3x 8.2": "3x",
        "morgen jonas 8.2 v": "morgen", "yesterday 8.2": "yesterday", "hier 8.2 l": "hier",
        "waarom heeft jonas 8 op rood": "waarom heeft", "how come 8 went down": "how come",
    }.items():  # fmt: skip
        said = school.text("m1", text)
        assert f"I do not understand '{words}' here. Nothing was stored." in said, text
        school.say("m1", "/cancel")
    assert "I do not understand 'gisteren' here" in school.text("s1", "gisteren 8.2")
    for text in ("gisbert 8.2 v", "jonas janssens 8.2 v"):
        assert "I know nobody called" in school.text("m1", text)
    assert school.scores == 0


def test_a_name_behind_a_small_word_is_offered(own_school: School):
    school = own_school
    for text in ("/report voor jonas", "/report about jonas", "rapport pour jonas"):
        shown = school.say("m1", text)
        assert "Do you mean this?" in shown[0].text, text
        assert "Jonas Peeters · Electrician" in school.tapped("m1", buttons_of(shown)[0])
