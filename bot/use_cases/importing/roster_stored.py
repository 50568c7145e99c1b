"""What an organisation has before a roster is taken in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.folding import fold
from bot.domain.school.tracks import Role
from bot.ports.importing import (
    Catalogue,
    ClassGroupRow,
    FrameworkRow,
    HandedRow,
    InvolvementRow,
    PersonRow,
    PlacementRow,
    TrackRow,
    WorkplaceRow,
)
from bot.use_cases.importing.roster_known import Around, Known, PlacementKey, TrackKey


@dataclass(frozen=True, slots=True)
class Stored:
    """What an organisation has before the import."""

    people: Sequence[PersonRow]
    class_groups: Sequence[ClassGroupRow]
    workplaces: Sequence[WorkplaceRow]
    tracks: Sequence[TrackRow]
    placements: Sequence[PlacementRow]
    involvements: Sequence[InvolvementRow]
    handed: Sequence[HandedRow]
    programmes: Mapping[int, str]


def read_stored(catalogue: Catalogue, organisation_id: int) -> Stored:
    """Read what an organisation has before the import."""
    return Stored(
        people=catalogue.people.list_all(organisation_id),
        class_groups=catalogue.class_groups.list_all(organisation_id),
        workplaces=catalogue.workplaces.list_all(organisation_id),
        tracks=catalogue.tracks.list_all(organisation_id),
        placements=catalogue.placements.list_all(organisation_id),
        involvements=catalogue.involvements.list_all(organisation_id),
        handed=catalogue.list_handed(organisation_id),
        programmes={
            programme.id: programme.code
            for programme in catalogue.programmes.list_all(organisation_id)
        },
    )


def track_keys(stored: Stored) -> dict[int, TrackKey]:
    """Name each stored track by the student's school id and the programme's code."""
    ids = {person.id: person.school_id for person in stored.people}
    return {
        track.id: (ids[track.student_id], stored.programmes[track.programme_id])
        for track in stored.tracks
    }


def known_from(
    stored: Stored,
    frameworks: Iterable[FrameworkRow],
    *,
    rename: bool = False,
    coaches_back: bool = False,
    sender: str = "",
) -> Known:
    """Say what is known before the first line is read.

    With `coaches_back` who handed students over comes back where the file names them.
    """
    ids = {person.id: person.school_id for person in stored.people}
    groups = {group.id: group.name for group in stored.class_groups}
    tracks = track_keys(stored)
    places = {workplace.id: fold(workplace.name) for workplace in stored.workplaces}
    return Known(
        tuple(frameworks),
        {person.school_id: person.name for person in stored.people},
        _around(stored, tracks),
        {
            (*tracks[life.track_id], places[life.workplace_id]): life.ended_at.date()
            for life in stored.placements
            if life.ended_at
        },
        {tracks[track.id]: groups[track.class_group_id] for track in stored.tracks},
        {fold(workplace.name): workplace.name for workplace in stored.workplaces},
        rename=rename,
        sender=sender,
        other_groups=tuple(groups.values()),
        stopped={
            (*tracks[life.track_id], places[life.workplace_id]): date.fromisoformat(life.stopped_on)
            for life in stored.placements
            if life.stopped_on and life.left_at and not life.ended_at
        },
        handed={
            (tracks[own.track_id], ids[own.from_id]): ids[own.to_id]
            for own in (() if coaches_back else stored.handed)
        },
    )


def _around(
    stored: Stored, tracks: Mapping[int, TrackKey]
) -> dict[TrackKey, dict[PlacementKey, Around]]:
    """Find who is around each stored placement, under the school's ids and names."""
    ids = {person.id: person.school_id for person in stored.people}
    workplaces = {workplace.id: fold(workplace.name) for workplace in stored.workplaces}
    people: dict[int, set[tuple[str, Role]]] = defaultdict(set)
    for link in stored.involvements:
        people[link.placement_id].add((ids[link.person_id], Role(link.role)))
    found: dict[TrackKey, dict[PlacementKey, Around]] = defaultdict(dict)
    for placement in stored.placements:
        if placement.ended_at:
            continue
        track = tracks[placement.track_id]
        found[track][*track, workplaces[placement.workplace_id]] = frozenset(people[placement.id])
    return dict(found)
