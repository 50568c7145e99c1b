"""Prompts and tips as they are said, in a language that is there or in another."""

import pytest

from bot.domain.coaching.methods import Method
from bot.domain.coaching.repertoire import Blank, Prompt, Repertoire, Tip

ASK = Prompt(
    "ask", Method.REFLECTION, {"nl": "“{what}” deed je {times} keer?", "en": "“{what}”, {times}?"}
)
HINT = Tip("hint", Method.COACHING, {"nl": "Wacht even."})


@pytest.mark.parametrize(
    ("language", "said"),
    [
        # On a line of its own, not bent into the sentence.
        ("nl", "“10.3 Bends {times}”\ndeed je 4 keer?"),
        ("en", "“10.3 Bends {times}”, 4?"),
        ("fr", "“10.3 Bends {times}”, 4?"),
    ],
)
def test_a_prompt_is_said_with_its_places_filled_and_what_fills_them_left_alone(language, said):
    assert ASK.said(language, "10.3 Bends {times}", 4) == said


def test_a_language_that_is_nowhere_gets_what_there_is():
    assert HINT.said("en") == "Wacht even."


def test_a_prompt_knows_what_it_leaves_open():
    plain = Prompt("plain", Method.REFLECTION, {"en": "And {what}?"})
    assert (plain.leaves_open(Blank.WHAT), plain.leaves_open(Blank.TIMES)) == (True, False)
    assert ASK.leaves_open(Blank.TIMES)


def test_a_card_holds_the_hints_of_its_method():
    other = Tip("other", Method.MODELLING, {"en": "Show it."})
    titles = {Method.COACHING: {"nl": "Kijk mee", "en": "Watch along"}}
    repertoire = Repertoire({}, {"other": other, "hint": HINT}, titles)
    assert repertoire.card(Method.COACHING) == (HINT,)
    assert repertoire.title(Method.COACHING, "fr") == "Watch along"
