"""Lists for whoever keeps the installation: people, never scores."""

import click

from bot.cli.school.guardian import guardian
from bot.domain.joining.accounts import Account
from bot.domain.school.tracks import Person
from bot.messages import Sayable, Text, _, words
from bot.platforms.transcript import KEPT
from bot.ports import UnitOfWork
from bot.showing.words.places import named_place
from bot.wiring import open_house
from handlers.talking.phrases import ROLE_WORD


@click.group(invoke_without_command=True)
@click.pass_context
def people(context: click.Context) -> None:
    """List who is known, with the school's id, the roles, the language, and where each joined."""
    if context.invoked_subcommand is None:
        _list()


people.add_command(guardian)


def _list() -> None:
    house = open_house()
    with house.transaction() as uow:
        joined = uow.accounts.list_joined()
        school = house.stored_organisation()
        runs = {own.id for own in uow.administrators.list_of(school.id)} if school else set()
        coaches = {own.id for own in uow.teachers_coaches.list_of(school.id)} if school else set()
        known = uow.people.list_all(house.settings.language)
        if not known:
            nobody = _(
                "Nobody is known yet. 'kompaan import roster FILE' brings in a school's people, "
                "'kompaan sample' those of the sample."
            )
            click.echo(house.say(nobody))
        for person in known:
            chats = words(*map(_chat, joined.get(person.id, ())), by=", ")
            where = chats if chats.parts else _here(uow, person.id)
            beside = [
                *([_("administrator")] if person.id in runs else []),
                *([_("coach of the teachers")] if person.id in coaches else []),
            ]
            told = (*_about(uow, person, beside), where)
            click.echo("\t".join(map(house.say, told)))


def _about(uow: UnitOfWork, person: Person, beside: list[Text]) -> tuple[Sayable, ...]:
    roles = {role for track in uow.tracks.list_of(person.id) for role in track.roles}
    named = [ROLE_WORD[role] for role in sorted(roles)]
    spoken = person.language
    return (
        person.school_id,
        person.name,
        words(*named, *beside, by=", "),
        _("{language} (sample)", language=spoken) if person.sample else spoken,
    )


def _here(uow: UnitOfWork, person_id: int) -> Text:
    """Say whether somebody without an account talks on our own page or in the terminal."""
    said = any(shown.mine for shown in uow.transcripts.list_recent(person_id, KEPT))
    return _("page or terminal") if said else _("not joined")


def _chat(account: Account) -> Sayable:
    if account.reachable:
        return named_place(account.platform)
    return _("{platform} (unreachable)", platform=named_place(account.platform))
