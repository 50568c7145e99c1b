"""The class matrix: what the workplaces of a class group train, for its teacher and coach."""

from collections.abc import Sequence

from bot.domain.planning.matrix import CompetenceAtPlaces
from bot.domain.school.tracks import Role
from bot.messages import (
    Button,
    Day,
    MatrixCell,
    MatrixPicture,
    MatrixRow,
    MatrixSheet,
    Reply,
    Sayable,
    _,
    _n,
    lines,
    words,
)
from bot.showing.caption import caption_of
from bot.showing.matrix import arranged_matrix, matrix_words
from bot.use_cases.planning.matrix.see_matrix import Column, Matrix, see_matrix
from handlers.planning.campus.taps import OpenLesson
from handlers.planning.matrix.taps import BringMatrix, ShowMatrix, ShowPlannedWeeks, ShowTuning
from handlers.talking.meaning.target import Group, groups_of, part_of_group
from handlers.talking.meaning.whom import Unclear, nobody
from handlers.talking.phrases import full_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn


def list_planned(turn: Turn) -> Sequence[Group]:
    """List the class groups of which this person may see the plan. Raises Unclear without any."""
    groups = groups_of(turn)
    if not groups:
        raise Unclear(Reply(_("The plan of a class group is for teachers and coaches.")))
    return groups


def show_matrix(turn: Turn, group: Group) -> Replies:
    """Answer `/plan` about a class group."""
    matrices = see_matrix(turn.uow, turn.person.id, group.tracks)
    return [_shown(turn, group, matrix) for matrix in matrices] or [Reply(nobody(turn))]


def tapped_matrix(turn: Turn, tap: ShowMatrix) -> Replies:
    """Show the matrix of the class group of a button."""
    group = part_of_group(turn, tap.track)
    return [Reply(nobody(turn))] if group is None else show_matrix(turn, group)


def tapped_matrix_sheet(turn: Turn, tap: BringMatrix) -> Replies:
    """Bring the matrix of a class group as a spreadsheet."""
    group = part_of_group(turn, tap.track)
    if group is None:
        return [Reply(nobody(turn))]
    matrices = see_matrix(turn.uow, turn.person.id, group.tracks)
    text = _(
        "{group} as a spreadsheet. It holds what people are at: keep it safe.", group=group.name
    )
    sheets = (MatrixSheet(describe_matrix(turn, group, matrix), turn.at) for matrix in matrices)
    return [Reply(text, files=tuple(sheets))]


def _shown(turn: Turn, group: Group, matrix: Matrix) -> Reply:
    picture = describe_matrix(turn, group, matrix)
    buttons = _buttons(matrix.columns)
    return Reply(lines(caption_of(picture), *_told(picture)), buttons, files=(picture,))


def _buttons(columns: Sequence[Column]) -> tuple[tuple[Button, ...], ...]:
    track_id = columns[0].track.id
    rows = [
        (button(_("groups of the next lesson"), OpenLesson(track_id, 0)),),
        (button(_("planned, and nothing yet"), ShowPlannedWeeks(track_id)),),
        (button(_("as a spreadsheet"), BringMatrix(track_id)),),
    ]
    if Role.COACH in columns[0].track.roles:
        rows.append((button(_("are campus and work tuned?"), ShowTuning(track_id)),))
    return tuple(rows)


def describe_matrix(turn: Turn, group: Group, matrix: Matrix) -> MatrixPicture:
    """Describe a matrix as it stands now."""
    whole = MatrixPicture(
        title=words(group.name, matrix.programme.title, by=" · "),
        students=tuple(full_name(column.track) for column in matrix.columns),
        companies=tuple(companies_of(column) for column in matrix.columns),
        rows=tuple(
            MatrixRow(
                line.competence.number,
                line.competence.title,
                tuple(map(_cell, line.cells)),
                line.gap,
                line.covered,
            )
            for line in matrix.lines
        ),
        day=Day(turn.at, full=True),
    )
    return arranged_matrix(whole)


def companies_of(column: Column) -> str:
    """Name the companies of a student."""
    return ", ".join(dict.fromkeys(company.name for company in column.companies))


def _cell(cell: CompetenceAtPlaces) -> MatrixCell:
    return MatrixCell(cell.planned_at_work, cell.at_work, bool(cell.alone), cell.before)


def _told(picture: MatrixPicture) -> list[Sayable]:
    """Say each competence of which something is known; of the others how many there are."""
    known = [row for row in picture.rows if any(cell != MatrixCell() for cell in row.cells)]
    silent = len(picture.rows) - len(known)
    told: list[Sayable] = [
        words(f"{row.number} {row.title}:", words(*matrix_words(row), by=" · ")) for row in known
    ]
    if silent:
        told.append(
            _n(
                "Neither planned at work nor come up: {count} competence.",
                "Neither planned at work nor come up: {count} competences.",
                silent,
            )
        )
    return told
