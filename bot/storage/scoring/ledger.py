"""The append-only ledger of scores, and the marks and colours that follow from it.

A score said after the mark's newest is applied to it; one that arrives late, and every undo,
folds the indicator's history anew. Both ways give the same mark: `bot.domain.scoring.film.fold`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, insert, select, text
from typing_extensions import override

from bot.domain.scoring.colours import Counts, count_mark
from bot.domain.scoring.film import Mark, Score, apply
from bot.domain.scoring.late import place as place_scores
from bot.ports import Entry, Seat
from bot.ports.scoring import Ledger, SaidScore, Saying
from bot.storage.columns import Instant
from bot.storage.connected import Connected
from bot.storage.scoring import entries
from bot.storage.scoring.history import shortened, whole_of
from bot.storage.scoring.marks import (
    MarkSource,
    Whole,
    amend_marks,
    read_marks,
    write_colour,
    write_marks,
)
from bot.storage.tables import entry, photo, photo_track, score, track

EMPTY: Mapping[int, Mark] = {}

_LOCK = select(track.c.id).where(track.c.id == bindparam("track")).with_for_update(key_share=True)
_ADD = insert(score)
_HISTORY = shortened(
    select(score)
    .join(entry, entry.c.id == score.c.entry_id)
    .where(
        score.c.track_id == bindparam("track"),
        score.c.role == bindparam("role"),
        score.c.indicator_id.in_(bindparam("indicators", expanding=True)),
        entry.c.undone_at.is_(None),
    )
)
_PHOTO_SINCE = (
    select(func.max(photo.c.as_of))
    .join(photo_track, photo_track.c.photo_id == photo.c.id)
    .where(
        photo_track.c.track_id.in_(bindparam("tracks", expanding=True)),
        photo.c.as_of >= bindparam("at"),
    )
)
_IN_ENTRY = (
    select(
        score.c.organisation_id,
        score.c.track_id,
        score.c.competence_id,
        score.c.role,
        score.c.indicator_id,
    )
    .where(score.c.entry_id == bindparam("entry"))
    .distinct()
    .order_by(score.c.track_id, score.c.competence_id, score.c.role, score.c.indicator_id)
)


@dataclass(frozen=True, slots=True)
class _LedgerPlace:
    """One competence of one track in one perspective."""

    organisation_id: int
    track_id: int
    competence_id: int
    role: str


# Somebody said something of a competence: with every score and undo.
_SIT = text(
    "INSERT INTO sitting (track_id, competence_id, scorer_id, organisation_id, said_at)"
    " VALUES (:track_id, :competence_id, :scorer_id, :organisation_id, :said_at)"
    " ON CONFLICT (track_id, competence_id, scorer_id) DO UPDATE SET"
    " said_at = CASE WHEN excluded.said_at > sitting.said_at"
    " THEN excluded.said_at ELSE sitting.said_at END, done_at = NULL"
).bindparams(bindparam("said_at", type_=Instant))


class StoredLedger(Connected, Ledger):
    """The ledger on one connection."""

    @override
    def open_entry(
        self, organisation_id: int, author_id: int, said_at: datetime, title: str, source: str
    ) -> Entry:
        return entries.open_entry(
            self._connection, organisation_id, author_id, said_at, title, source
        )

    @override
    def find_entry(self, entry_id: int) -> Entry | None:
        return entries.find_entry(self._connection, entry_id)

    @override
    def list_standing(self, author_id: int, at_most: int) -> list[Entry]:
        return entries.list_standing(self._connection, author_id, at_most)

    @override
    def find_entry_of_source(self, author_id: int, source: str) -> Entry | None:
        return entries.standing_of_source(self._connection, author_id, source)

    @override
    def find_entry_of_note(self, author_id: int, source: str) -> Entry | None:
        return entries.standing_of_note(self._connection, author_id, source)

    @override
    def list_said_in(self, entry: Entry) -> Sequence[SaidScore]:
        return entries.said_in(self._connection, entry.id)

    @override
    def carry_notes(self, entry: Entry, to: Entry) -> int:
        return entries.carry_notes(self._connection, entry.id, to.id)

    @override
    def list_touched(self, entry: Entry) -> Sequence[tuple[int, int]]:
        return entries.touched(self._connection, entry.id)

    @override
    def read_and_hold_marks(self, seat: Seat, indicators: Collection[int]) -> Mapping[int, Mark]:
        return self._held(seat.track_id, seat.role.value, indicators)

    @override
    def list_said_beside(
        self, entry: Entry | None, seat: Seat, indicators: Collection[int]
    ) -> Sequence[Saying]:
        return entries.said_beside(self._connection, entry.id if entry else 0, seat, indicators)

    @override
    def add_scores(
        self,
        entry: Entry,
        seat: Seat,
        competence_id: int,
        scores: Mapping[int, Score],
        before: Mapping[int, Mark] | None = None,
    ) -> Mapping[int, Mark]:
        place = _LedgerPlace(seat.organisation_id, seat.track_id, competence_id, seat.role.value)
        if before is None:
            before = self.read_and_hold_marks(seat, scores)
        self._connection.execute(
            _ADD, [_row(entry, seat, place, *score) for score in scores.items()]
        )
        voice = MarkSource(seat.author_id, seat.placement_id)
        placed = place_scores(before, scores)
        after = {
            indicator: Whole(apply(before.get(indicator, Mark()), said), voice)
            for indicator, said in placed.newest.items()
        }
        after |= self._folded(place, placed.unknown)
        amended = {i: mark for i, mark in placed.known.items() if mark is not before[i]}
        self._put(place, before, after, amended)
        self._sit(place, seat.author_id, entry.said_at)
        return {**placed.known, **{indicator: whole.mark for indicator, whole in after.items()}}

    @override
    def add_note(
        self,
        entry: Entry,
        seat: Seat,
        competence_id: int,
        indicator_id: int | None,
        text: str,
        source: str = "",
    ) -> None:
        entries.add_note(
            self._connection,
            {
                "organisation_id": seat.organisation_id,
                "entry_id": entry.id,
                "track_id": seat.track_id,
                "competence_id": competence_id,
                "indicator_id": indicator_id,
                "role": seat.role.value,
                "author_id": seat.author_id,
                "text": text,
                "source": source,
                "said_at": entry.said_at,
            },
        )

    @override
    def correct_note(self, author_id: int, source: str, text: str) -> bool:
        return entries.correct_note(self._connection, author_id, source, text)

    @override
    def undo(self, entry: Entry, at: datetime) -> int:
        tracks = sorted({track_id for track_id, _competence in self.list_touched(entry)})
        for track_id in tracks:
            self._hold(track_id)
        if not entries.set_undone(self._connection, entry.id, self._after_photos(tracks, at)):
            return 0
        return self._fold_entry(entry, at)

    def _after_photos(self, tracks: Collection[int], at: datetime) -> datetime:
        """Find the instant at which something may be undone that is said to be undone earlier."""
        asked = {"tracks": tracks, "at": at}
        shown: datetime | None = self._connection.execute(_PHOTO_SINCE, asked).scalar()
        return at if shown is None else shown + timedelta(microseconds=1)

    @override
    def restore(self, entry: Entry) -> None:
        entries.set_standing(self._connection, entry.id)
        self._fold_entry(entry, entry.said_at)

    def _fold_entry(self, entry: Entry, at: datetime) -> int:
        """Fold every mark anew that an entry touches; gives their number."""
        places: dict[tuple[int, int, int, str], list[int]] = defaultdict(list)
        for row in self._connection.execute(_IN_ENTRY, {"entry": entry.id}):
            where = (row.organisation_id, row.track_id, row.competence_id, row.role)
            places[where].append(row.indicator_id)
        for where, indicators in places.items():
            place = _LedgerPlace(*where)
            before = self._held(place.track_id, place.role, indicators)
            self._put(place, before, self._folded(place, indicators))
            self._sit(place, entry.author_id, at)
        return sum(map(len, places.values()))

    def _sit(self, place: _LedgerPlace, scorer_id: int, at: datetime) -> None:
        """Note that somebody is at work here: what they say is compared once they have finished."""
        where = {
            "track_id": place.track_id,
            "competence_id": place.competence_id,
            "organisation_id": place.organisation_id,
        }
        self._connection.execute(_SIT, {**where, "scorer_id": scorer_id, "said_at": at})

    def _hold(self, track_id: int) -> None:
        # SQLite has one writer, so there a transaction holds everything.
        if self._connection.dialect.name != "sqlite":
            self._connection.execute(_LOCK, {"track": track_id})

    def _held(self, track_id: int, role: str, indicators: Collection[int]) -> dict[int, Mark]:
        self._hold(track_id)
        return read_marks(self._connection, track_id, role, indicators)

    def _folded(self, place: _LedgerPlace, indicators: Iterable[int]) -> dict[int, Whole]:
        wanted = list(indicators)
        if not wanted:
            return {}
        asked = {"track": place.track_id, "role": place.role, "indicators": wanted}
        said: dict[int, list[Any]] = defaultdict(list)
        for row in self._connection.execute(_HISTORY, asked):
            said[row.indicator_id].append(row)
        return {indicator: whole_of(said[indicator]) for indicator in wanted}

    def _put(
        self,
        place: _LedgerPlace,
        before: Mapping[int, Mark],
        after: Mapping[int, Whole],
        amended: Mapping[int, Mark] = EMPTY,
    ) -> None:
        keys = {
            "organisation_id": place.organisation_id,
            "track_id": place.track_id,
            "competence_id": place.competence_id,
            "role": place.role,
        }
        write_marks(self._connection, keys, before, after)
        amend_marks(self._connection, keys, amended)
        delta = Counts()
        now = {**amended, **{indicator: whole.mark for indicator, whole in after.items()}}
        for indicator, mark in now.items():
            old = before.get(indicator, Mark())
            delta = delta.plus(count_mark(mark)).minus(count_mark(old))
        write_colour(self._connection, keys, delta)


def _row(
    entry: Entry, seat: Seat, place: _LedgerPlace, indicator: int, said: Score
) -> dict[str, Any]:
    return {
        "organisation_id": place.organisation_id,
        "entry_id": entry.id,
        "track_id": place.track_id,
        "competence_id": place.competence_id,
        "indicator_id": indicator,
        "role": place.role,
        "author_id": seat.author_id,
        "placement_id": seat.placement_id,
        "mastery": said.mastery,
        "coverage": said.coverage,
        "tally": said.tally,
        "not_here": said.not_here,
        "said_at": said.said_at,
    }
