"""Decide about somebody's wish to be forgotten: carry it out at once, or say why it waits."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.forgetting import MOST_LETTERS, Forgetting
from bot.domain.school.tracks import Person
from bot.domain.telling.asks import Asks
from bot.ports import UnitOfWork
from bot.use_cases.rights.forgetting.tell_deciders import post_about


def list_to_decide(uow: UnitOfWork, person: Person) -> Sequence[Forgetting]:
    """List the confirmed wishes about which somebody decides, the oldest first."""
    decided = uow.forgettings.list_decided_by(person.id)
    return [own for own in decided if own.confirmed_at is not None]


def find_to_decide(uow: UnitOfWork, person: Person, forgetting_id: int) -> Forgetting | None:
    """Find a confirmed wish about which somebody decides; None for whoever does not."""
    found = uow.forgettings.find(forgetting_id)
    if found is None or found.organisation_id != person.organisation_id:
        return None
    standing = uow.forgettings.hold_open(found.person_id)
    if standing is None or standing.id != found.id or standing.confirmed_at is None:
        return None
    deciders = uow.administrators.list_deciders(found.person_id)
    return standing if person.id in {own.id for own in deciders} else None


def carry_out_now(uow: UnitOfWork, by: Person, forgetting_id: int, at: datetime) -> bool:
    """Let the clock erase with its next tick; False where there is nothing to decide."""
    wished = find_to_decide(uow, by, forgetting_id)
    if wished is None:
        return False
    uow.forgettings.hasten(wished.id, at)
    uow.rights_acts.note(
        wished.organisation_id,
        RightsActKind.FORGET_CONFIRMED,
        at,
        by=by.id,
        about=wished.person_id,
        forgetting=wished.id,
    )
    return True


def put_off(uow: UnitOfWork, by: Person, forgetting_id: int, why: str, at: datetime) -> bool:
    """Note why it has to wait; who wished it is told, with who said so. False as above."""
    wished = find_to_decide(uow, by, forgetting_id)
    if wished is None:
        return False
    uow.forgettings.put_off(wished.id, by.id, why.strip()[:MOST_LETTERS], at)
    uow.rights_acts.note(
        wished.organisation_id,
        RightsActKind.FORGET_HELD,
        at,
        by=by.id,
        about=wished.person_id,
        forgetting=wished.id,
    )
    post_about(uow, wished, Asks.FORGET_HELD, wished.person_id, at)
    return True
