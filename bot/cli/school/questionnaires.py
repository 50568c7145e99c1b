"""Questionnaires on the command line: read from a file, listed, closed."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.domain.asking.questionnaires import Questionnaire
from bot.exchange.reading.questionnaire_file import OURS, read_questionnaire
from bot.messages import Sayable, _, lines, words
from bot.ports import UnitOfWork
from bot.refusal import Refused
from bot.showing.asking.taken_in import NAMED, NAMELESS, say_taken_in, say_when, say_whom
from bot.use_cases.asking.keep_rounds import close_questionnaire
from bot.use_cases.asking.see_questionnaires import list_asked
from bot.use_cases.asking.take_in_questionnaire import (
    rehearse_questionnaire,
    take_in_questionnaire,
)
from bot.wiring import House, open_house


@click.command()
@click.argument("file", required=False, metavar="[FILE]")
@click.option("--dry-run", is_flag=True, help="Say what would be asked, and write nothing.")
@click.option("--list", "lists", is_flag=True, help="List what is asked, or will be.")
@click.option("--close", metavar="NAME", help="Close the questionnaire with this name.")
@at_option
def questionnaire(
    file: str | None, dry_run: bool, lists: bool, close: str | None, at: datetime | None
) -> None:
    """Read FILE in as a questionnaire; 'motivation' and 'workplace' are examples of our own."""
    if sum(map(bool, (file, lists, close))) != 1:
        raise Refused(_("Name a file, or --list, or --close and a name."))
    house = open_house()
    if file:
        _read_in(house, OURS.get(file, Path(file)), at, dry_run=dry_run)
    elif lists:
        _list(house)
    else:
        with house.transaction() as uow:
            close_questionnaire(uow, _find(uow, close or ""), instant_of(house, at))
        click.echo(house.say(_("{name} is closed.", name=close or "")))


def _read_in(house: House, path: Path, at: datetime | None, *, dry_run: bool) -> None:
    draft = read_questionnaire(path)
    takes = rehearse_questionnaire if dry_run else take_in_questionnaire
    with house.transaction() as uow:
        taken = takes(uow, house.organisation(uow), draft, instant_of(house, at))
        if dry_run:
            # Not even the school itself, which may have been made just now.
            uow.connection.rollback()
    said = say_taken_in(taken.questionnaire, taken.span, taken.asked, taken.question_count)
    click.echo(house.say(lines(*said)))
    if dry_run:
        click.echo(house.say(_("This was a dry run: nothing was written.")), err=True)


def _list(house: House) -> None:
    with house.reading() as uow:
        known = list_asked(uow, _school_of(uow))
        said = [lines(*_said(uow, own)) for own in known]
    if not said:
        click.echo(house.say(_("No questionnaire is asked: 'kompaan questionnaire FILE'.")))
    for own in said:
        click.echo(house.say(own))


def _said(uow: UnitOfWork, own: Questionnaire) -> Iterator[Sayable]:
    yield words(own.name, *say_whom(own), NAMELESS if own.anonymous else NAMED)
    rounds = [asked for asked in uow.questionnaires.list_rounds(own.id) if not asked.ended]
    for asked in rounds:
        yield say_when(own, asked.span)
    if not rounds:
        yield say_when(own, None)


def _find(uow: UnitOfWork, name: str) -> Questionnaire:
    found = (own for own in list_asked(uow, _school_of(uow)) if own.name == name)
    own = next(found, None)
    if own is None:
        raise Refused(_("No questionnaire called {name} is asked.", name=name))
    return own


def _school_of(uow: UnitOfWork) -> int:
    known = (row.id for row in uow.catalogue.list_organisations() if not row.sample)
    return next(known, 0)
