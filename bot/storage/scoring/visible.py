"""What a person may see of scores: `visible_to` is the only way a person's question reads them.

The rows come from one table, `bot.domain.school.visibility.SIGHT`; what it does not grant is not
read, so nothing above this file can show it by mistake.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    CTE,
    Integer,
    Select,
    String,
    bindparam,
    func,
    literal,
    literal_column,
    select,
    union_all,
)
from typing_extensions import override

from bot.domain.rights.looking import OpenedKind
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SIGHT, Level, Sight
from bot.domain.scoring.colours import Counts
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery
from bot.ports import SeenColour, SeenMark, SeenNote
from bot.ports.scoring import Reads
from bot.storage.clock.afterwards import seats_afterwards
from bot.storage.connected import ReadForPeople
from bot.storage.tables import (
    colour,
    entry,
    former_involvement,
    indicator,
    involvement,
    mark,
    note,
    person,
    placement,
    track,
    workplace,
)


def _rule(viewer: Role, perspective: Role, sight: Sight) -> Select[str, str, int, int]:
    # Written out rather than bound: a VALUES list, or 48 parameters, cost more than the query.
    return select(
        literal_column(f"'{viewer.value}'", String).label("viewer_role"),
        literal_column(f"'{perspective.value}'", String).label("perspective"),
        literal_column(str(int(sight.level)), Integer).label("level"),
        literal_column(str(int(sight.all_notes)), Integer).label("all_notes"),
    )


_RULES = union_all(*(_rule(*who, sight) for who, sight in SIGHT.items())).cte("rules")


def visible_to(viewer: str = "viewer", on_track: str = "track", *, afterwards: bool = False) -> CTE:
    """Select (track_id, perspective, level, all_notes) that a viewer may see of a track.

    Both names are of bind parameters. A viewer with several roles sees the most of each. With
    `afterwards` it is also what a class council sees of a track that has ended.
    """
    past = seats_afterwards(viewer).where(former_involvement.c.track_id == bindparam(on_track))
    left = [past.with_only_columns(former_involvement.c.track_id, former_involvement.c.role)]
    roles = union_all(
        select(track.c.id.label("track_id"), literal(Role.STUDENT.value).label("role")).where(
            track.c.id == bindparam(on_track), track.c.student_id == bindparam(viewer)
        ),
        select(involvement.c.track_id, involvement.c.role).where(
            involvement.c.track_id == bindparam(on_track),
            involvement.c.person_id == bindparam(viewer),
        ),
        *(left if afterwards else ()),
    ).subquery("roles")
    return (
        select(
            roles.c.track_id,
            _RULES.c.perspective,
            func.max(_RULES.c.level).label("level"),
            func.max(_RULES.c.all_notes).label("all_notes"),
        )
        .join(_RULES, _RULES.c.viewer_role == roles.c.role)
        .group_by(roles.c.track_id, _RULES.c.perspective)
        .cte("council_sight" if afterwards else "sight")
    )


_SIGHT = visible_to()

_COLOURS = (
    select(
        colour.c.competence_id,
        colour.c.role,
        colour.c.scored,
        colour.c.acquired,
        colour.c.autonomous,
        colour.c.covered,
        colour.c.not_here,
    )
    .join(
        _SIGHT,
        (_SIGHT.c.track_id == colour.c.track_id) & (_SIGHT.c.perspective == colour.c.role),
    )
    .where(_SIGHT.c.level >= Level.COLOURS)
)


def _marks() -> Select[Any]:
    return (
        select(
            mark.c.indicator_id,
            mark.c.role,
            mark.c.mastery,
            mark.c.coverage,
            mark.c.tally,
            mark.c.not_here,
            mark.c.mastery_at,
            mark.c.said_at,
            person.c.name.label("author"),
            func.coalesce(workplace.c.name, "").label("workplace"),
        )
        .join(
            _SIGHT,
            (_SIGHT.c.track_id == mark.c.track_id) & (_SIGHT.c.perspective == mark.c.role),
        )
        .join(indicator, indicator.c.id == mark.c.indicator_id)
        .join(person, person.c.id == mark.c.author_id)
        .outerjoin(placement, placement.c.id == mark.c.placement_id)
        .outerjoin(workplace, workplace.c.id == placement.c.workplace_id)
        .where(_SIGHT.c.level >= Level.INDICATORS)
        .order_by(indicator.c.number, mark.c.role)
    )


_MARKS = _marks().where(mark.c.competence_id == bindparam("competence"))

MARK_COLUMNS = (
    mark.c.indicator_id,
    mark.c.mastery,
    mark.c.coverage,
    mark.c.tally,
    mark.c.not_here,
    mark.c.mastery_at,
    mark.c.said_at,
    mark.c.coverage_at,
)
_PERSPECTIVE = (
    select(*MARK_COLUMNS)
    .join(
        _SIGHT,
        (_SIGHT.c.track_id == mark.c.track_id) & (_SIGHT.c.perspective == mark.c.role),
    )
    .where(_SIGHT.c.level >= Level.INDICATORS, mark.c.role == bindparam("role"))
)
_PERSPECTIVE_OF_ONE = _PERSPECTIVE.where(mark.c.competence_id == bindparam("competence"))

_NOTES = (
    select(
        note.c.competence_id,
        note.c.indicator_id,
        note.c.role,
        person.c.name.label("author"),
        note.c.text,
        note.c.said_at,
        note.c.id,
    )
    .join(
        _SIGHT,
        (_SIGHT.c.track_id == note.c.track_id) & (_SIGHT.c.perspective == note.c.role),
    )
    .join(entry, entry.c.id == note.c.entry_id)
    .join(person, person.c.id == note.c.author_id)
    .where(
        note.c.competence_id == bindparam("competence"),
        entry.c.undone_at.is_(None),
        _SIGHT.c.level >= Level.INDICATORS,
        (_SIGHT.c.all_notes == 1) | (note.c.author_id == bindparam("viewer")),
    )
    .order_by(note.c.said_at.desc(), note.c.id.desc())
)

_MASTERY: dict[str | None, Mastery | None] = {
    None: None,
    **{mastery.value: mastery for mastery in Mastery},
}
_COVERAGE: dict[str | None, Coverage | None] = {
    None: None,
    **{coverage.value: coverage for coverage in Coverage},
}


class VisibleReads(ReadForPeople, Reads):
    """Reads of scores for a person, on one connection."""

    @override
    def read_colours(self, viewer_id: int, track_id: int) -> Sequence[SeenColour]:
        rows = self._read(_COLOURS, track_id, OpenedKind.REPORT, viewer=viewer_id)
        return [
            SeenColour(
                row.competence_id,
                Role(row.role),
                Counts(row.scored, row.acquired, row.autonomous, row.covered, row.not_here),
            )
            for row in rows
        ]

    @override
    def read_marks(self, viewer_id: int, track_id: int, competence_id: int) -> Sequence[SeenMark]:
        asked = {"viewer": viewer_id, "competence": competence_id}
        return [_seen(row) for row in self._read(_MARKS, track_id, OpenedKind.CARD, **asked)]

    @override
    def read_perspective(
        self, viewer_id: int, track_id: int, role: Role, competence_id: int | None = None
    ) -> dict[int, Mark]:
        asked: dict[str, Any] = {"viewer": viewer_id, "role": role.value}
        statement = _PERSPECTIVE
        if competence_id is not None:
            statement = _PERSPECTIVE_OF_ONE
            asked["competence"] = competence_id
        return marks_of(self._read(statement, track_id, OpenedKind.CARD, **asked))

    @override
    def read_notes(self, viewer_id: int, track_id: int, competence_id: int) -> Sequence[SeenNote]:
        asked = {"viewer": viewer_id, "competence": competence_id}
        return [
            SeenNote(
                row.competence_id,
                row.indicator_id,
                Role(row.role),
                row.author,
                row.text,
                row.said_at,
                row.id,
            )
            for row in self._read(_NOTES, track_id, OpenedKind.NOTES, **asked)
        ]

    def _read(
        self, statement: Select[Any], track_id: int, kind: OpenedKind, **asked: Any
    ) -> Sequence[Any]:
        """Read of a track, and count it in where there was anything to see."""
        rows = self._connection.execute(statement, {"track": track_id, **asked}).all()
        if rows:
            self._glimpses.count_in([track_id], kind)
        return rows


def marks_of(rows: Iterable[Any]) -> dict[int, Mark]:
    """Make marks, by indicator, of rows of MARK_COLUMNS."""
    return {
        indicator: Mark(_MASTERY[mastery], _COVERAGE[coverage], *rest)
        for indicator, mastery, coverage, *rest in rows
    }


def mark_of(row: Any) -> Mark:
    """Make a mark of a row that has the mark's columns."""
    return Mark(
        mastery=_MASTERY[row.mastery],
        coverage=_COVERAGE[row.coverage],
        tally=row.tally,
        not_here=row.not_here,
        mastery_at=row.mastery_at,
        said_at=row.said_at,
    )


def _seen(row: Any) -> SeenMark:
    return SeenMark(row.indicator_id, Role(row.role), mark_of(row), row.author, row.workplace)
