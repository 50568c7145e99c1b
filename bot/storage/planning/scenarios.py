"""Lesson scenarios on one connection."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from typing_extensions import override

from bot.domain.planning.scenarios import Scenario
from bot.ports.planning.scenarios import Scenarios
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.tables import scenario, scenario_competence, scenario_indicator

_COLUMNS = (
    scenario.c.id,
    scenario.c.title,
    scenario.c.place,
    scenario.c.sessions,
    scenario.c.removed_at,
)
_OF_PROGRAMME = (
    select(*_COLUMNS)
    .where(scenario.c.programme_id == bindparam("programme"), scenario.c.removed_at.is_(None))
    .order_by(scenario.c.id)
)
_CALLED = select(*_COLUMNS).where(
    scenario.c.programme_id == bindparam("programme"), scenario.c.title == bindparam("called")
)
_ADD = insert(scenario).returning(scenario.c.id)
_CHANGE = (
    update(scenario)
    .where(scenario.c.id == bindparam("which"))
    .values(
        title=bindparam("new_title"),
        place=bindparam("new_place"),
        sessions=bindparam("new_sessions"),
        removed_at=None,
    )
)
_REMOVE = (
    update(scenario)
    .where(scenario.c.id == bindparam("which"))
    .values(removed_at=bindparam("at", type_=Instant))
)
_SERVED = (
    (scenario_competence, scenario_competence.c.competence_id),
    (scenario_indicator, scenario_indicator.c.indicator_id),
)
_READ_SERVED = tuple(
    select(table.c.scenario_id, served)
    .where(table.c.scenario_id.in_(bindparam("scenarios", expanding=True)))
    .order_by(table.c.scenario_id, served)
    for table, served in _SERVED
)
_DROP_SERVED = tuple(
    delete(table).where(table.c.scenario_id == bindparam("which")) for table, _served in _SERVED
)


class StoredScenarios(Connected, Scenarios):
    """Lesson scenarios on one connection."""

    @override
    def list_of(self, programme_id: int) -> Sequence[Scenario]:
        return self._with_served(
            self._connection.execute(_OF_PROGRAMME, {"programme": programme_id})
        )

    @override
    def find(self, programme_id: int, title: str) -> Scenario | None:
        asked = {"programme": programme_id, "called": title}
        return next(iter(self._with_served(self._connection.execute(_CALLED, asked))), None)

    @override
    def keep(self, organisation_id: int, programme_id: int, scenario: Scenario) -> int:
        identity = scenario.id or self._add(organisation_id, programme_id, scenario)
        if scenario.id:
            values = {
                "which": identity,
                "new_title": scenario.title,
                "new_place": scenario.place,
                "new_sessions": scenario.sessions,
            }
            self._connection.execute(_CHANGE, values)
            for drop in _DROP_SERVED:
                self._connection.execute(drop, {"which": identity})
        for (table, served), ids in zip(
            _SERVED, (scenario.competences, scenario.indicators), strict=True
        ):
            rows = [
                {
                    "organisation_id": organisation_id,
                    "scenario_id": identity,
                    served.name: identity_served,
                }
                for identity_served in ids
            ]
            if rows:
                self._connection.execute(insert(table), rows)
        return identity

    @override
    def remove(self, scenario_id: int, at: datetime) -> None:
        self._connection.execute(_REMOVE, {"which": scenario_id, "at": at})

    def _add(self, organisation_id: int, programme_id: int, added: Scenario) -> int:
        values = {
            "organisation_id": organisation_id,
            "programme_id": programme_id,
            "title": added.title,
            "place": added.place,
            "sessions": added.sessions,
        }
        identity: int = self._connection.execute(_ADD, values).scalar_one()
        return identity

    def _with_served(self, rows: Iterable[Any]) -> list[Scenario]:
        found = [
            Scenario(
                row.title,
                row.place,
                sessions=row.sessions,
                id=row.id,
                present=row.removed_at is None,
            )
            for row in rows
        ]
        if not found:
            return []
        asked = {"scenarios": [own.id for own in found]}
        competences, indicators = (
            _by_scenario(self._connection.execute(read, asked)) for read in _READ_SERVED
        )
        return [
            replace(
                own,
                competences=tuple(competences[own.id]),
                indicators=tuple(indicators[own.id]),
            )
            for own in found
        ]


def _by_scenario(rows: Iterable[Any]) -> dict[int, list[int]]:
    served: dict[int, list[int]] = defaultdict(list)
    for scenario_id, identity in rows:
        served[scenario_id].append(identity)
    return served
