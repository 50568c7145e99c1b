"""A sentence begins with a capital, also where its first word is one that is put in."""

import pytest

from bot.domain.divergence.severity import Severity
from bot.domain.languages import LANGUAGES
from bot.domain.school.tracks import Role
from bot.i18n import Voice
from bot.messages import Sayable, Text, _, words
from handlers.divergence.shown import SEVERITY_WORD
from handlers.talking.phrases import ROLE_WORD

TEACHER = ROLE_WORD[Role.TEACHER]
BEGINNING: tuple[Text, ...] = (
    _("{role} differs from the two others.", role=TEACHER),
    _("{how}, since {since}.", how=SEVERITY_WORD[Severity.URGENT], since="4 Sep"),
    _(
        "{silent} has said nothing in this period; {spoken} have.",
        silent=TEACHER,
        spoken=words(TEACHER, TEACHER, by=", "),
    ),
    _("{who} answers about {what}:", who=words(TEACHER, "(Els)"), what="8"),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", BEGINNING, ids=lambda text: text.key)
def test_a_word_of_ours_that_begins_a_sentence_has_a_capital(language: str, text: Text):
    assert Voice(language, "UTC").say(text)[0].isupper()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (_("{giver} was asked for feedback.", giver="an de wit"), "an de wit was asked"),
        (_("{role} differs from the two others.", role=words("els", TEACHER)), "els teacher"),
        (_("ask: {role}", role=TEACHER), "ask: teacher"),
        (words(TEACHER, "✓"), "teacher ✓"),
    ],
    ids=str,
)
def test_somebodys_own_words_and_what_is_no_sentence_stay_as_they_are(text: Sayable, says: str):
    assert Voice("en", "UTC").say(text).startswith(says)
