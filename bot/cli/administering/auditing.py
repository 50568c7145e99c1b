"""The log of acts on the command line: verified, accepted as it stands, shown."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import click

from bot.cli.arguments.times import Time, at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.cli.verifying import JSON, print_json
from bot.domain.administering.chains import ChainState
from bot.domain.administering.rights_acts import KeptRightsAct, RightsActKind, people_of
from bot.exchange.csv_out import table_of
from bot.exchange.private_files import write_over
from bot.messages import Moment, Sayable, Text, _, _n, words
from bot.showing.words.acts import say_act
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.wiring import House, open_house
from bot.wiring.sealed.acts import CheckedLog, accept_logs, act_heads, check_logs

BROKEN: Mapping[ChainState, Text] = {
    ChainState.CHANGED: _("line {at} was CHANGED since it was written."),
    ChainState.MISSING: _("line {at} is MISSING."),
    ChainState.ADDED: _("line {at} was ADDED by another than Kompaan: it does not follow."),
    ChainState.CUT: _("CUT OFF: line {at} and those behind it are gone."),
    ChainState.REMADE: _("MADE ANEW: line {at} is not the one that was signed there."),
    ChainState.UNSEALED: _("the signature of line {at} is GONE."),
    ChainState.FORGED: _("the signature of line {at} does NOT FIT."),
    ChainState.OTHER_KEY: _("line {at} is signed with ANOTHER KEY than this installation's."),
}

HEADER = ("number", "at", "what", "kind", "by", "about", "ids")


@click.group()
def audit() -> None:
    """The log of what was done that touches somebody's rights."""


@audit.command()
@JSON
def verify(as_json: bool) -> int:
    """Say whether the log is whole, and where it is not; exits with 1 then."""
    house = open_house()
    found = check_logs(house)
    broken = act_heads(house).read().broken
    if as_json:
        print_json([_as_json(own) for own in found])
    else:
        for own in found:
            click.echo(house.say(words(f"{own.organisation.name}:", _said(own))))
        if not found:
            click.echo(house.say(_("Nothing stands in the log yet.")))
    if broken:
        said = _n(
            "{count} line of the list of signed acts is cut off: {file}",
            "{count} lines of the list of signed acts are cut off: {file}",
            broken,
            file=str(act_heads(house).path),
        )
        click.echo(house.say(said), err=as_json)
    return 0 if all(own.chain.good for own in found) and not broken else 1


@audit.command()
@at_option
def accept(at: datetime | None) -> int:
    """Take the log as it stands, where a backup was put back; that it was is a line of it."""
    house = open_house()
    now = instant_of(house, at)
    schools = [own for own in check_logs(house) if not own.organisation.sample]
    before = [own for own in schools if not own.chain.good]
    found = accept_logs(house)
    whole = {own.organisation.id for own in found if own.chain.good}
    with house.transaction() as uow:
        for own in before:
            if own.organisation.id in whole:
                ids = {"line": own.chain.at}
                kind = RightsActKind.LOG_ACCEPTED
                uow.rights_acts.note(own.organisation.id, kind, now, **ids)
    for own in check_logs(house):
        click.echo(house.say(words(f"{own.organisation.name}:", _said(own))))
    return 0 if all(own.chain.good for own in found) else 1


@audit.command()
@click.option("--since", type=Time(), metavar="DAY", help="From this day on; all if left out.")
@click.option("--person", metavar="PERSON", help="Only what this person did, or is about them.")
@click.option(
    "--csv",
    "out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a table into FILE instead; it holds people's names.",
)
def show(since: datetime | None, person: str | None, out: Path | None) -> None:
    """Show the log in plain words, the oldest line first."""
    house = open_house()
    with house.reading() as uow:
        lines = _Lines(house, uow)
        found = lines.list_since(house.by_the_clock(since) if since else None, person)
        if out is not None:
            write_over(out, table_of(HEADER, map(lines.row, found), house.list_separator))
            said = _n(
                "{count} line written to {file}.",
                "{count} lines written to {file}.",
                len(found),
                file=out.name,
            )
            click.echo(house.say(said))
            return
        for line in found:
            told = words(Moment(line.act.at, year=True), lines.say(line), by=" · ")
            click.echo(house.say(words(str(line.number), told, by="\t")))
        if not found:
            click.echo(house.say(_("Nothing of that stands in the log.")))


class _Lines:
    """The school's log, with the people in it by the names that they have now."""

    def __init__(self, house: House, uow: StoredUnitOfWork) -> None:
        self._house, self._uow = house, uow
        self._named: dict[int, Sayable] = {}

    def list_since(self, since: datetime | None, wanted: str | None) -> Sequence[KeptRightsAct]:
        """List lines from an instant (aware) on, all or only those of one person."""
        school = self._house.stored_organisation()
        of = find_person(self._house, self._uow, wanted).id if wanted else None
        return [
            line
            for line in (self._uow.rights_acts.list_of(school.id) if school else ())
            if (since is None or line.act.at >= since) and (of is None or of in people_of(line.act))
        ]

    def say(self, line: KeptRightsAct) -> Sayable:
        """Say a line in a sentence."""
        return say_act(line.act, self._name)

    def row(self, line: KeptRightsAct) -> Sequence[str]:
        """Write a line as a row of a table."""
        act = line.act
        ids = " ".join(f"{name}={value}" for name, value in sorted(act.ids.items()))
        said = self._house.say(self.say(line))
        return (
            str(line.number), act.at.isoformat(), said, str(act.kind),
            self._house.say(self._name(act.by_id) or ""),
            self._house.say(self._name(act.about_id) or ""), ids,
        )  # fmt: skip

    def _name(self, person_id: int | None) -> Sayable | None:
        if person_id is None:
            return None
        if person_id not in self._named:
            person = self._uow.people.find(person_id)
            self._named[person_id] = (
                words(person.name, f"({person.school_id})") if person else f"#{person_id}"
            )
        return self._named[person_id]


def _said(own: CheckedLog) -> Sayable:
    chain = own.chain
    if not chain.good:
        return Text(BROKEN[chain.state].key, {"at": chain.at})
    whole = _n("whole: {count} line.", "whole: {count} lines.", chain.lines)
    return words(whole, *_signed(chain.signed, chain.unsigned))


def _signed(signed: int, unsigned: int) -> Iterator[Text]:
    if signed:
        yield _("The newest that is signed is line {number}.", number=signed)
    if unsigned:
        yield _n(
            "{count} is not signed yet: the clock's next tick does it.",
            "{count} are not signed yet: the clock's next tick does it.",
            unsigned,
        )


def _as_json(own: CheckedLog) -> Mapping[str, object]:
    chain = own.chain
    return {
        "organisation": own.organisation.name,
        "lines": chain.lines,
        "signed": chain.signed,
        "state": chain.state.value,
        "at": chain.at or None,
        "good": chain.good,
    }
