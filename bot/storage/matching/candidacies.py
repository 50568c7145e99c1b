"""Candidates and the places that companies offer, on one connection."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, delete, insert, select, update
from typing_extensions import override

from bot.domain.matching.candidacies import (
    MOST_IDLE,
    Candidacy,
    CandidacyEnding,
    OfferedPlace,
    PlaceEnding,
)
from bot.domain.matching.intakes import Intake
from bot.domain.school.tracks import Person
from bot.ports.matching.intakes import Candidacies
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.matching.shapes import (
    BY_NAME,
    BY_WORKPLACE,
    CANDIDACIES,
    PLACES,
    candidacy_of,
    place_of,
)
from bot.storage.tables import (
    candidacy,
    criterion_verdict,
    interview,
    offered_place,
    organisation_table,
)

_FIND = CANDIDACIES.where(candidacy.c.id == bindparam("this"))
_FIND_PLACE = PLACES.where(offered_place.c.id == bindparam("this"))
_LIST = CANDIDACIES.where(candidacy.c.intake_id == bindparam("intake")).order_by(*BY_NAME)
_LIST_PLACES = PLACES.where(offered_place.c.intake_id == bindparam("intake")).order_by(
    *BY_WORKPLACE
)


def _over(table: Any, columns: Select[Any], *which: ColumnElement[bool]) -> Select[Any]:
    return (
        columns.join(organisation_table, organisation_table.c.id == table.c.organisation_id)
        .where(IN_WORLD, table.c.erase_at <= bindparam("at", type_=Instant), *which)
        .order_by(table.c.id)
        .limit(bindparam("at_most"))
    )


OVER = _over(candidacy, CANDIDACIES)
PLACES_OVER = _over(offered_place, PLACES)


class StoredCandidacies(Connected, Candidacies):
    """Candidates and places on one connection."""

    @override
    def add(self, intake: Intake, person: Person, at: datetime, *, added: bool) -> int:
        row = {
            "organisation_id": intake.organisation_id,
            "intake_id": intake.id,
            "person_id": person.id,
            "added": added,
            "made_at": at,
            "erase_at": at + MOST_IDLE,
        }
        made = insert(candidacy).returning(candidacy.c.id)
        return int(self._connection.execute(made, row).scalar_one())

    @override
    def add_place(
        self, intake: Intake, contact: Person, workplace: str, at: datetime, *, added: bool
    ) -> int:
        row = {
            "organisation_id": intake.organisation_id,
            "intake_id": intake.id,
            "contact_id": contact.id,
            "workplace": workplace,
            "added": added,
            "made_at": at,
            "erase_at": at + MOST_IDLE,
        }
        made = insert(offered_place).returning(offered_place.c.id)
        return int(self._connection.execute(made, row).scalar_one())

    @override
    def find(self, candidacy_id: int) -> Candidacy | None:
        return next(iter(self._candidacies(_FIND, this=candidacy_id)), None)

    @override
    def hold(self, candidacy_id: int) -> Candidacy | None:
        held = _FIND.with_for_update(of=candidacy)
        return next(iter(self._candidacies(held, this=candidacy_id)), None)

    @override
    def find_place(self, place_id: int) -> OfferedPlace | None:
        return next(iter(self._places(_FIND_PLACE, this=place_id)), None)

    @override
    def hold_place(self, place_id: int) -> OfferedPlace | None:
        held = _FIND_PLACE.with_for_update(of=offered_place)
        return next(iter(self._places(held, this=place_id)), None)

    @override
    def list_of(self, intake_id: int) -> Sequence[Candidacy]:
        return self._candidacies(_LIST, intake=intake_id)

    @override
    def list_places(self, intake_id: int) -> Sequence[OfferedPlace]:
        return self._places(_LIST_PLACES, intake=intake_id)

    @override
    def note_sent(self, candidacy_id: int, at: datetime) -> None:
        self._change(candidacy, candidacy_id, sent_at=at, erase_at=at + MOST_IDLE)

    @override
    def note_place_sent(self, place_id: int, at: datetime) -> None:
        self._change(offered_place, place_id, sent_at=at, erase_at=at + MOST_IDLE)

    @override
    def end(
        self, candidacy_id: int, ending: CandidacyEnding, at: datetime, erase_at: datetime
    ) -> None:
        values = {"ending": ending.value, "ended_at": at, "erase_at": erase_at}
        self._change(candidacy, candidacy_id, **values)

    @override
    def end_place(
        self, place_id: int, ending: PlaceEnding, at: datetime, erase_at: datetime
    ) -> None:
        values = {"ending": ending.value, "ended_at": at, "erase_at": erase_at}
        self._change(offered_place, place_id, **values)

    @override
    def list_over(self, world: World, at_most: int) -> Sequence[Candidacy]:
        return self._candidacies(OVER, world=world.here, at=world.at, at_most=at_most)

    @override
    def list_places_over(self, world: World, at_most: int) -> Sequence[OfferedPlace]:
        return self._places(PLACES_OVER, world=world.here, at=world.at, at_most=at_most)

    @override
    def drop(self, candidacy_id: int) -> None:
        own = select(interview.c.id).where(interview.c.candidacy_id == candidacy_id)
        for statement in (
            delete(criterion_verdict).where(criterion_verdict.c.interview_id.in_(own)),
            delete(interview).where(interview.c.candidacy_id == candidacy_id),
            delete(candidacy).where(candidacy.c.id == candidacy_id),
        ):
            self._connection.execute(statement)

    @override
    def hand_on(self, person_id: int) -> None:
        for table, whose in (
            (candidacy, candidacy.c.person_id),
            (offered_place, offered_place.c.contact_id),
        ):
            mine = update(table).where(whose == person_id)
            self._connection.execute(mine.values(added=True))

    @override
    def forget_contact(self, place_id: int) -> None:
        self._change(offered_place, place_id, contact_id=None, erase_at=None)

    def _change(self, table: Any, identity: int, **values: object) -> None:
        self._connection.execute(update(table).where(table.c.id == identity).values(**values))

    def _candidacies(self, found: Select[Any], **asked: object) -> list[Candidacy]:
        return [candidacy_of(row) for row in self._connection.execute(found, asked)]

    def _places(self, found: Select[Any], **asked: object) -> list[OfferedPlace]:
        return [place_of(row) for row in self._connection.execute(found, asked)]
