"""The book of what was told to sectors, on one connection, and the photos still to be counted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, exists, func, insert, or_, select
from typing_extensions import override

from bot.domain.school.tracks import Role
from bot.domain.sector.totals.atoms import CountedAtom
from bot.domain.sector.totals.blocks import ELSEWHERE, KeptBlock
from bot.domain.sector.totals.book import CountedPhoto, FrozenTotals, Photographed, TotalsBook
from bot.domain.sector.totals.spread import Aspect, Measure
from bot.ports.sector.totals.books import DueTotals, TotalsBooks
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.connected import Connected
from bot.storage.sector.totals.standings import is_as_counted, read_standings
from bot.storage.tables import (
    organisation_table,
    period,
    photo,
    photo_track,
    placement,
    programme_competence,
    totals_atom,
    totals_atom_block,
    totals_atom_sum,
    totals_block,
    totals_member,
    totals_number,
    totals_photo,
    totals_region,
    totals_told,
    track,
    workplace,
)

DUE = (
    select(
        period.c.id, period.c.organisation_id, period.c.programme_id,
        photo.c.id.label("photo_id"), photo.c.digest,
    )
    .join(organisation_table, organisation_table.c.id == period.c.organisation_id)
    .join(photo, photo.c.period_id == period.c.id)
    .where(
        IN_WORLD,
        photo.c.taken_at.is_not(None),
        exists().where(
            totals_told.c.programme_id == period.c.programme_id,
            totals_told.c.since <= photo.c.taken_at,
        ),
        ~exists().where(totals_photo.c.period_id == period.c.id),
    )
    .order_by(photo.c.as_of, photo.c.id)
    .limit(bindparam("at_most"))
)  # fmt: skip
"""Photos of programmes of which a sector is told, that were not counted yet."""

_HOLD = (
    select(organisation_table.c.id)
    .where(organisation_table.c.id == bindparam("organisation"))
    .with_for_update(key_share=True)
)
_BLOCKS = select(totals_block.c.id, totals_block.c.size).where(
    totals_block.c.organisation_id == bindparam("organisation")
)
_MEMBERS = select(totals_member.c.block_id, totals_member.c.person_id).where(
    totals_member.c.organisation_id == bindparam("organisation")
)
_ATOMS = (
    select(totals_atom.c.id, totals_atom.c.competence_id)
    .where(totals_atom.c.organisation_id == bindparam("organisation"))
    .order_by(totals_atom.c.id)
)
_ATOM_BLOCKS = select(totals_atom_block.c.atom_id, totals_atom_block.c.block_id).where(
    totals_atom_block.c.organisation_id == bindparam("organisation")
)
_ATOM_SUMS = select(
    totals_atom_sum.c.atom_id, totals_atom_sum.c.period_id, totals_atom_sum.c.role,
    totals_atom_sum.c.measure,
    totals_atom_sum.c.value, totals_atom_sum.c.students,
).where(totals_atom_sum.c.organisation_id == bindparam("organisation"))  # fmt: skip
# Who had ended by the photo is in it, and learns nothing any more.
_PRESENT = (
    select(
        track.c.student_id,
        func.min(workplace.c.region).label("first"),
        func.max(workplace.c.region).label("last"),
    )
    .join(photo_track, photo_track.c.track_id == track.c.id)
    .join(photo, photo.c.id == photo_track.c.photo_id)
    .join(placement, placement.c.track_id == track.c.id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .where(
        photo.c.id == bindparam("photo"),
        or_(placement.c.ended_at.is_(None), placement.c.ended_at > photo.c.as_of),
    )
    .group_by(track.c.student_id)
)
_COMPETENCES = (
    select(programme_competence.c.competence_id)
    .where(programme_competence.c.programme_id == bindparam("programme"))
    .order_by(programme_competence.c.number)
)
_ADD_BLOCK = insert(totals_block).returning(totals_block.c.id)
_ADD_ATOM = insert(totals_atom).returning(totals_atom.c.id)


class StoredTotalsBooks(Connected, TotalsBooks):
    """Books of totals on one connection."""

    @override
    def list_due(self, world: World, at_most: int) -> Sequence[DueTotals]:
        asked = {"world": world.here, "at_most": at_most}
        return [DueTotals(*row) for row in self._connection.execute(DUE, asked)]

    @override
    def hold(self, organisation_id: int) -> None:
        self._connection.execute(_HOLD, {"organisation": organisation_id})

    @override
    def read_book(self, organisation_id: int) -> TotalsBook:
        asked = {"organisation": organisation_id}
        members = _grouped(self._connection.execute(_MEMBERS, asked))
        blocks = {
            row.id: KeptBlock(row.id, row.size, frozenset(members[row.id]))
            for row in self._connection.execute(_BLOCKS, asked)
        }
        inside = _grouped(self._connection.execute(_ATOM_BLOCKS, asked))
        sums: defaultdict[int, dict[Any, dict[str, int]]] = defaultdict(dict)
        for own in self._connection.execute(_ATOM_SUMS, asked):
            told = own.period_id, Aspect(Role(own.role), Measure(own.measure))
            sums[own.atom_id].setdefault(told, {})[own.value] = own.students
        atoms: defaultdict[int, list[CountedAtom]] = defaultdict(list)
        for identity, competence_id in self._connection.execute(_ATOMS, asked):
            atom = CountedAtom(frozenset(inside[identity]), sums[identity])
            atoms[competence_id].append(atom)
        return TotalsBook(blocks, dict(atoms))

    @override
    def read_photo(self, due: DueTotals) -> CountedPhoto:
        rows = self._connection.execute(_PRESENT, {"photo": due.photo_id})
        regions = {
            row.student_id: row.first if row.first == row.last else ELSEWHERE for row in rows
        }
        asked = {"programme": due.programme_id}
        competences = self._connection.execute(_COMPETENCES, asked).scalars().all()
        standings = read_standings(self._connection, due.period_id)
        return CountedPhoto(due.period_id, regions, standings, competences)

    @override
    def read_earlier(self, period_id: int) -> Photographed:
        # A photo that was taken anew is not what was told: colours may have changed places in it.
        if not is_as_counted(self._connection, period_id):
            return {}
        return read_standings(self._connection, period_id)

    @override
    def keep(
        self,
        due: DueTotals,
        known: TotalsBook,
        book: TotalsBook,
        frozen: FrozenTotals,
        at: datetime,
    ) -> None:
        ours = {"organisation_id": due.organisation_id}
        told = {**ours, "period_id": due.period_id}
        self._connection.execute(insert(totals_photo), {**told, "frozen_at": at})
        for region, students in frozen.students.items():
            row = {**told, "region": region, "students": students}
            self._connection.execute(insert(totals_region), row)
        numbers = [{**told, **row} for row in _numbers(frozen)]
        if numbers:
            self._connection.execute(insert(totals_number), numbers)
        self._keep_book(ours, known, book)

    def _keep_book(self, ours: Mapping[str, int], known: TotalsBook, book: TotalsBook) -> None:
        changed = {
            competence
            for competence in {*known.atoms, *book.atoms}
            if known.atoms.get(competence) != book.atoms.get(competence)
        }
        self._drop_atoms(ours["organisation_id"], changed)
        numbers = self._keep_blocks(ours, known, book)
        for competence in changed:
            for atom in book.atoms.get(competence, ()):
                self._add_atom(ours, competence, atom, numbers)

    def _keep_blocks(
        self, ours: Mapping[str, int], known: TotalsBook, book: TotalsBook
    ) -> dict[int, int]:
        """Keep the new blocks, and drop those that were cut; gives each its identity."""
        numbers = {block: block for block in book.blocks}
        cut = [block for block in known.blocks if block not in book.blocks]
        if cut:
            self._connection.execute(delete(totals_member).where(totals_member.c.block_id.in_(cut)))
        for block in book.blocks.values():
            if block.id not in known.blocks:
                row = {**ours, "size": block.size}
                identity = self._connection.execute(_ADD_BLOCK, row).scalar_one()
                numbers[block.id] = identity
                members = [
                    {**ours, "person_id": person, "block_id": identity} for person in block.members
                ]
                if members:
                    self._connection.execute(insert(totals_member), members)
        if cut:
            self._connection.execute(delete(totals_block).where(totals_block.c.id.in_(cut)))
        return numbers

    def _drop_atoms(self, organisation_id: int, changed: Iterable[int]) -> None:
        for competence in changed:
            these = select(totals_atom.c.id).where(
                totals_atom.c.organisation_id == organisation_id,
                totals_atom.c.competence_id == competence,
            )
            for table in (totals_atom_sum, totals_atom_block):
                self._connection.execute(delete(table).where(table.c.atom_id.in_(these)))
            self._connection.execute(delete(totals_atom).where(totals_atom.c.id.in_(these)))

    def _add_atom(
        self,
        ours: Mapping[str, int],
        competence: int,
        atom: CountedAtom,
        numbers: Mapping[int, int],
    ) -> None:
        row = {**ours, "competence_id": competence}
        identity = self._connection.execute(_ADD_ATOM, row).scalar_one()
        inside = [
            {**ours, "atom_id": identity, "block_id": numbers[block]} for block in atom.blocks
        ]
        self._connection.execute(insert(totals_atom_block), inside)
        sums = [
            {
                **ours, "atom_id": identity, "period_id": period_id, "role": aspect.role.value,
                "measure": aspect.measure.value, "value": value, "students": students,
            }
            for (period_id, aspect), spread in atom.history.items()
            for value, students in spread.items()
            if students
        ]  # fmt: skip
        if sums:
            self._connection.execute(insert(totals_atom_sum), sums)


def _grouped(rows: Iterable[Any]) -> defaultdict[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for of, inside in rows:
        found[of].add(inside)
    return found


def _numbers(frozen: FrozenTotals) -> Iterator[dict[str, object]]:
    for competence, sets in frozen.numbers.items():
        for among, aspects in sets.items():
            for aspect, spread in aspects.items():
                for value, students in spread.items():
                    yield {
                        "competence_id": competence, "role": aspect.role.value,
                        "among": among, "measure": aspect.measure.value, "value": value,
                        "students": students,
                    }  # fmt: skip
