"""Inviting people: a link and a code for one, or a list with QR codes for a class group."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.domain.folding import fold
from bot.domain.joining.accounts import Account, JoiningPlatform
from bot.domain.joining.invitations import hyphenated
from bot.domain.joining.ways_in import PAGE, TELEGRAM, WaysIn
from bot.domain.school.tracks import Person, Role
from bot.exchange.invitations import Handout, qr_png, write_list
from bot.exchange.private_files import write_new
from bot.messages import Moment, Sayable, _, _n, colon, lines, listed, words
from bot.refusal import Refused
from bot.showing.words.places import named_place
from bot.storage.school.class_groups import class_groups, roles_around
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.invite_person import invite_person
from bot.wiring import House, in_words, open_house
from bot.wiring.platforms import ways_in

PATH = click.Path(path_type=Path)


@click.command()
@click.argument("person", required=False)
@click.option("--class-group", metavar="NAME", help="Invite all of a class group not in yet.")
@click.option("--out", metavar="FILE.csv", type=PATH, help="Where the class group's list goes.")
@click.option("--qr", metavar="FILE.png", type=PATH, help="Draw the person's link as a QR code.")
@click.option(
    "--qr-of",
    type=click.Choice([TELEGRAM.value, PAGE.value]),
    help="Which link QR codes are of, where there are two; else Telegram's.",
)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@at_option
def invite(
    person: str | None,
    class_group: str | None,
    out: Path | None,
    qr: Path | None,
    qr_of: str | None,
    as_json: bool,
    at: datetime | None,
) -> None:
    """Invite PERSON, or all around a class group; a code is shown once and works once.

    PERSON is the school's id, or a name. A new invitation withdraws the former one.
    """
    house = open_house()
    inviting = _Inviting(house, instant_of(house, at), as_json, qr_of)
    match person, class_group, out, qr:
        case str(), None, None, _:
            inviting.invite(person, qr)
        case None, str(), Path(), None:
            inviting.group(class_group, out)
        case _:
            problem = _("Name a person (and --qr), or give --class-group together with --out.")
            raise click.UsageError(in_words(problem))


class _Inviting:
    """One run of the command."""

    def __init__(self, house: House, at: datetime, as_json: bool, qr_of: str | None) -> None:
        self.house, self.at, self.as_json = house, at, as_json
        self.lasting = timedelta(days=house.settings.invitation_days)
        self.ways = ways_in(house.settings)
        linked = self.ways.linked
        self.drawn = next((way for way in linked if qr_of in (None, way.value)), None)
        if qr_of and self.drawn is None:
            raise Refused(_NO_SUCH_LINK[JoiningPlatform(qr_of)])

    def invite(self, wanted: str, qr: Path | None) -> None:
        """Invite one person, and print how to come in."""
        with self.house.transaction() as uow:
            person = find_person(self.house, uow, wanted)
            chats = uow.accounts.list_of(person.id)
            handout = self._handout(uow, person, "")
            if qr:
                # Before the commit: what cannot be written must not withdraw anything.
                write_new(qr, qr_png(self._drawn_link(handout)))
        self._print(_as_json(handout), lines(*_described(handout, chats)))

    def _drawn_link(self, handout: Handout) -> str:
        link = handout.link(self.drawn) if self.drawn else ""
        if not link:
            raise Refused(
                _(
                    "A QR code needs a link: set KOMPAAN_PUBLIC_URL, the page's address, or "
                    "KOMPAAN_TELEGRAM_BOT_NAME, and try again."
                )
            )
        return link

    def group(self, wanted: str, out: Path) -> None:
        """Invite all around a class group who have not joined, and write the list."""
        with self.house.transaction() as uow:
            name, around = _around(self.house, uow, wanted)
            joined = uow.accounts.list_joined()
            handouts = [
                self._handout(uow, person, ", ".join(roles))
                for person, roles in around
                if person.id not in joined
            ]
            write_list(out, handouts, self.ways, self.house.list_separator, self.drawn)
        count, known = len(handouts), len(around) - len(handouts)
        told = {"class_group": name, "invited": count, "joined_before": known, "file": str(out)}
        self._print(told, lines(*self._listed(name, count, known, out)))

    def _handout(self, uow: StoredUnitOfWork, person: Person, roles: str) -> Handout:
        ways = self.ways
        if person.sample and ways.address:
            # The sample's people talk on the sample's page, and on no other.
            ways = replace(ways, address="")
            if not ways.is_any:
                raise Refused(
                    _("{name} is of the sample: the page is for real people.", name=person.name)
                )
        invited = invite_person(uow, person, self.at, self.lasting)
        local = invited.expires_at.astimezone(ZoneInfo(self.house.zone))
        return Handout(person.school_id, person.name, roles, invited.code, ways, local)

    def _listed(self, name: str, count: int, known: int, out: Path) -> Iterator[Sayable]:
        yield _n(
            "{group}: {count} person invited, in {file}.",
            "{group}: {count} people invited, in {file}.",
            count,
            group=name,
            file=str(out),
        )
        if known:
            yield _n("{count} had joined before.", "{count} had joined before.", known)
        if count:
            yield _("Whoever has this file can come in with it: share it with care.")
        if count and self.drawn:
            folder = str(out.with_suffix(""))
            yield _("The links as QR codes, to print, are in the folder {folder}.", folder=folder)
        yield from _missing(self.ways)

    def _print(self, data: dict[str, object], text: Sayable) -> None:
        if self.as_json:
            click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        else:
            click.echo(self.house.say(text))


_NO_LINK = _(
    "There is no link, because the bot's user name on Telegram is not known: "
    "set KOMPAAN_TELEGRAM_BOT_NAME."
)
_NO_WAY = _(
    "Nobody can come in yet: nothing is configured. KOMPAAN_PUBLIC_URL is the page's address, "
    "KOMPAAN_TELEGRAM_BOT_NAME the bot's name on Telegram, KOMPAAN_SLACK_BOT_TOKEN the token of "
    "the app on Slack."
)
_NO_SUCH_LINK = {
    TELEGRAM: _NO_LINK,
    PAGE: _("There is no link to the page: set KOMPAAN_PUBLIC_URL, its address."),
}


def _missing(ways: WaysIn) -> Iterator[Sayable]:
    """Say what is not configured, and would be needed."""
    if not ways.is_any:
        yield _NO_WAY
    elif ways.telegram and not ways.bot_name:
        yield _NO_LINK


def _around(
    house: House, uow: StoredUnitOfWork, wanted: str
) -> tuple[str, list[tuple[Person, list[Role]]]]:
    """Find a class group and everybody around it, students first. Raises Refused."""
    groups = class_groups(uow.connection, house.settings.language)
    found = next((group for group in groups if fold(group[1]) == fold(wanted)), None)
    if found is None:
        names = ", ".join(dict.fromkeys(name for _id, name in groups)) or "–"
        raise Refused(
            _(
                "There is no class group '{wanted}'; there are: {names}.",
                wanted=wanted,
                names=names,
            )
        )
    roles = roles_around(uow.connection, found[0])
    people = [(person, roles[person.id]) for person in uow.people.list_all() if person.id in roles]
    people.sort(key=lambda pair: list(Role).index(pair[1][0]))
    return found[1], people


def _described(handout: Handout, chats: list[Account]) -> Iterator[Sayable]:
    yield _(
        "Invitation for {name} ({id}). It works once, until {expires}; an earlier one no longer "
        "does.",
        name=handout.name,
        id=handout.school_id,
        expires=Moment(handout.expires_at, year=True),
    )
    for way in handout.ways.named:
        told = handout.told(way) or f"/start {hyphenated(handout.code)}"
        yield words(" ", colon(named_place(way)), told)
    yield from _missing(handout.ways)
    if chats:
        yield _(
            "{name} has joined on {platforms}; there this invitation replaces the chat.",
            name=handout.name,
            platforms=listed(named_place(chat.platform) for chat in chats),
        )


def _as_json(handout: Handout) -> dict[str, object]:
    return {
        "person": handout.school_id,
        "name": handout.name,
        "code": handout.code,
        **{way.value: handout.told(way) or None for way in handout.ways.named},
        "expires": handout.expires_at.isoformat(),
    }
