"""The school as a whole: its name, the language of who chose none, its clock, its care."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.domain.importing.drafts import LONGEST_NAME
from bot.domain.languages import LANGUAGES
from bot.domain.rights.forgetting import MOST_FORGET_DAYS
from bot.domain.school.naming import Naming
from bot.i18n import Voice
from bot.i18n.choosing import choose_manner, list_addresses, list_names
from bot.messages import Sayable, _, _n, lines
from bot.ports.importing import OrganisationRow
from bot.refusal import Refused
from bot.showing.words.naming import NAMING_WORD
from bot.use_cases.administering.set_naming import set_naming
from bot.use_cases.importing.change_organisation import change_organisation
from bot.use_cases.rights.noticing.set_contact import set_contact
from bot.use_cases.rights.set_keeping import set_forget_days
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
@click.option(
    "--names",
    type=click.Choice([naming.value for naming in Naming]),
    help="What Telegram, Slack, push and mail are told of people's names.",
)
@click.option("--care", metavar="TEXT", help="For who tells of danger: whom to turn to.")
@click.option(
    "--address",
    "addresses",
    metavar="LANGUAGE=WORD",
    multiple=True,
    help="How people are addressed, such as de=Sie.",
)
@click.option(
    "--role",
    "roles",
    metavar="ROLE=NAME",
    multiple=True,
    help="What a role is called, such as student=cursist; in one language fr:student=stagiaire.",
)
@click.option(
    "--forget-days",
    type=click.IntRange(0, MOST_FORGET_DAYS),
    metavar="DAYS",
    help="That those have who decide when somebody wants to be forgotten.",
)
@click.option(
    "--privacy-contact", metavar="TEXT", help="Whom people ask about what is kept of them."
)
@at_option
def organisation(
    names: str | None,
    addresses: tuple[str, ...],
    roles: tuple[str, ...],
    forget_days: int | None,
    privacy_contact: str | None,
    at: datetime | None,
    **named: str | None,
) -> None:
    """Show the school's own settings, or change them: they hold everywhere at once."""
    house = open_house()
    _check_lengths(named["name"] or "", named["care"] or "", privacy_contact or "")
    changes = (
        *(*named.values(), names, addresses or None, roles or None, forget_days),
        privacy_contact,
    )
    is_asked = any(value is not None for value in changes)
    if not is_asked and house.stored_organisation() is None:
        raise Refused(_("There is no school yet: the first import founds it, by the settings."))
    with house.transaction() as uow:
        known, now = house.organisation(uow), instant_of(house, at)
        spoken = named["language"] or known.language
        school = change_organisation(
            uow,
            known,
            now,
            **named,
            manner=choose_manner(known.manner, spoken, addresses, roles),
        )
        if forget_days is not None:
            set_forget_days(uow, school.id, forget_days, now)
        if names is not None:
            school = set_naming(uow, uow.catalogue, school, Naming(names), now)
        if privacy_contact is not None:
            set_contact(uow, school.id, privacy_contact, now)
        contact = uow.notices.read_contact(school.id)
        shown = _shown(school, uow.forgettings.read_days(school.id), contact)
    # It is said as the school speaks from here on.
    voice = Voice(house.settings.language, school.time_zone, house.now, school.manner)
    click.echo(voice.say(shown))


def _check_lengths(name: str, care: str, contact: str) -> None:
    if len(name) > LONGEST_NAME:
        raise Refused(_("A name has {most} characters at most.", most=LONGEST_NAME))
    if len(care) > LONGEST_CARE:
        raise Refused(_("A text for who tells of danger has {most} characters.", most=LONGEST_CARE))
    if len(contact) > LONGEST_CONTACT:
        raise Refused(_("A text for whom to ask has {most} characters.", most=LONGEST_CONTACT))


def _shown(school: OrganisationRow, forget_days: int, contact: str) -> Sayable:
    called = (
        _("Roles in {language}: {names}", language=LANGUAGES[language], names=", ".join(names))
        for language, names in list_names(school.manner)
    )
    return lines(
        _("Name of the school: {name}", name=school.name),
        _("Language of who chose none: {language}", language=LANGUAGES[school.language]),
        _("Time zone: {zone}", zone=school.time_zone),
        _("Names on others' platforms: {names}", names=NAMING_WORD[school.naming]),
        _("For who tells of danger: {care}", care=school.care or USUAL_CARE),
        _("For questions about what is kept: {contact}", contact=contact or USUAL_CONTACT),
        _("People are addressed: {words}", words=", ".join(list_addresses(school.manner))),
        *called,
        _n(
            "Who wants to be forgotten: those who decide have {count} day.",
            "Who wants to be forgotten: those who decide have {count} days.",
            forget_days,
        ),
    )
