"""What waits for others: how it stands, why, and sending once more what may have arrived."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.domain.telling.delivery import DeliveryError, DeliveryState, RefusalReason
from bot.domain.telling.places import PINGS, Place
from bot.messages import Joined, Moment, Sayable, Text, _, _n, words
from bot.ports.telling.outbox import OutboxStanding
from bot.showing.words.places import named_place
from bot.storage.telling.outbox import StoredOutbox
from bot.storage.telling.outbox_standings import standings as counted
from bot.wiring import House, open_house

PLATFORMS = [place.value for place in (Place.TELEGRAM, Place.SLACK, *PINGS)]

NAMES: Mapping[DeliveryState, str] = {
    DeliveryState.PENDING: "waiting",
    DeliveryState.SENDING: "under_way",
    DeliveryState.SENT: "sent",
    DeliveryState.UNKNOWN: "in_doubt",
    DeliveryState.DEAD: "given_up",
}
"""How a state is called in the JSON."""

REASONS: Mapping[str, Text] = {
    "": _("not tried yet"),
    DeliveryError.LATER: _("the platform asked to wait"),
    DeliveryError.NOT_REACHED: _("no connection"),
    DeliveryError.TIMED_OUT: _("no answer came"),
    DeliveryError.LAPSED: _("the program ended meanwhile"),
    DeliveryError.EXPIRED: _("too late to be of use"),
    DeliveryError.MUTED: _("muted, or absent"),
    DeliveryError.NO_RIGHT: _("no longer allowed to see it"),
    DeliveryError.MOVED: _("no longer in that chat"),
    DeliveryError.TOO_MANY: _("tried too often"),
    DeliveryError.DONE: _("nothing was left to say"),
    DeliveryError.NOT_NOW: _("waits for the person's hours"),
    DeliveryError.NOT_COMPOSED: _("a mistake of the program, see its log"),
    DeliveryError.SEEN: _("seen on the page meanwhile"),
    RefusalReason.BLOCKED: _("the bot was blocked"),
    RefusalReason.GONE: _("the chat is gone"),
    RefusalReason.REFUSED: _("refused by the platform"),
}

WHY: Mapping[DeliveryState, Callable[[Sayable], Text]] = {
    DeliveryState.PENDING: lambda reasons: _("Waiting: {reasons}.", reasons=reasons),
    DeliveryState.UNKNOWN: lambda reasons: _("In doubt: {reasons}.", reasons=reasons),
    DeliveryState.DEAD: lambda reasons: _("Given up: {reasons}.", reasons=reasons),
}
"""The states of which the reasons are told."""


@click.command()
@click.option(
    "--try-again",
    type=click.Choice(PLATFORMS),
    help="Send what is in doubt on a platform once more; it may arrive twice.",
)
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@at_option
def outbox(try_again: str | None, as_json: bool, at: datetime | None) -> None:
    """Show what waits for others, per platform: how many, why, and since when."""
    house = open_house()
    instant = instant_of(house, at)
    if try_again is not None:
        _once_more(house, try_again, as_json, instant)
        return
    with house.reading() as uow:
        standings = counted(uow.connection)
    by_platform = {
        name: list(group) for name, group in groupby(standings, lambda standing: standing.platform)
    }
    if as_json:
        click.echo(json.dumps({k: _as_json(v) for k, v in by_platform.items()}, indent=2))
        return
    local = instant.astimezone(ZoneInfo(house.zone))
    for platform, group in by_platform.items():
        for line in _described(platform, group, local):
            click.echo(house.say(line))
    if not by_platform:
        click.echo(house.say(_("Nothing was written to others yet.")))


def _once_more(house: House, platform: str, as_json: bool, at: datetime) -> None:
    with house.transaction() as uow:
        count = StoredOutbox(uow.connection).try_again(platform, at)
    if as_json:
        click.echo(json.dumps({"platform": platform, "once_more": count}, indent=2))
    elif count:
        told = _n(
            "{count} message waits to be sent once more on {platform}; it may arrive twice.",
            "{count} messages wait to be sent once more on {platform}; they may arrive twice.",
            count,
            platform=named_place(platform),
        )
        click.echo(house.say(told))
    else:
        click.echo(
            house.say(_("Nothing is in doubt on {platform}.", platform=named_place(platform)))
        )


def _described(
    platform: str, standings: Sequence[OutboxStanding], at: datetime
) -> Iterator[Sayable]:
    counts = Counter[str]()
    for standing in standings:
        counts[NAMES[standing.state]] += standing.count
    yield _(
        "{platform}: {waiting} waiting, {under_way} under way, {sent} sent, {in_doubt} in doubt, "
        "{given_up} given up.",
        platform=named_place(platform),
        **{name: counts[name] for name in NAMES.values()},
    )
    oldest = _oldest(standings)
    if oldest is not None:
        when = Moment(oldest, year=True)
        due = _("The oldest is due since {when}.", when=when)
        soon = _("The next is due at {when}.", when=when)
        yield words("  ", due if oldest <= at else soon, by="")
    for state, why in WHY.items():
        reasons = [_reason(standing) for standing in standings if standing.state is state]
        if reasons:
            yield words("  ", why(Joined(tuple(reasons), ", ")), by="")


def _reason(standing: OutboxStanding) -> Sayable:
    # Another version of the program may know other reasons.
    return words(REASONS.get(standing.error, standing.error), f"({standing.count})")


def _oldest(standings: Sequence[OutboxStanding]) -> datetime | None:
    waiting = [standing.oldest for standing in standings if standing.state is DeliveryState.PENDING]
    return min(waiting, default=None)


def _as_json(standings: Sequence[OutboxStanding]) -> dict[str, object]:
    oldest = _oldest(standings)
    told: dict[str, object] = {"oldest_due": oldest.isoformat() if oldest else None}
    for state, name in NAMES.items():
        ours = [standing for standing in standings if standing.state is state]
        why = {standing.error: standing.count for standing in ours if standing.error}
        told[name] = {"count": sum(standing.count for standing in ours), "why": why}
    return told
