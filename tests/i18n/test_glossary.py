"""One thing has one word: no text says a word that the glossary of its language gives up."""

import re
import tomllib

import pytest

from bot.domain.languages import LANGUAGES
from bot.domain.manner import FORMAL
from tools.reviewing import LOCALES, catalogue, catalogue_file, forms

PLACE = re.compile(r"\{[^{}]*\}")


def terms(language: str) -> list[dict[str, object]]:
    path = LOCALES / language / "glossary.toml"
    return list(tomllib.loads(path.read_text(encoding="utf-8"))["term"])


def told(language: str) -> list[str]:
    """List the sentences of a catalogue, and of what lies over it."""
    names = [name for name in ("messages", FORMAL) if catalogue_file(language, name).exists()]
    texts = (forms(message.string) for name in names for message in catalogue(language, name))
    return [PLACE.sub("", form) for each in texts for form in each]


def word(written: str) -> re.Pattern[str]:
    """Find a word, or several, as a whole: not inside a longer one, nor in a command's name."""
    return re.compile(rf"(?<![\w/=.-]){re.escape(written)}(?![\w=])", re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_term_says_what_it_is_and_what_it_is_not_called(language):
    known = terms(language)
    assert all({*term} == {"name", "word", "plural", "meaning", "never"} for term in known)
    names = [term["name"] for term in known]
    assert len(set(names)) == len(names)
    assert {"student", "mentor", "teacher", "coach", "competence", "indicator"} <= set(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_says_a_word_that_was_given_up(language):
    texts, found = told(language), {}
    for term in terms(language):
        for written in map(str, term["never"]):  # type: ignore[call-overload]
            says = [text for text in texts if word(written).search(text)]
            if says:
                found[f"{term['word']}, not {written}"] = says
    assert found == {}
