"""The school as a whole: its name, the language of who chose none, its clock, its care."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.domain.languages import LANGUAGES
from bot.domain.rights.forgetting import MOST_FORGET_DAYS
from bot.messages import _, _n, lines
from bot.refusal import Refused
from bot.use_cases.importing.change_organisation import change_organisation
from bot.use_cases.rights.set_keeping import set_forget_days
from bot.wiring import in_words, open_house

USUAL_CARE = _("the coach by name, and 112 (--care TEXT says your own)")
LONGEST_CARE = 1000
"""Characters of a text that somebody in need has to read."""


class Zone(click.ParamType[str]):
    """A time zone by its name, such as Europe/Brussels."""

    name = "zone"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read the zone, or refuse it with an example."""
        try:
            return ZoneInfo(value).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            problem = _("'{value}' is not a time zone such as Europe/Brussels", value=value)
            self.fail(in_words(problem), param, ctx)


@click.command()
@click.option("--name", metavar="NAME", help="The school's name.")
@click.option("--language", type=click.Choice(list(LANGUAGES)), help="Of people who chose none.")
@click.option("--time-zone", type=Zone(), metavar="ZONE", help="Such as Europe/Brussels.")
@click.option("--care", metavar="TEXT", help="For who tells of danger: whom to turn to.")
@click.option(
    "--forget-days",
    type=click.IntRange(0, MOST_FORGET_DAYS),
    metavar="DAYS",
    help="That those have who decide when somebody wants to be forgotten.",
)
@at_option
def organisation(
    name: str | None,
    language: str | None,
    time_zone: str | None,
    care: str | None,
    forget_days: int | None,
    at: datetime | None,
) -> None:
    """Show the school's own settings, or change them: they hold everywhere at once."""
    house = open_house()
    if len(care or "") > LONGEST_CARE:
        raise Refused(_("A text for who tells of danger has {most} characters.", most=LONGEST_CARE))
    asked = (name, language, time_zone, care, forget_days)
    if not any(value is not None for value in asked) and house.stored_organisation() is None:
        raise Refused(_("There is no school yet: the first import founds it, by the settings."))
    with house.transaction() as uow:
        school = change_organisation(
            uow.catalogue,
            house.organisation(uow),
            name=name,
            language=language,
            time_zone=time_zone,
            care=care,
        )
        if forget_days is not None:
            set_forget_days(uow, school.id, forget_days, instant_of(house, at))
        shown = lines(
            _("Name of the school: {name}", name=school.name),
            _("Language of who chose none: {language}", language=LANGUAGES[school.language]),
            _("Time zone: {zone}", zone=school.time_zone),
            _("For who tells of danger: {care}", care=school.care or USUAL_CARE),
            _n(
                "Who wants to be forgotten: those who decide have {count} day.",
                "Who wants to be forgotten: those who decide have {count} days.",
                uow.forgettings.read_days(school.id),
            ),
        )
    click.echo(house.say(shown))
