"""Every catalogue holds every text of the code, with its places, and each text can be said.

What is wrong is shown by each text. A language is any folder of locales/ with a catalogue.
"""

import re
from collections.abc import Callable
from functools import cache

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bot.domain.languages import LANGUAGES as SPOKEN
from bot.i18n import Voice
from bot.messages import Text
from handlers.routes import TABLE
from tools.labels import button_labels, code
from tools.messages import gathered, main
from tools.reviewing import (
    LOCALES,
    WRITTEN_IN,
    catalogue,
    catalogue_file,
    faults,
    forms,
    keys,
    languages,
    places,
)

LANGUAGES = languages()
OTHERS = tuple(language for language in LANGUAGES if language != WRITTEN_IN)
COUNTS = (0, 1, 2)
ONLY = {"fr": (0, 1)}
"""Of what there is one form: French says zero as one."""
SAMPLE = "Nicolas"
COMMAND = re.compile(r"(?<!\S)/(\w+)")


@cache
def of_the_code() -> Catalog:
    """Gather what the code says now; each process that runs tests imports this file, one asks."""
    return gathered()


@cache
def template() -> Catalog:
    with (LOCALES / "messages.pot").open("rb") as file:
        return read_po(file, abort_invalid=True)


def translated(language: str, key: tuple[str, ...]) -> tuple[str, ...]:
    message = catalogue(language).get(key[0])
    return forms(message.string) if message else ("",)


def arguments(key: tuple[str, ...]) -> dict[str, str]:
    """Make up an argument for each place, told apart by its name."""
    return {name: f"{SAMPLE} {name}" for form in key for name in places(form) if name != "count"}


def said(language: str, key: tuple[str, ...], count: int) -> str:
    made_up = arguments(key)
    plural = key[1] if len(key) > 1 else ""
    text = Text(key[0], {**made_up, "count": count}, plural, count if plural else 0)
    return Voice(language, "Europe/Brussels").say(text)


def margins(text: str) -> tuple[str, str]:
    """The white space before and after a text; a blank that breaks no line belongs to its sign."""
    return text[: len(text) - len(text.lstrip(" \n"))], text[len(text.rstrip(" \n")) :]


def shown(key: tuple[str, ...]) -> str:
    """Name a text, and how Dutch says it."""
    return " = ".join(text[:60] for text in (key[-1], translated("nl", key)[-1]))


EVERY_KEY = sorted(keys(template()))
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
EVERY_OTHER = pytest.mark.parametrize("language", OTHERS)


def hold_for_every(check: Callable[[tuple[str, ...]], None]) -> None:
    """Check each text; a test for each of so many would take longer than the checks do."""
    wrong = {}
    for key in EVERY_KEY:
        try:
            check(key)
        except AssertionError as error:
            wrong[shown(key)] = str(error)
    assert wrong == {}


# --- the catalogues as a whole ---


def test_what_is_spoken_is_what_has_a_catalogue():
    assert set(SPOKEN) == set(LANGUAGES)


def test_the_tool_fails_on_what_the_tests_would_find(monkeypatch, capsys):
    monkeypatch.setattr("tools.messages.gathered", of_the_code)  # the code is read once
    assert main(["--check"]) == 0
    known = catalogue("nl").get("coach")
    monkeypatch.setattr(known, "string", "")
    assert main(["--check"]) == 1
    assert "missing: 'coach'" in capsys.readouterr().out


def test_the_template_is_what_the_code_says_now():
    assert keys(template()) ^ keys(of_the_code()) == set(), "run tools/messages.py"


@EVERY_LANGUAGE
def test_a_catalogue_has_the_texts_of_the_code_and_no_others(language):
    assert keys(catalogue(language)) ^ keys(of_the_code()) == set(), "run tools/messages.py"


@EVERY_LANGUAGE
def test_nothing_is_fuzzy_or_obsolete(language):
    read = catalogue(language)
    assert not read.fuzzy
    assert [message.id for message in read if message.fuzzy] == []
    assert [message.id for message in read.obsolete.values()] == []
    assert "\n#~" not in catalogue_file(language).read_text(encoding="utf-8")


@EVERY_LANGUAGE
def test_the_header_says_which_language_charset_and_plurals(language):
    text = catalogue_file(language).read_text(encoding="utf-8")
    header = text[text.index('\nmsgid ""\n') :].split("\n\n")[0]
    assert f'"Language: {language}\\n"' in header
    assert '"Content-Type: text/plain; charset=utf-8\\n"' in header
    above_one = "n > 1" if language == "fr" else "n != 1"
    assert f'"Plural-Forms: nplurals=2; plural=({above_one});\\n"' in header


def test_english_is_what_stands_in_the_code():
    assert {key: translated("en", key) for key in keys(of_the_code())} == {
        key: key for key in keys(of_the_code())
    }


# --- each text ---


@EVERY_LANGUAGE
def test_nothing_is_missing_too_long_or_repeats_the_english(language):
    assert list(faults(language, keys(of_the_code()))) == []


@EVERY_OTHER
def test_each_text_keeps_its_margins(language):
    def check(key: tuple[str, ...]) -> None:
        told = translated(language, key)
        assert [margins(form) for form in told] == [margins(form) for form in key]

    hold_for_every(check)


@EVERY_OTHER
def test_each_text_has_the_same_places(language):
    def check(key: tuple[str, ...]) -> None:
        for number, (own, told) in enumerate(zip(key, translated(language, key), strict=True)):
            may_lack = {"count"} if len(key) > 1 and number == 0 else set()
            assert places(own) - may_lack == places(told) - may_lack

    hold_for_every(check)


@EVERY_LANGUAGE
def test_each_text_can_be_said(language):
    def check(key: tuple[str, ...]) -> None:
        for count in COUNTS if len(key) > 1 else (0,):
            form = 0 if len(key) == 1 or count in ONLY.get(language, (1,)) else 1
            told = said(language, key, count)
            assert "{" not in told
            assert "}" not in told
            assert all(value in told for value in arguments(key[form : form + 1]).values())
            # Voice may read a compiled catalogue: it says what the source says.
            spoken = {**arguments(key), "count": count}
            assert told == translated(language, key)[form].format(**spoken)

    hold_for_every(check)


@EVERY_LANGUAGE
def test_a_text_names_the_same_commands_by_the_reader_s_words(language):
    """Each by its first word in that language, so that help and texts say the same."""

    def check(key: tuple[str, ...]) -> None:
        for own, told in zip(key, translated(language, key), strict=True):
            words = COMMAND.findall(told)
            commands = [command for command in map(TABLE.command, words) if command]
            assert len(commands) == len(words)
            wanted = filter(None, map(TABLE.command, COMMAND.findall(own)))
            assert sorted(it.name for it in commands) == sorted(it.name for it in wanted)
            assert words == [it.words.first().get(language, it.name) for it in commands]

    hold_for_every(check)


# --- labels of buttons ---


def test_every_text_of_the_code_is_gathered():
    assert code().said() - {key[0] for key in keys(of_the_code())} == set()


def test_the_labels_are_found_by_every_way_they_come_about():
    direct, of_a_table, by_a_parameter = "↩ Undo", "✗ not", "light: only the last reminder"
    by_a_key, chosen, repeated = "I am back", "mute", "sometimes (1 to 3 times)"
    assert button_labels() >= {direct, of_a_table, by_a_parameter, by_a_key, chosen, repeated}
    assert button_labels() <= {key[0] for key in keys(of_the_code())}
