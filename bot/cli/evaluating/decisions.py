"""Decisions of class councils, held against their signatures and their chain."""

from collections.abc import Mapping

import click

from bot.cli.verifying import JSON, print_json
from bot.messages import Text, _, words
from bot.wiring import open_house
from bot.wiring.sealed.decisions import DecisionState, check_decisions

SAID: Mapping[DecisionState, Text] = {
    DecisionState.UNTOUCHED: _("untouched."),
    DecisionState.UNSIGNED: _("not signed yet: the clock's next tick does it."),
    DecisionState.ERASED: _(
        "its student was erased lawfully: the words are gone, and the chain holds."
    ),
    DecisionState.CHANGED: _("CHANGED since it was recorded."),
    DecisionState.REPLACED: _("REPLACED: it is not the decision that was signed first."),
    DecisionState.PHOTO: _("ANOTHER PHOTO: the one that it names is gone, or no longer as it was."),
    DecisionState.OTHER_KEY: _("signed by another key than this installation's."),
    DecisionState.LOOSE: _(
        "OUT OF ITS CHAIN: the decision that it follows on is gone, or another."
    ),
    DecisionState.GONE: _("GONE: it was recorded, and is no longer there."),
}


@click.group()
def decision() -> None:
    """Decisions: what class councils decided about students."""


@decision.command()
@JSON
def verify(as_json: bool) -> int:
    """Say whether decisions are as they were recorded; exits with 1 where one is not."""
    house = open_house()
    found = check_decisions(house)
    if as_json:
        print_json(
            [
                {
                    "number": own.number,
                    "period": own.period,
                    "student": own.student,
                    "state": own.state.value,
                    "good": own.good,
                }
                for own in found
            ]
        )
        return 0 if all(own.good for own in found) else 1
    for own in found:
        of = words(str(own.number), own.period, own.student or None, by=" · ")
        click.echo(house.say(words(words(of, ":", by=""), SAID[own.state])))
    if not found:
        click.echo(house.say(_("No decision was recorded yet.")))
    return 0 if all(own.good for own in found) else 1
