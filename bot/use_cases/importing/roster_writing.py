"""The good lines of a roster, brought into the catalogue kind after kind."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import TypeVar

from bot.domain.folding import fold
from bot.domain.importing.changes import Changes, ImportChange
from bot.domain.rights.noticing import GuardianState
from bot.domain.school.tracks import Role
from bot.ports.importing import (
    Catalogue,
    ClassGroupRow,
    InvolvementRow,
    LessonRow,
    PersonRow,
    PlacementRow,
    Shelf,
    TrackRow,
    WorkplaceRow,
)
from bot.use_cases.importing.programmes import make_programmes
from bot.use_cases.importing.roster_known import Good, PlacementKey, TrackKey
from bot.use_cases.importing.roster_stored import Stored
from bot.use_cases.importing.upsert import relink, settle

Row = TypeVar("Row")
Key = TypeVar("Key", bound=Hashable)

KINDS = (
    "people", "programmes", "class_groups", "workplaces", "tracks", "placements", "involvements",
    "lessons",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where a roster is written, and where it is counted."""

    catalogue: Catalogue
    organisation_id: int
    changes: Changes

    def settle(
        self,
        kind: str,
        shelf: Shelf[Row],
        known: Iterable[Row],
        wanted: Iterable[Row],
        key: Callable[[Row], Key],
    ) -> dict[Key, Row]:
        """Bring things of a kind to what is wanted, and count them."""
        settled = settle(shelf, self.organisation_id, known, wanted, key)
        settled.count_in(self.changes, kind)
        return settled.rows


def take_in(
    catalogue: Catalogue, organisation_id: int, stored: Stored, good: Sequence[Good]
) -> Changes:
    """Bring good lines into the catalogue, and count what was new, changed and as before."""
    desk = _Desk(catalogue, organisation_id, Changes(KINDS))
    frameworks = {line.framework.code: line.framework for line in good}
    programmes = make_programmes(catalogue, organisation_id, frameworks.values())
    programmes.count_in(desk.changes, "programmes")
    people = desk.settle(
        "people",
        catalogue.people,
        stored.people,
        _people(stored, good),
        lambda person: person.school_id,
    )
    ids = {school_id: row.id for school_id, row in people.items()}
    codes = {code: row.id for code, row in programmes.rows.items()}
    tracks = _tracks(desk, stored, good, ids, codes)
    placements = _placements(desk, stored, good, tracks)
    _involvements(desk, stored, good, placements, ids)
    _lessons(desk, good, tracks, ids)
    return desk.changes


def take_in_lessons(
    catalogue: Catalogue, organisation_id: int, stored: Stored, good: Sequence[Good]
) -> Changes:
    """Settle the lessons of good lines that were taken in; nothing else of them."""
    desk = _Desk(catalogue, organisation_id, Changes(KINDS))
    ids = {person.school_id: person.id for person in stored.people}
    programmes = {code: programme for programme, code in stored.programmes.items()}
    known = {(track.student_id, track.programme_id): track for track in stored.tracks}
    tracks = {
        line.track: known[ids[line.student], programmes[line.framework.code]] for line in good
    }
    _lessons(desk, good, tracks, ids)
    return desk.changes


def _people(stored: Stored, good: Sequence[Good]) -> Iterable[PersonRow]:
    """List everybody whom the good lines name, as they make them."""
    people = {person.school_id: person for person in stored.people}
    named: dict[str, None] = {}
    for line in good:
        for school_id in (*line.names, *(other for other, _role in sorted(line.around))):
            named[school_id] = None
            row = people.get(school_id)
            name = line.names.get(school_id, row.name if row else "")
            if row is None:
                people[school_id] = PersonRow(school_id, name, fold(name))
            elif row.name != name:
                people[school_id] = replace(row, name=name, folded_name=fold(name))
        student = people[line.student]
        people[line.student] = replace(
            student,
            language=line.language or student.language,
            guardian=_guardian(student.guardian, line.guardian),
        )
        for school_id, email in line.emails.items():
            people[school_id] = replace(people[school_id], email=email)
    return [people[school_id] for school_id in named]


def _guardian(stands: str, needed: bool | None) -> str:
    """Say how it stands with a guardian by what a line says; what was given or refused stays."""
    if needed is None or (needed and stands):
        return stands
    return GuardianState.ASKED.value if needed else GuardianState.NONE.value


def _tracks(
    desk: _Desk,
    stored: Stored,
    good: Sequence[Good],
    ids: Mapping[str, int],
    programmes: Mapping[str, int],
) -> dict[TrackKey, TrackRow]:
    """Settle class groups and tracks; a student whose class group changed moves."""
    shelf = desk.catalogue.class_groups
    known = {fold(group.name): group for group in stored.class_groups}
    names = [line.class_group for line in good]
    wanted = [known.get(fold(name)) or ClassGroupRow(name) for name in names]
    groups = desk.settle(
        "class_groups", shelf, known.values(), wanted, lambda group: fold(group.name)
    )
    rows = {
        line.track: TrackRow(
            ids[line.student], programmes[line.framework.code], groups[fold(line.class_group)].id
        )
        for line in good
    }
    tracks = desk.settle(
        "tracks",
        desk.catalogue.tracks,
        stored.tracks,
        rows.values(),
        lambda track: (track.student_id, track.programme_id),
    )
    return {key: tracks[row.student_id, row.programme_id] for key, row in rows.items()}


def _placements(
    desk: _Desk, stored: Stored, good: Sequence[Good], tracks: Mapping[TrackKey, TrackRow]
) -> dict[PlacementKey, PlacementRow]:
    """Settle workplaces and placements; an empty cell leaves plan, hours and region as they are."""
    known = {fold(workplace.name): workplace for workplace in stored.workplaces}
    regions = {fold(line.workplace): line.region for line in good if line.region}
    places = [known.get(fold(line.workplace)) or WorkplaceRow(line.workplace) for line in good]
    wanted = [replace(row, region=regions.get(fold(row.name), row.region)) for row in places]
    workplaces = desk.settle(
        "workplaces",
        desk.catalogue.workplaces,
        known.values(),
        wanted,
        lambda workplace: fold(workplace.name),
    )
    old = {
        (placement.track_id, placement.workplace_id): placement for placement in stored.placements
    }
    rows = {}
    for line in good:
        place = tracks[line.track].id, workplaces[fold(line.workplace)].id
        row = old.get(place, PlacementRow(*place))
        rows[line.placement] = replace(
            row,
            training_plan=line.training_plan or row.training_plan,
            weekly_hours=row.weekly_hours if line.weekly_hours is None else line.weekly_hours,
            starts_on=line.starts.isoformat() if line.starts else row.starts_on,
            ends_on=line.ends.isoformat() if line.ends else row.ends_on,
            ended_at=row.ended_at if line.over else None,
        )
    placements = desk.settle(
        "placements",
        desk.catalogue.placements,
        old.values(),
        rows.values(),
        lambda placement: (placement.track_id, placement.workplace_id),
    )
    return {key: placements[row.track_id, row.workplace_id] for key, row in rows.items()}


def _involvements(
    desk: _Desk,
    stored: Stored,
    good: Sequence[Good],
    placements: Mapping[PlacementKey, PlacementRow],
    ids: Mapping[str, int],
) -> None:
    """Settle who is around each placement; who left a line loses sight, and scores stay."""
    running = [line for line in good if not line.over]
    touched = {placements[line.placement].id for line in running}
    wanted = [
        InvolvementRow(placement.id, ids[school_id], role.value, placement.track_id)
        for line in running
        for placement in (placements[line.placement],)
        for school_id, role in sorted(line.around)
    ]
    named = {_seat(link) for link in wanted}
    links, ended = relink(
        desk.catalogue.involvements,
        desk.organisation_id,
        [
            link
            for link in stored.involvements
            if link.placement_id in touched
            # Who stands in for somebody stays; who is named has the role for good.
            and (link.substitute_id is None or _seat(link) in named)
        ],
        wanted,
        _seat,
    )
    links.count_in(desk.changes, "involvements")
    desk.changes.count(ImportChange.ENDED, "involvements", len(ended))


def _seat(link: InvolvementRow) -> tuple[int, int, str]:
    return link.placement_id, link.person_id, link.role


def _lessons(
    desk: _Desk, good: Sequence[Good], tracks: Mapping[TrackKey, TrackRow], ids: Mapping[str, int]
) -> None:
    """Settle when teachers have lessons with a class group; an empty cell leaves what is known."""
    wanted = {
        LessonRow(tracks[line.track].class_group_id, ids[school_id], lesson.weekday, starts)
        for line in good
        if not line.over
        for lesson in line.lessons
        for starts in (lesson.starts.isoformat("minutes"),)
        for school_id, role in line.around
        if role is Role.TEACHER
    }
    shelf = desk.catalogue.lessons
    named = {(lesson.class_group_id, lesson.teacher_id) for lesson in wanted}
    known = shelf.list_all(desk.organisation_id)
    links, ended = relink(
        shelf,
        desk.organisation_id,
        [lesson for lesson in known if (lesson.class_group_id, lesson.teacher_id) in named],
        sorted(wanted, key=astuple),
        astuple,
    )
    links.count_in(desk.changes, "lessons")
    desk.changes.count(ImportChange.ENDED, "lessons", len(ended))
