"""Whom a roster no longer has, with the command that ends it: no import ends a row by itself."""

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.domain.folding import fold
from bot.domain.importing.drafts import RosterRow
from bot.domain.school.tracks import Role
from bot.messages import Text, _, _n
from bot.ports.importing import FrameworkRow
from bot.use_cases.importing.roster_known import Around, Good, Known
from bot.use_cases.importing.roster_stored import Stored, track_keys

NAMED = 12
"""How many students are named at most."""


def ending_command(verb: str, student_id: str, workplace: str = "") -> str:
    """Write the command that ends a track or a placement, or takes it up again."""
    where = f" --workplace {shlex.quote(workplace)}" if workplace else ""
    return f"kompaan track {verb} {shlex.quote(student_id)}{where}"


def tell_gone(stored: Stored, rows: Sequence[RosterRow], good: Sequence[Good]) -> Iterator[Text]:
    """Name the placements that run and are not in the file, of its programmes and class groups."""
    said = {(row.student_id, fold(row.workplace)) for row in rows}
    students = {student for student, _workplace in said}
    programmes = {line.framework.code for line in good}
    groups = {fold(line.class_group) for line in good}
    names = {person.school_id: person.name for person in stored.people}
    places = {workplace.id: workplace.name for workplace in stored.workplaces}
    group_of = {group.id: fold(group.name) for group in stored.class_groups}
    in_group = {track.id: group_of[track.class_group_id] in groups for track in stored.tracks}
    keys = track_keys(stored)
    absent: dict[str, None] = {}
    for placement in stored.placements:
        student, programme = keys[placement.track_id]
        workplace = places[placement.workplace_id]
        if placement.ended_at or programme not in programmes or (student, fold(workplace)) in said:
            continue
        if student in students and placement.left_at:
            yield _(
                "{student} stopped at {workplace}, and teacher and coach are still around it; to "
                "end that as well: {command}",
                student=names[student],
                workplace=workplace,
                command=ending_command("end", student, workplace),
            )
        elif student in students:
            yield _(
                "{student} is still at {workplace}, not in this file; to end that: {command}",
                student=names[student],
                workplace=workplace,
                command=ending_command("end", student, workplace),
            )
        elif in_group[placement.track_id]:
            absent[f"{names[student]} ({student})"] = None
    yield from _absent(list(absent))
    yield from _alone(names, good)


def _alone(names: Mapping[str, str], good: Sequence[Good]) -> Iterator[Text]:
    """Name the students around whom nobody is, in any line: nothing is asked of them."""
    accompanied = {line.track for line in good if line.around}
    for line in good:
        if line.track not in accompanied and not line.over:
            yield _(
                "nobody is around {student}, who is therefore asked nothing; to end the track: "
                "{command}",
                student=names.get(line.student) or line.names[line.student],
                command=ending_command("end", line.student),
            )


def _absent(names: Iterable[str]) -> Iterator[Text]:
    every = list(names)
    if every:
        yield _n(
            "{count} student of these class groups is not in this file: {names}; to end a track: "
            "{command}",
            "{count} students of these class groups are not in this file: {names}; to end a "
            "track: {command}",
            len(every),
            command="kompaan track end ID",
            names=", ".join(every[:NAMED]) + (" …" if len(every) > NAMED else ""),
        )


def with_new_coaches(
    row: RosterRow, framework: FrameworkRow, around: Around, known: Known
) -> tuple[Around, Sequence[Text]]:
    """Put who took a student over where a line names the coach of before, and tell of it."""
    seats: set[tuple[str, Role]] = set()
    told: list[Text] = []
    for school_id, role in sorted(around):
        now = known.handed.get(((row.student_id, framework.code), school_id))
        if role is not Role.COACH or now is None:
            seats.add((school_id, role))
            continue
        seats.add((now, role))
        told.append(
            _(
                "{old} handed {student} over to {new}, who stays the coach: write {new} there; "
                "where {old} is to come back after all: --coaches-back, or /handover",
                old=known.names.get(school_id, school_id),
                student=row.student,
                new=known.names.get(now, now),
            )
        )
    return frozenset(seats), told
