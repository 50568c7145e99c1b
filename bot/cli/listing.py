"""Lists for whoever keeps the installation: people and programmes, never scores."""

import click

from bot.domain.colours import CutOff
from bot.domain.joining import Account
from bot.messages import _
from bot.refusal import Refused
from bot.storage.programmes import programme_ids, set_cut_off
from bot.wiring import open_house


@click.command()
def people() -> None:
    """List who is known, with the school's id, the roles, the language, and where each joined."""
    house = open_house()
    with house.transaction() as uow:
        joined = uow.accounts.joined()
        for person in uow.people.all():
            roles = sorted({role for track in uow.tracks.of(person.id) for role in track.roles})
            mark = " (sample)" if person.sample else ""
            chats = ", ".join(map(_chat, joined.get(person.id, ()))) or "not joined"
            click.echo(
                f"{person.school_id}\t{person.name}\t{', '.join(roles)}\t"
                f"{person.language}{mark}\t{chats}"
            )


def _chat(account: Account) -> str:
    return account.platform if account.reachable else f"{account.platform} (unreachable)"


@click.command()
@click.argument("code", required=False)
@click.option("--cut-off", type=click.Choice([one.value for one in CutOff]))
def programme(code: str | None, cut_off: str | None) -> None:
    """List the programmes; with CODE, set where 'acquired' begins: at 80 %, or above it."""
    house = open_house()
    with house.transaction() as uow:
        if code is not None and cut_off is not None:
            school = house.organisation(uow).id
            if not set_cut_off(uow.connection, school, code, CutOff(cut_off)):
                raise Refused(_("There is no programme with the code {code}.", code=code))
        for one in map(uow.tracks.programme, programme_ids(uow.connection)):
            if code in (None, one.code):
                click.echo(
                    f"{one.code}\t{one.title}\t{len(one.competences)} competences\t{one.cut_off}"
                )
