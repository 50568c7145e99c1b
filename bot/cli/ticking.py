"""One tick of the clock, for scripts and tests: what the running process does by itself."""

import json
from datetime import UTC, datetime

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.messages import Moment, _, _n
from bot.refusal import Refused
from bot.wiring import House, open_house


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print what arrived as JSON.")
@click.option("--yes", is_flag=True, help="Also where it is far after the last tick.")
@at_option
def tick(at: datetime | None, yes: bool, as_json: bool) -> None:
    """Do what is due: take photos, plan and gather reminders, deliver on our own platforms.

    Messages to Telegram and Slack are written; 'kompaan run' sends them. What is done cannot be
    undone, so an instant that is far after the last tick needs --yes.
    """
    from bot.wiring.clock import tick_once  # loads the holidays, which no other command needs

    house = open_house()
    instant = instant_of(house, at)
    _refuse_jump(house, instant, by_the_clock=at is None, sure=yes)
    arrived = tick_once(house, instant)
    with house.reading() as uow:
        people = {person.id: person for person in uow.people.list_all()}
    if as_json:
        told = [
            {"person": people[person_id].school_id, "kind": message.kind, "text": message.text}
            for person_id, message in arrived
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for person_id, message in arrived:
        click.echo(f"→ {people[person_id].name}\n{message.text}\n")
    said = _n("{count} message arrived here.", "{count} messages arrived here.", len(arrived))
    click.echo(house.say(said))


@click.group()
def clock() -> None:
    """The clock of this machine: whether photos and messages are held since it jumped."""


@clock.command()
def show() -> int:
    """Say when the last tick was, and whether photos and messages are held (then exits with 1)."""
    from bot.wiring.examining import say_held  # loads what the doctor needs

    house = open_house()
    with house.reading() as uow:
        last = uow.ticks.find_last()
    if last.held_at is not None:
        click.echo(house.say(say_held(last)))
        return 1
    if last.at is None:
        click.echo(house.say(_("The clock did not tick yet.")))
    else:
        when = Moment(last.at, year=True)
        click.echo(house.say(_("The last tick was on {when}.", when=when)))
    return 0


@clock.command()
def release() -> None:
    """Believe the clock of this machine: what was held is done with the next tick."""
    from bot.wiring.jumps import trust

    house, now = open_house(), datetime.now(UTC)
    trust(house, now)
    said = _(
        "The clock is believed: it is {when}. What was held is done with the next tick.",
        when=Moment(now, year=True),
    )
    click.echo(house.say(said))


def _refuse_jump(house: House, instant: datetime, *, by_the_clock: bool, sure: bool) -> None:
    """Refuse a tick far after the last one that is not sure, else remember it. Raises Refused."""
    from bot.wiring.jumps import believes, is_far_ahead, note_tick, trust

    if sure and by_the_clock:
        trust(house, instant)
    elif by_the_clock:
        if not believes(house, instant):
            raise _jumped(house, instant, None)
    else:
        last = None if sure else is_far_ahead(house, instant)
        if last is not None:
            raise _jumped(house, instant, last)
        note_tick(house, instant)


def _jumped(house: House, instant: datetime, last: datetime | None) -> Refused:
    if last is None:
        with house.reading() as uow:
            last = uow.ticks.find_last().at
    return Refused(
        _(
            "{when} is far after the last tick, {last}. Photos that are taken and messages that "
            "are sent cannot be taken back. If that is meant, add --yes. Nothing was done.",
            when=house.say(Moment(instant, year=True)),
            last=house.say(Moment(last, year=True)) if last else "–",
        )
    )
