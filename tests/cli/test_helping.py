"""The command line explains itself in its own language, and so do its refusals."""

from collections.abc import Iterator

import click
import pytest

from bot.cli import COMMANDS, kompaan_
from bot.cli.helping import text_of
from bot.i18n import Voice
from bot.messages import Text
from tests.cli.conftest import Run

DUTCH = {"KOMPAAN_LANGUAGE": "nl"}


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=str)
def test_every_command_explains_itself_in_dutch(kompaan: Run, command: tuple[str, ...]):
    told = kompaan(*command, "--help", **DUTCH).stdout
    assert told.startswith(" ".join(["Gebruik: kompaan", *command]))
    assert "-h, --help" in told
    assert "Toon deze uitleg." in told
    assert "Opties:" in told
    assert kompaan(*command, "--help").stdout.startswith("Usage:")


def test_the_first_page_lists_the_commands_in_dutch(kompaan: Run):
    told = kompaan("--help", **DUTCH).stdout
    assert "Breng de database op deze versie." in told
    assert [
        line.split()[0] for line in told.split("Opdrachten:")[1].splitlines() if line[2:3].strip()
    ] == [*COMMANDS]


def texts_of(command: click.Command) -> Iterator[Text]:
    """What a command and all in it say of themselves."""
    yield text_of(command.help)
    options = (param for param in command.params if isinstance(param, click.Option))
    yield from (text_of(option.help) for option in options if option.help)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from texts_of(inner)


def test_no_help_is_left_in_english():
    voice = Voice("nl", "UTC")
    assert [text.key for text in texts_of(kompaan_) if voice.say(text) == text.key] == []


def test_how_a_line_is_written_is_said_in_dutch_too(kompaan: Run):
    assert "Gebruik: kompaan [OPTIES] OPDRACHT [ARGUMENTEN]..." in kompaan("-h", **DUTCH).stdout


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (("blah",), "Er is geen opdracht 'blah'."),
        (("say",), "Er ontbreekt een optie '--as'."),
        (("say", "--loud"), "Er is geen optie '--loud'."),
        (("people", "all"), "Er is geen opdracht 'all'."),
        (("doctor", "all"), "Er staat een argument te veel (all)"),
        (("sample", "--language", "es"), "'es' is geen van 'nl', 'fr', 'de', 'en'."),
    ],
    ids=str,
)
def test_a_line_that_is_wrong_is_refused_in_dutch(kompaan: Run, line, says):
    done = kompaan(*line, **DUTCH)
    assert done.returncode == 2
    assert says in done.stderr
    assert "--help' geeft uitleg." in done.stderr


def test_settings_that_are_wrong_leave_the_help_in_english(kompaan: Run):
    assert kompaan("--help", KOMPAAN_LANGUAGE="xx").stdout.startswith("Usage:")
