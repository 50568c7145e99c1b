"""The command line: one file per topic, each loaded when its command is called."""

import importlib
import io
import sys
import traceback
from typing import TYPE_CHECKING

import click

from bot.messages import Text, _

if TYPE_CHECKING:
    from bot.i18n import Voice

COMMANDS: dict[str, tuple[str, str, Text]] = {
    "run": ("bot.cli.serving", "run", _("Start the bot and the web chat.")),
    "migrate": ("bot.cli.keeping", "migrate", _("Bring the database to this version.")),
    "sample": ("bot.cli.keeping", "sample", _("Load the sample organisation, if it is not there.")),
    "try": ("bot.cli.importing.trying", "try_", _("Try the page with a class of your own.")),
    "doctor": ("bot.cli.doctor", "doctor", _("Say what is configured, reachable and wrong.")),
    "organisation": (
        "bot.cli.school.organisation",
        "organisation",
        _("Show or change the school's name, language and clock."),
    ),
    "people": ("bot.cli.school.people", "people", _("List who is known.")),
    "admin": (
        "bot.cli.administering.administrators",
        "admin",
        _("List, add or end the school's administrators."),
    ),
    "starters": (
        "bot.cli.inducting.starters",
        "starters",
        _("Mark teachers new to dual learning, or name who coaches them."),
    ),
    "totals": (
        "bot.cli.sector.totals",
        "totals",
        _("Show totals for sectors, or choose of what they are told."),
    ),
    "region": (
        "bot.cli.sector.regions",
        "region",
        _("List the regions of workplaces, or set one."),
    ),
    "intake": (
        "bot.cli.matching.intakes",
        "intake",
        _("Open an intake from a file, say who leads it, or close it."),
    ),
    "sector": (
        "bot.cli.sector.sectors",
        "sector",
        _("List or add sectors, and name who speaks for them."),
    ),
    "audit": (
        "bot.cli.administering.auditing",
        "audit",
        _("Verify or show the log of acts that touch people's rights."),
    ),
    "track": (
        "bot.cli.school.tracks",
        "track",
        _("Show a student's tracks, end one, or take it up again."),
    ),
    "absence": (
        "bot.cli.supporting.absence",
        "absence",
        _("Note, list or end absences."),
    ),
    "incident": (
        "bot.cli.supporting.incident",
        "incident",
        _("Report an incident at work for somebody, or list who has seen which."),
    ),
    "desk": ("bot.cli.desk", "desk", _("Show what has a date for a coach, or write it as CSV.")),
    "agreements": (
        "bot.cli.papers.papers",
        "agreements",
        _("List the agreements about placements, or write them as CSV."),
    ),
    "recognitions": (
        "bot.cli.papers.papers",
        "recognitions",
        _("List until when workplaces are recognised, or write it as CSV."),
    ),
    "handovers": (
        "bot.cli.papers.papers",
        "handovers",
        _("List who handed students over to whom, or write it as CSV."),
    ),
    "substitute": (
        "bot.cli.supporting.substitute",
        "substitute",
        _("Name, list or end who stands in for somebody."),
    ),
    "programme": (
        "bot.cli.school.programmes",
        "programme",
        _("List programmes, or change a setting of one."),
    ),
    "periods": ("bot.cli.periods", "periods", _("Add, list, move or cancel evaluation periods.")),
    "photo": ("bot.cli.photos", "photo", _("Show, compare or verify photos.")),
    "evaluations": (
        "bot.cli.evaluating.evaluations",
        "evaluations",
        _("List the evaluations to prepare, or write them as a file."),
    ),
    "decision": (
        "bot.cli.evaluating.decisions",
        "decision",
        _("Verify what class councils decided."),
    ),
    "council": (
        "bot.cli.evaluating.council",
        "council",
        _("Write the pages for a class council into a folder."),
    ),
    "mydata": (
        "bot.cli.rights.mydata",
        "mydata",
        _("Write everything that is kept of somebody into one file."),
    ),
    "holidays": ("bot.cli.school.holidays", "holidays", _("Read, list or clear school holidays.")),
    "questionnaire": (
        "bot.cli.school.questionnaires",
        "questionnaire",
        _("Read a questionnaire in, list what is asked, or close one."),
    ),
    "reminders": ("bot.cli.reminders", "reminders", _("Show or change a programme's reminders.")),
    "thresholds": (
        "bot.cli.divergence",
        "thresholds",
        _("Show or change from where on a difference is an alert."),
    ),
    "interventions": (
        "bot.cli.divergence",
        "interventions",
        _("Export what coaches did about what they were told."),
    ),
    "tick": ("bot.cli.ticking", "tick", _("Do what is due at a time, once.")),
    "clock": ("bot.cli.ticking", "clock", _("Say what is held by the clock, and release it.")),
    "import": (
        "bot.cli.importing.importing",
        "import_",
        _("Read frameworks, rosters and an organisation."),
    ),
    "invite": ("bot.cli.joining", "invite", _("Invite a person, or a whole class group.")),
    "devices": (
        "bot.cli.school.devices",
        "devices",
        _("List somebody's devices on the page, or end them."),
    ),
    "forget": (
        "bot.cli.rights.forgetting",
        "forget",
        _("Forget a person who asked for it, or list who waits for it."),
    ),
    "outbox": ("bot.cli.outbox", "outbox", _("Show what waits for others, or send it once more.")),
    "mail": ("bot.cli.telling.mailing", "mail", _("Say what became of e-mails.")),
    "say": ("bot.cli.talking", "say", _("Say one thing as somebody, and print the answers.")),
    "chat": ("bot.cli.talking", "chat", _("Talk as somebody, line by line.")),
}
"""Command → module, name, and its line in the help."""


class Kompaan(click.Group):
    """A group that loads only the command that is called: `say` must start fast."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """List the commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Load one command, in the language of the voice that the context carries."""
        if name not in COMMANDS:
            return None
        module, attribute, _help = COMMANDS[name]
        command: click.Command = getattr(importlib.import_module(module), attribute)
        if context.obj is None:
            return command
        from bot.cli.helping import translated  # only who speaks another language pays for it

        return translated(command, context.obj)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        say = context.obj.say if context.obj else lambda text: text.key
        with formatter.section(say(_("Commands"))):
            rows = [(name, say(entry[2])) for name, entry in COMMANDS.items()]
            formatter.write_dl(rows)


@click.group(cls=Kompaan, context_settings={"help_option_names": ["-h", "--help"]})
def kompaan_() -> None:
    """Kompaan, a chat companion for dual learning."""


def kompaan(arguments: list[str] | None = None) -> int:
    """Run a command, and say with which code it exits; whatever happens, it is said in words."""
    from bot.wiring import spoken_language

    _bear_any_text()
    language = spoken_language()
    if language == "en":
        return _run(kompaan_, arguments, None)
    from bot.cli import helping
    from bot.i18n import Voice

    voice = Voice(language, "UTC")
    with helping.speaking(language):
        return _run(helping.translated(kompaan_, voice), arguments, voice)


def _run(group: click.Command, arguments: list[str] | None, voice: "Voice | None") -> int:
    """Run a command; what is said by us is translated where it is said."""
    from bot.refusal import Refused
    from bot.wiring import Unavailable, in_words

    try:
        result = group.main(arguments, prog_name="kompaan", standalone_mode=False, obj=voice)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except Refused as refused:
        click.echo(in_words(refused.text), err=True)
        return 1
    except Unavailable:
        sorry = _("The database could not store this; nothing was stored.")
        click.echo(in_words(sorry), err=True)
        return 1
    except Exception as error:
        click.echo(in_words(_explained(error)), err=True)
        return 1
    return result if isinstance(result, int) else 0


def _bear_any_text() -> None:
    """Let the terminal show what it can, and a sign for the rest: what was stored was stored.

    A name that its encoding lacks would else raise after the command has done its work, and who
    sees an error does it again.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _explained(error: Exception) -> Text:
    """Say what kept a command from ending: never a traceback, nor what people wrote."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.storage.outage import explained

    if isinstance(error, SQLAlchemyError):
        return explained(error)
    if isinstance(error, OSError):
        name = str(error.filename or "")
        why = error.strerror or type(error).__name__
        return _("{file} cannot be used: {why}. Nothing more was done.", file=name, why=why)
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = ", ".join(f"{frame.name}:{frame.lineno}" for frame in last)
    return _(
        "Something went wrong that should not: {kind} in {where}. Nothing more was done. "
        "Please report this line; 'kompaan doctor' says what else is wrong.",
        kind=type(error).__name__,
        where=where,
    )
