"""Being forgotten, from the command line: of whoever cannot say it here, and after a backup."""

from datetime import UTC, datetime

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.cli.verifying import JSON, print_json
from bot.domain.rights.forgetting import MOST_LETTERS, Forgetting
from bot.messages import Moment, Quoted, Sayable, Text, _, _n, lines, words
from bot.refusal import Refused
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.forgetting.order_erasure import order_erasure, put_off_erasure
from bot.wiring import House, open_house
from bot.wiring.sealed.erasing import erase_who_is_back
from bot.wiring.sealed.photos import SCHOOL
from handlers.rights.forgetting.reasons import say_goes, say_stays


class _PersonOrCommand(click.Group):
    """A group of which any other word names a person."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take what is no command of the group for whom it is about."""
        named = args and args[0] not in self.commands
        return super().resolve_command(ctx, ["person", *args] if named else args)


@click.group(cls=_PersonOrCommand)
def forget() -> None:
    """Forget a PERSON who asked for it, list who waits for it, or do it again after a backup."""


@forget.command()
@click.argument("person")
@click.option("--now", is_flag=True, help="Erase with the clock's next tick.")
@click.option("--reason", metavar="WORDS", help="Why it has to wait; the person reads it.")
@at_option
def person(person: str, now: bool, reason: str | None, at: datetime | None) -> None:
    """Note that PERSON asked to be forgotten, carry it out (--now), or say why it waits."""
    if now and reason is not None:
        raise click.UsageError("--now, --reason")
    _check_reason(reason)
    house = open_house()
    instant = instant_of(house, at)
    with house.transaction() as uow:
        found = find_person(house, uow, person)
        gone = say_goes(uow.erasing.list_gone(found.id))
        stays = say_stays([why for _name, why in uow.erasing.list_reasons(found.id)])
        if reason is not None:
            ordered = put_off_erasure(uow, found, reason, instant)
        else:
            ordered = order_erasure(uow, found.id, found.organisation_id, instant, now=now)
        said = lines(
            words(found.name, "·", _standing(ordered)),
            _("This goes:"),
            *(words("–", text) for text in gone),
            _("This stays:") if stays else None,
            *(words("–", text) for text in stays),
        )
    click.echo(house.say(said))


@forget.command("list")
@JSON
@at_option
def list_(as_json: bool, at: datetime | None) -> None:
    """List who wants to be forgotten, since when, and when it is done or why it waits."""
    house = open_house()
    instant_of(house, at)
    with house.reading() as uow:
        found = uow.forgettings.list_open(SCHOOL)
        if as_json:
            print_json([_as_json(uow, own) for own in found])
            return
        for own in found:
            click.echo(house.say(words(_name(uow, own), "·", _standing(own))))
    if not found:
        click.echo(house.say(_("Nobody waits to be forgotten.")))


@forget.command()
@at_option
def again(at: datetime | None) -> None:
    """Erase anew who was erased and is back: the clock does so too, after a backup was put back."""
    house: House = open_house()
    count = erase_who_is_back(house, instant_of(house, at), always=True)
    said = _n("Erased anew: {count} person.", "Erased anew: {count} people.", count)
    click.echo(house.say(said if count else _("Nobody who was erased is back.")))


def _check_reason(reason: str | None) -> None:
    """Refuse a reason that says nothing, as of an empty variable: without one it goes on."""
    if reason is None:
        return
    if not reason.strip():
        raise Refused(_("Why does it have to wait? --reason is empty: nothing was noted."))
    if len(reason.strip()) > MOST_LETTERS:
        raise Refused(_("A reason has {most} characters at most.", most=MOST_LETTERS))


def _standing(own: Forgetting) -> Sayable:
    if own.held_at is not None:
        return words(_("waits:"), Quoted(own.held_why))
    if own.due_at is None:
        return _("wished on {when}, and not confirmed yet", when=Moment(own.wished_at))
    return _("is erased from {when} on", when=Moment(own.due_at, year=True))


def _name(uow: StoredUnitOfWork, own: Forgetting) -> Text | str:
    found = uow.people.find(own.person_id)
    return f"{found.name} ({found.school_id})" if found else "—"


def _as_json(uow: StoredUnitOfWork, own: Forgetting) -> dict[str, object]:
    known = uow.people.find(own.person_id)
    return {
        "person": known.school_id if known else None,
        "wished_at": own.wished_at.astimezone(UTC).isoformat(),
        "confirmed": own.confirmed_at is not None,
        "due_at": own.due_at.isoformat() if own.due_at else None,
        "waits": own.held_why or None,
    }
