"""What a language writes around and between what it says: quotation marks, 'and', colons."""

from datetime import UTC, datetime

import pytest

from bot.i18n import Voice
from bot.messages import Day, Joined, Listed, Quoted, Sayable, _, colon, count_lines, listed, words
from bot.platforms.slack.entities import SlackVoice
from handlers.talking.paging import length_of

THE_DAY = Day(datetime(2026, 11, 27, 12, tzinfo=UTC))
NAMES = ("Ann", "Bo", "Cas")


def said(what: Sayable, language: str) -> str:
    return Voice(language, "Europe/Brussels").say(what)


@pytest.mark.parametrize(
    ("language", "quoted"), [("nl", "“Bo”"), ("en", "“Bo”"), ("fr", "«\xa0Bo\xa0»"), ("de", "„Bo“")]
)
def test_words_stand_between_the_marks_of_the_readers_language(language: str, quoted: str):
    assert said(Quoted("Bo"), language) == quoted


@pytest.mark.parametrize(
    ("language", "all_three"),
    [
        ("nl", "Ann, Bo en Cas"),
        ("en", "Ann, Bo and Cas"),
        ("fr", "Ann, Bo et Cas"),
        ("de", "Ann, Bo und Cas"),
    ],
)
def test_things_are_listed_as_the_language_does(language: str, all_three: str):
    assert said(listed(NAMES), language) == all_three
    assert said(listed(NAMES[:1]), language) == "Ann"
    assert said(listed(()), language) == ""


def test_what_lists_nothing_is_nothing():
    assert not listed(())
    assert words("a", listed(()), colon(None), "b") == Joined(("a", "b"), " ")


def test_a_colon_in_french_has_a_blank_before_it():
    assert said(words(colon("Ann"), 1), "fr") == "Ann\xa0: 1"
    assert said(words(colon("Ann"), 1), "de") == "Ann: 1"


@pytest.mark.parametrize("voice", [Voice, SlackVoice])
@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_a_full_stop_stands_once(voice: type[Voice], language: str):
    told = voice(language, "Europe/Brussels").say(
        _("What was said in {programme} is kept until {day}.", programme="X", day=THE_DAY)
    )
    assert ".." not in told
    assert "27" in told


def test_somebodys_own_sentence_keeps_its_dots():
    own = _("You are “{word}” wherever your school uses no names.", word="Well...")
    assert "“Well...”" in said(own, "en")
    assert said(_("{why} Nothing was changed.", why="Wait."), "en") == "Wait. Nothing was changed."


def test_lines_and_lengths_count_what_is_inside():
    assert count_lines(Quoted("a\nb")) == 2
    assert count_lines(Listed(NAMES)) == 1
    assert length_of(listed(NAMES)) >= len("Ann, Bo and Cas")
    assert length_of(Quoted("Bo")) >= len("«\xa0Bo\xa0»")
