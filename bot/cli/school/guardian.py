"""What a student's guardian said, noted from the command line: yes or no, how, and on which day."""

from datetime import date, datetime

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.domain.days import day_of
from bot.domain.rights.noticing import GuardianState, GuardianWord
from bot.messages import _, words
from bot.refusal import Refused
from bot.use_cases.rights.noticing.note_guardian import (
    LONGEST,
    NotGuarded,
    note_guardian_by_operator,
)
from bot.wiring import in_words, open_house

STATE = {
    GuardianState.ASKED: _("a guardian has not said yes yet"),
    GuardianState.AGREED: _("a guardian said yes"),
    GuardianState.REFUSED: _("a guardian said no"),
}


class WholeDay(click.ParamType[date]):
    """A day such as 2026-09-12."""

    name = "day"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read it, or refuse it with an example."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            problem = _("'{value}' is not a day such as 2026-09-12", value=value)
            self.fail(in_words(problem), param, ctx)


@click.command()
@click.argument("who", required=False)
@click.option("--yes/--no", "agreed", default=None, help="What the guardian said.")
@click.option("--how", metavar="TEXT", default="", help="How it was said, such as: on paper.")
@click.option("--on", type=WholeDay(), help="On which day; today if left out.")
@at_option
def guardian(
    who: str | None, agreed: bool | None, how: str, on: date | None, at: datetime | None
) -> None:
    """List of whom a guardian has to say yes, or note what the guardian of WHO said.

    Without a yes nothing is scored or asked; a no, or a yes that is taken back, stops it again.
    """
    house = open_house()
    instant = instant_of(house, at)
    today = day_of(instant, house.zone)
    with house.transaction() as uow:
        if who is None or agreed is None:
            school = house.organisation(uow).id
            only = find_person(house, uow, who).id if who else None
            found = [own for own in uow.guardians.list_of(school) if only in (None, own.id)]
            for own in found:
                click.echo(house.say(words(own.name, STATE[own.state], by=": ")))
            if not found:
                click.echo(house.say(_("No guardian has to say yes there, says the roster.")))
            return
        person = find_person(house, uow, who)
        day = on or today
        if not how.strip() or len(how) > LONGEST or day > today:
            raise Refused(_("Say with --how how it was given, and a day that is not to come."))
        try:
            word = GuardianWord(agreed, " ".join(how.split()), day)
            noted = note_guardian_by_operator(uow, person.id, word, instant)
        except NotGuarded:
            raise Refused(
                _("The roster does not say that a guardian of {name} is needed.", name=person.name)
            ) from None
        said = _("Noted. {name}: {state}", name=noted.name, state=STATE[noted.state])
        click.echo(house.say(said))
