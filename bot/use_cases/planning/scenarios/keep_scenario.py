"""Keep a lesson scenario of a programme, or remove one."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
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
    _note(uow, doer, programme_id, before, replace(kept, id=identity))
    return before


def remove_scenario(uow: UnitOfWork, programme_id: int, title: str, doer: Doer) -> bool:
    """Remove a scenario by its title; False where it is not there any more."""
    known = uow.scenarios.find(programme_id, title)
    if known is None or not known.present:
        return False
    uow.scenarios.remove(known.id, doer.at)
    _note(uow, doer, programme_id, known, None)
    return True


def put_scenario_back(
    uow: UnitOfWork, organisation_id: int, title: str, before: Mapping[str, Any], at: datetime
) -> bool:
    """Put a scenario back as it was noted; False where somebody else changed it since."""
    programme, was = before["programme"], before["was"]
    known = uow.scenarios.find(programme, title)
    stands = known if known and known.present else None
    if "now" in before and _read(before["now"]) != stands:
        return False
    if was is None:
        uow.scenarios.remove(before["of"], at)
    else:
        uow.scenarios.keep(organisation_id, programme, Scenario(**was))
    return True


def _read(written: Mapping[str, Any] | None) -> Scenario | None:
    return Scenario(**written) if written else None


def _note(
    uow: UnitOfWork, doer: Doer, programme_id: int, before: Scenario | None, after: Scenario | None
) -> None:
    either = before or after
    if either is None:
        return
    was, now = (asdict(own) if own else None for own in (before, after))
    kept = {"of": either.id, "programme": programme_id, "was": was, "now": now}
    uow.acts.record(doer.person_id, Act.SCENARIO, doer.at, either.title, before=kept)
