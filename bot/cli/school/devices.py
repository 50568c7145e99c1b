"""Devices on the page, for the school: on which somebody's chat is open, and ending them."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime

import click

from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.domain.joining.sessions import Ending, Session
from bot.messages import Day, Moment, Sayable, Text, _, _n, lines
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.joining.lose_phone import lose_phone
from bot.wiring import open_house

ENDED = 10
"""Ended devices that are shown, the last ended first."""

WHY: dict[Ending, Text] = {
    Ending.LEFT: _("closed by their own hand"),
    Ending.LOST: _("closed since the phone is lost"),
    Ending.EXPIRED: _("not used for half a year"),
    Ending.DISOWNED: _("closed since it was none of theirs"),
}


@click.command()
@click.argument("person")
@click.option("--end", is_flag=True, help="End all of them: the phone is lost.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@at_option
def devices(person: str, end: bool, as_json: bool, at: datetime | None) -> None:
    """List the devices on which the chat of PERSON is open on the page, and who ended others.

    PERSON is the school's id, or a name. With --end all are closed, open invitations are withdrawn,
    and PERSON is told.
    """
    house = open_house()
    now = instant_of(house, at)
    with house.transaction() as uow:
        found = find_person(house, uow, person)
        closed = lose_phone(uow, found, now) if end else []
        open_ = [held for held in uow.sessions.list_of(found.id) if held.is_open(now)]
        ended = uow.sessions.list_ended(found.id, ENDED)
        if as_json:
            told = [_as_json(uow, session) for session in (*open_, *ended)]
            click.echo(json.dumps(told, ensure_ascii=False, indent=2))
            return
        said = _n("{count} device closed.", "{count} devices closed.", len(closed))
        shown = lines(said if end else None, *_described(uow, found.name, open_, ended))
    click.echo(house.say(shown))


def _described(
    uow: StoredUnitOfWork, name: str, open_: Sequence[Session], ended: Sequence[Session]
) -> Iterator[Sayable]:
    if not open_:
        yield _("The chat of {name} is open on no device of the page.", name=name)
    for session in open_:
        yield _(
            "{device}: since {since}, last used {used}",
            device=session.device or _("unknown device"),
            since=Day(session.made_at),
            used=Day(session.used_at),
        )
    for session in ended:
        if session.ended_at is None or session.ended_why is None:
            continue
        yield _(
            "{device}: {why}, {when}, by {who}",
            device=session.device or _("unknown device"),
            why=WHY[session.ended_why],
            when=Moment(session.ended_at),
            who=_who(uow, session) or _("the program"),
        )


def _who(uow: StoredUnitOfWork, session: Session) -> Sayable:
    by = uow.people.find(session.ended_by) if session.ended_by else None
    if by is not None:
        return by.name
    return _("the command line") if session.ended_why is Ending.LOST else ""


def _as_json(uow: StoredUnitOfWork, session: Session) -> dict[str, object]:
    by = uow.people.find(session.ended_by) if session.ended_by else None
    return {
        "device": session.device,
        "since": session.made_at.isoformat(),
        "used": session.used_at.isoformat(),
        "ended": session.ended_at.isoformat() if session.ended_at else None,
        "why": session.ended_why.value if session.ended_why else None,
        "by": by.school_id if by else None,
    }
