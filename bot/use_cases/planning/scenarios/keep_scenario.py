"""Keep a lesson scenario of a programme, or remove one."""

from dataclasses import asdict, replace
from typing import Any

from bot.domain.planning.scenarios import Scenario
from bot.domain.school.tracks import Person
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer


def keep_scenario(
    uow: UnitOfWork, keeper: Person, programme_id: int, scenario: Scenario, doer: Doer
) -> Scenario | None:
    """Add a scenario, or change that of the same title; gives what it replaced, if anything."""
    known = uow.scenarios.find(programme_id, scenario.title)
    before = known if known and known.present else None
    kept = replace(scenario, id=known.id if known else 0)
    identity = uow.scenarios.keep(keeper.organisation_id, programme_id, kept)
    _note(uow, doer, programme_id, identity, scenario.title, before)
    return before


def remove_scenario(uow: UnitOfWork, programme_id: int, title: str, doer: Doer) -> bool:
    """Remove a scenario by its title; False where it is not there any more."""
    known = uow.scenarios.find(programme_id, title)
    if known is None or not known.present:
        return False
    uow.scenarios.remove(known.id, doer.at)
    _note(uow, doer, programme_id, known.id, title, known)
    return True


def _note(
    uow: UnitOfWork,
    doer: Doer,
    programme_id: int,
    identity: int,
    title: str,
    before: Scenario | None,
) -> None:
    was: dict[str, Any] | None = asdict(before) if before else None
    kept = {"of": identity, "programme": programme_id, "was": was}
    uow.acts.record(doer.person_id, Act.SCENARIO, doer.at, title, before=kept)
