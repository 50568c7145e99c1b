"""The school as a whole: its name, the language of who chose none, its clock, its care."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from bot.domain.languages import LANGUAGES
from bot.messages import _, lines
from bot.refusal import Refused
from bot.use_cases.importing.change_organisation import change_organisation
from bot.use_cases.rights.noticing.set_contact import set_contact
from bot.wiring import in_words, open_house

USUAL_CARE = _("the coach by name, and 112 (--care TEXT says your own)")
USUAL_CONTACT = _("the coach by name (--privacy-contact TEXT says your own)")
LONGEST_CONTACT = 300
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
    "--privacy-contact", metavar="TEXT", help="Whom people ask about what is kept of them."
)
def organisation(
    name: str | None,
    language: str | None,
    time_zone: str | None,
    care: str | None,
    privacy_contact: str | None,
) -> None:
    """Show the school's own settings, or change them: they hold everywhere at once."""
    house = open_house()
    if len(care or "") > LONGEST_CARE:
        raise Refused(_("A text for who tells of danger has {most} characters.", most=LONGEST_CARE))
    if len(privacy_contact or "") > LONGEST_CONTACT:
        raise Refused(_("A text for whom to ask has {most} characters.", most=LONGEST_CONTACT))
    changes = any((name, language, time_zone, care, privacy_contact))
    if not changes and house.stored_organisation() is None:
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
        if privacy_contact is not None:
            set_contact(uow, school.id, privacy_contact)
        contact = uow.notices.read_contact(school.id)
        shown = lines(
            _("Name of the school: {name}", name=school.name),
            _("Language of who chose none: {language}", language=LANGUAGES[school.language]),
            _("Time zone: {zone}", zone=school.time_zone),
            _("For who tells of danger: {care}", care=school.care or USUAL_CARE),
            _("For questions about what is kept: {contact}", contact=contact or USUAL_CONTACT),
        )
    click.echo(house.say(shown))
