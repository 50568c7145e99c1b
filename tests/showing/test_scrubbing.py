"""Names in words that people typed: found however they are written, and words that are no names."""

import pytest

from bot.domain.school.frameworks import Competence, CutOff, Indicator, Programme
from bot.domain.school.naming import LEFT_OUT, GivenName
from bot.showing.scrubbing import Scrubber

NAMES = {
    "Jonas Peeters": "fluit",
    "An Claes": "kom",
    "Wil van den Berg": "roos",
    "Élodie Lefèvre-Dubois": "tak",
    "Jean-Pierre De Smet": "bol",
    "Uwe Müller": "zee",
    "Haddad, Karim": "dak",
    "Mark Rood": "riem",
}
TYPED = "peeters berg lefevre smet mueller haddad"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("jonas was late", "fluit was late"),
        ("JONAS PEETERS", "fluit"),
        ("Peeters Jonas, Peeters", "fluit, fluit"),
        ("Jonas's bench, Jonas’ bench", "fluit's bench, fluit’ bench"),
        ("l'ami d'Élodie", "l'ami d'tak"),
        ("elodie lefevre dubois", "tak"),
        ("E\u0301lodie", "tak"),
        ("Lefèvre bent", "tak bent"),
        ("jean pierre and Jean-Pierre", "bol and bol"),
        ("Mueller, müller", "zee, zee"),
        ("Karim Haddad, Haddad, Karim", "dak, dak"),
        ("Jonas-and-An_10", "fluit-and-kom_10"),
        ("van den Berg came", "roos came"),
        ("an apple, he will, An too", "an apple, he will, kom too"),
        ("Jonassen, Ankie, berglucht", "Jonassen, Ankie, berglucht"),
        ("Claes was not typed", "Claes was not typed"),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, said: str):
    assert Scrubber(NAMES, TYPED)(text) == said


def test_of_two_of_one_name_the_one_who_is_met_is_meant_and_else_nobody():
    names = {"Jonas Peeters": "fluit", "Jonas Aziz": "kom"}
    met = Scrubber(names, "", ["Jonas Aziz"])
    assert met("Jonas is late") == "kom is late"
    assert not met.met_left_out
    nobody = Scrubber(names)
    assert nobody("Jonas is late, Jonas Peeters") == f"{LEFT_OUT} is late, fluit"
    assert nobody.met_left_out


def test_words_that_are_taught_stay_also_cut_short():
    mark = Competence(1, 8, "Mark the route", (Indicator(1, 1, "marks what Mark said"),))
    taught = Programme(1, "ELEC-1", "Electrician", CutOff.AT_LEAST, (mark,))
    scrub = Scrubber(NAMES, "", [], [taught])
    assert scrub("8 Mark the route · mark") == "8 Mark the route · riem"
    assert scrub("8 Mark the r…") == "8 Mark the r…"
    assert scrub("Mark th") == "riem th"


def test_a_name_of_a_file_is_said_of_who_is_known_alone():
    scrub = Scrubber(NAMES)
    assert scrub(GivenName("jonas peeters")) == "fluit"
    assert not scrub.met_left_out
    assert scrub(GivenName("Piet Nieuw")) == LEFT_OUT
    assert scrub.met_left_out
