"""What came back of e-mail, said by whoever reads it: servers tell it in mails of their own."""

from datetime import datetime

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.domain.telling.mail_addresses import as_mail_address
from bot.messages import _, _n
from bot.refusal import Refused
from bot.use_cases.telling.mail.refuse_address import bounce_address
from bot.wiring import open_house


@click.group()
def mail() -> None:
    """Say what became of e-mails."""


@mail.command()
@click.argument("address")
@at_option
def bounced(address: str, at: datetime | None) -> None:
    """Say that mail to an address came back: no more goes there, and its people are told."""
    house = open_house()
    read = as_mail_address(address)
    if read is None:
        raise Refused(_("{address} is no address that e-mail can go to.", address=address))
    instant = instant_of(house, at)
    with house.transaction() as uow:
        count = bounce_address(uow, read, instant)
    if not count:
        click.echo(house.say(_("Nobody gets e-mail at {address}.", address=read)))
        return
    told = _n(
        "No more e-mail goes to {address}, where {count} person gets theirs.",
        "No more e-mail goes to {address}, where {count} people get theirs.",
        count,
        address=read,
    )
    click.echo(house.say(told))
