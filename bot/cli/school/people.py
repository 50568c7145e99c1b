"""Lists for whoever keeps the installation: people, never scores."""

import click

from bot.domain.joining import Account
from bot.messages import _
from bot.platforms.transcript import KEPT
from bot.ports import UnitOfWork
from bot.wiring import open_house


@click.command()
def people() -> None:
    """List who is known, with the school's id, the roles, the language, and where each joined."""
    house = open_house()
    with house.transaction() as uow:
        joined = uow.accounts.list_joined()
        known = uow.people.list_all(house.settings.language)
        if not known:
            nobody = _(
                "Nobody is known yet. 'kompaan import roster FILE' brings in a school's people, "
                "'kompaan sample' those of the sample."
            )
            click.echo(house.say(nobody))
        for person in known:
            roles = sorted(
                {role for track in uow.tracks.list_of(person.id) for role in track.roles}
            )
            mark = " (sample)" if person.sample else ""
            chats = ", ".join(map(_chat, joined.get(person.id, ()))) or _here(uow, person.id)
            click.echo(
                f"{person.school_id}\t{person.name}\t{', '.join(roles)}\t"
                f"{person.language}{mark}\t{chats}"
            )


def _here(uow: UnitOfWork, person_id: int) -> str:
    """Say whether somebody without an account talks on our own page or in the terminal."""
    said = any(shown.mine for shown in uow.transcripts.list_recent(person_id, KEPT))
    return "page or terminal" if said else "not joined"


def _chat(account: Account) -> str:
    return account.platform if account.reachable else f"{account.platform} (unreachable)"
