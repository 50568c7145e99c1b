"""The words beside signs: those of the catalogues, and never more than they repeat."""

import pytest

from bot.domain.languages import LANGUAGES
from bot.domain.scoring.scales import Coverage, Mastery
from bot.i18n import Voice
from bot.showing.words.scores.marks import COVERAGE_WORD, MASTERY_WORD
from handlers.talking.meaning.words import TOLD, without_told
from handlers.talking.phrases import MASTERY_SIGN


def test_every_word_that_is_said_is_read():
    said = {MASTERY_SIGN[own]: MASTERY_WORD[own] for own in Mastery}
    said |= {own.value: COVERAGE_WORD[own] for own in Coverage}
    voices = [Voice(language, "UTC") for language in LANGUAGES]
    assert set(said) == set(TOLD)
    for own, word in said.items():
        assert {voice.say(word) for voice in voices} <= set(TOLD[own])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("8: 1-2 ✓R alone, regularly · 3 ◐ with support", "8: 1-2 ✓R · 3 ◐"),
        ("10.1 ✓ alone.", "10.1 ✓ ."),
        ("10.1 ✓R selbstständig, regelmäßig.", "10.1 ✓R ."),
        ("10.1 ◐ avec aide", "10.1 ◐"),
        ("8.1 ✓ with support", "8.1 ✓ with support"),
        ("8.1 ✓ aloneness", "8.1 ✓ aloneness"),
        ('8.1 ◐ "works ✓ alone"', '8.1 ◐ "works ✓ alone"'),
        ("8 : 1-2 ✗N pas montré, jamais · 3 ◐R avec aide, régulièrement", "8 : 1-2 ✗N · 3 ◐R"),
        ("8 : 3 ◐R avec aide, regulierement", "8 : 3 ◐R"),
        ("8: 1-2 ✗N nicht gezeigt, nie · 3 ◐S mit Hilfe, manchmal", "8: 1-2 ✗N · 3 ◐S"),
        ("8: 3 ✓R selbstständig, regelmäßig", "8: 3 ✓R"),
        ("8: 3 ✓R selbststaendig, regelmaessig", "8: 3 ✓R"),
        ("8: 3 ✗ selbstständig", "8: 3 ✗ selbstständig"),
        ("he works alone", "he works alone"),
        ("8.1 v alone", "8.1 v alone"),
    ],
)
def test_only_what_repeats_a_sign_is_left_out(text: str, left: str):
    read = without_told(text)
    assert len(read) == len(text)
    assert read.split() == left.split()
