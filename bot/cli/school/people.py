"""Lists for whoever keeps the installation: people, never scores."""

import click

from bot.domain.joining import Account
from bot.wiring import open_house


@click.command()
def people() -> None:
    """List who is known, with the school's id, the roles, the language, and where each joined."""
    house = open_house()
    with house.transaction() as uow:
        joined = uow.accounts.list_joined()
        for person in uow.people.list_all():
            roles = sorted(
                {role for track in uow.tracks.list_of(person.id) for role in track.roles}
            )
            mark = " (sample)" if person.sample else ""
            chats = ", ".join(map(_chat, joined.get(person.id, ()))) or "not joined"
            click.echo(
                f"{person.school_id}\t{person.name}\t{', '.join(roles)}\t"
                f"{person.language}{mark}\t{chats}"
            )


def _chat(account: Account) -> str:
    return account.platform if account.reachable else f"{account.platform} (unreachable)"
