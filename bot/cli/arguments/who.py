"""Finding a person for the command line: by the school's id, or by an unambiguous name."""

from collections.abc import Callable, Collection
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from bot.domain.folding import fold
from bot.domain.importing.drafts import LONGEST_NAME, tidy
from bot.domain.school.tracks import Person
from bot.messages import Sayable, _
from bot.refusal import Refused
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.administering.add_person import add_person
from bot.wiring import House


def find_person(house: House, uow: StoredUnitOfWork, wanted: str) -> Person:
    """Find a person; raises Refused with a sentence.

    Real people go before the sample's, and those in the language that is spoken before the others.
    """
    spoken = house.settings.language
    people = uow.people.list_by_school_id(wanted, spoken) or uow.people.list_all(spoken)
    if not people:
        raise Refused(
            _(
                "Nobody is known here: {database} in {folder}. Is the school in another folder? "
                "The settings and the database are those of the folder where 'kompaan' is typed.",
                database=str(house.engine.url),  # it hides a password
                folder=str(Path.cwd()),
            )
        )
    for _whose, these in groupby(people, lambda person: person.sample and person.organisation_id):
        among = list(these)
        for fits in (_has_id, _has_name, _has_part):
            found = [person for person in among if fits(person, wanted)]
            if len(found) == 1:
                return found[0]
            if found:
                raise Refused(
                    _(
                        "'{wanted}' fits several people: {names}. Use the id.",
                        wanted=wanted,
                        names=", ".join(
                            f"{person.name} ({person.school_id})" for person in found[:8]
                        ),
                    )
                )
    raise Refused(
        _("Nobody is known as '{wanted}'. 'kompaan people' lists everybody.", wanted=wanted)
    )


def _has_id(person: Person, wanted: str) -> bool:
    return person.school_id == wanted


def _has_name(person: Person, wanted: str) -> bool:
    return fold(person.name) == fold(wanted)


def _has_part(person: Person, wanted: str) -> bool:
    parts = fold(person.name).split()
    return bool(wanted.strip()) and all(word in parts for word in fold(wanted).split())


def or_new(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let PERSON of a command also be somebody new, who has a name; see `find_or_add`."""
    person = click.argument("person")
    name = click.option(
        "--name", metavar="NAME", help="Of somebody in no roster: PERSON is the new id."
    )
    return person(name(command))


def find_or_add(house: House, uow: StoredUnitOfWork, wanted: str, name: str | None) -> Person:
    """Find a person, or with a `name` somebody in no roster, whose new id is wanted.

    Raises Refused.
    """
    if not name:
        return find_person(house, uow, wanted)
    if not tidy(wanted) or not tidy(name):
        raise Refused(_("Somebody new has an id and a name."))
    if max(len(tidy(wanted)), len(tidy(name))) > LONGEST_NAME:
        raise Refused(_("A name has {most} characters at most.", most=LONGEST_NAME))
    found = add_person(uow, house.organisation(uow).id, tidy(wanted), tidy(name))
    if found.name != tidy(name):
        raise Refused(_("{id} is {name}: leave --name out.", id=wanted, name=found.name))
    return found


def print_people(house: House, people: Collection[Person], nobody: Sayable) -> None:
    """Print people, each with the id by which a command finds them, or that there is nobody."""
    if not people:
        click.echo(house.say(nobody))
    for person in people:
        click.echo(f"{person.school_id}\t{person.name}")
