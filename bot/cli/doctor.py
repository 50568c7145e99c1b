"""The doctor: what is configured, what is reachable, what is wrong, and how to mend it."""

import click

from bot.wiring import open_house


@click.command()
def doctor() -> int:
    """Check the installation; exits with 1 when something is wrong."""
    house = open_house(ready=False)
    sound = True
    for finding in house.examined():
        sound = sound and finding.good
        click.echo(f"{'ok  ' if finding.good else 'BAD '} {house.say(finding.text)}")
    return 0 if sound else 1
