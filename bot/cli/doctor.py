"""The doctor: what is configured, what is reachable, what is wrong, and how to mend it."""

from datetime import datetime

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.wiring import open_house


@click.command()
@at_option
def doctor(at: datetime | None) -> int:
    """Check the installation; exits with 1 when something is wrong."""
    house = open_house(ready=False)
    sound = True
    for finding in house.examined(instant_of(house, at)):
        sound = sound and finding.good
        click.echo(f"{'ok  ' if finding.good else 'BAD '} {house.say(finding.text)}")
    return 0 if sound else 1
