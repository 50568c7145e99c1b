"""The help of the command line, in the language that it speaks."""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy

import click

from bot.i18n import LOCALES, Voice
from bot.messages import Text, _, _n

CLICKS_OWN = (
    _("Usage:"),
    _("Options"),
    _("Commands"),
    _("Show this message and exit."),
    _("required"),
    _("default: {default}"),
    _("Error: {message}"),
    _("Try '{command} {option}' for help."),
    _("Missing command."),
    _("Missing argument"),
    _("Missing option"),
    _("Invalid value: {message}"),
    _("Invalid value for {param_hint}: {message}"),
    _("No such option {name!r}."),
    _("No such command {name!r}."),
    _("Option {name!r} does not take a value."),
    _("{value!r} is not a valid {number_type}."),
    _("{value} is not in the range {range}."),
    _n("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1),
    _n("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
    _n("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1),
)
"""What click says by itself, so that our catalogues have it: it asks the system's gettext."""


OPTIONS = _("[OPTIONS]")
SUBCOMMAND = _("COMMAND [ARGS]...")


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let click say its own words in a language meanwhile, out of our catalogue."""
    before = os.environ.get("LANGUAGE")
    gettext.bindtextdomain(gettext.textdomain(), str(LOCALES))
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def translated(command: click.Command, voice: Voice) -> click.Command:
    """Make a command that explains itself in another language; the one it came from stays."""
    other = copy(command)
    other._help_option = None
    other.help = voice.say(text_of(command.help))
    other.params = [_explained(param, voice) for param in command.params]
    other.options_metavar = voice.say(OPTIONS)
    if isinstance(command, click.Group) and isinstance(other, click.Group):
        known = command.commands.items()
        other.subcommand_metavar = voice.say(SUBCOMMAND)
        other.commands = {name: translated(inner, voice) for name, inner in known}
    return other


def _explained(param: click.Parameter, voice: Voice) -> click.Parameter:
    other = copy(param)
    if isinstance(other, click.Option) and other.help:
        other.help = voice.say(text_of(other.help))
    return other


def text_of(help_: str | None) -> Text:
    """Make what stands in the code a text of the catalogue: a paragraph is one line of it."""
    paragraphs = (help_ or "").split("\n\n")
    return Text("\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs))
