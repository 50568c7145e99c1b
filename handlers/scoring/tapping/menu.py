"""The way into scoring by buttons: which student, which competence, open ones first."""

from collections.abc import Sequence
from typing import TypeVar

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.colours import Counts
from bot.messages import Button, Reply, Sayable, _, lines, words
from bot.showing.words.frameworks import say_frameworks
from bot.use_cases.scoring.seeing.list_open import OpenTrack, list_open
from bot.use_cases.scoring.seeing.see_standing import see_own_counts
from handlers.scoring.helping import say_helps
from handlers.scoring.tapping.asked import ScoreMenu
from handlers.scoring.tapping.by_work import offer_work
from handlers.scoring.tapping.few_told import offer_few
from handlers.scoring.tapping.group_menu import group_buttons
from handlers.scoring.tapping.state import Steps
from handlers.scoring.tapping.steps import begin
from handlers.scoring.taps import (
    ChooseCompetence,
    ChooseStudent,
    ShowCompetences,
    ShowStudents,
)
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import COLOUR_SQUARE, colour_here, first_name, say_few, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

PAGE = 8
"""How many buttons a menu shows at once."""

T = TypeVar("T")


def choose_student(turn: Turn) -> Replies:
    """Ask which student, unless there is only one."""
    tracks = turn.scored_tracks
    if len(tracks) == 1:
        return open_competences(turn, tracks[0])
    return [_students(turn, turn.ask(ScoreMenu()), 0, edit=False)]


def _students(turn: Turn, serial: int, page: int, *, edit: bool) -> Reply:
    tracks = turn.scored_tracks
    rows: list[tuple[Button, ...]] = [
        (button(track.label, ChooseStudent(serial, track.id)),) for track in _on_page(tracks, page)
    ]
    rows += _paging(ShowStudents, serial, page, len(tracks))
    rows += group_buttons(turn, serial)
    return Reply(_("Whom do you want to score?"), tuple(rows), edit=edit)


def open_competences(turn: Turn, track: Track, *, page: int = 0, edit: bool = False) -> Replies:
    """Show a track's competences in one's own colours, those with something open first."""
    turn.remember(track)
    programme, seat = turn.programme(track), turn.seat(track)
    waiting = list_open(turn.uow, seat, track, programme, turn.at, turn.since(track))
    counted = see_own_counts(turn.uow, seat)
    menu = ScoreMenu(track=track.id)
    serial = turn.keep(menu) if edit else turn.ask(menu)
    left = {found.competence.id: len(found.waiting) for found in waiting.competences}
    ordered = _ordered(programme, waiting)
    rows = [] if page else offer_few(turn, waiting, serial)
    for competence in _on_page(ordered, page):
        colour = colour_here(programme, competence, counted.get(competence.id, Counts()))
        label = _labelled(competence, COLOUR_SQUARE[colour], left.get(competence.id, 0))
        rows.append((button(label, ChooseCompetence(serial, competence.id)),))
    rows += _paging(ShowCompetences, serial, page, len(ordered))
    rows += [] if page else offer_work(programme, waiting.occasions.running, serial)
    text = lines(
        _("{student}: which competence?", student=first_name(track)),
        say_few(waiting) if waiting.count else None,
        *say_frameworks(programme),
        say_helps(turn, track),
    )
    return [Reply(text, tuple(rows), edit=edit)]


def _ordered(programme: Programme, waiting: OpenTrack) -> list[Competence]:
    first = [found.competence for found in waiting.competences]
    return first + [competence for competence in programme.competences if competence not in first]


def _labelled(competence: Competence, square: str, left: int) -> Sayable:
    """Name a competence with its colour, and how many of its indicators are not open any more."""
    total = len(competence.indicators)
    return words(
        square, f"{competence.number} {short(competence.title)}", f"{total - left}/{total}"
    )


def _on_page(things: Sequence[T], page: int) -> Sequence[T]:
    return things[page * PAGE : (page + 1) * PAGE]


def _paging(
    shows: type[ShowStudents] | type[ShowCompetences], serial: int, page: int, total: int
) -> list[tuple[Button, ...]]:
    row = []
    if page > 0:
        row.append(button(_("‹ back"), shows(serial, page - 1)))
    if (page + 1) * PAGE < total:
        row.append(button(_("more ›"), shows(serial, page + 1)))
    return [tuple(row)] if row else []


def tapped_student(turn: Turn, tap: ChooseStudent) -> Replies:
    """Go on with the student that was tapped."""
    return _open(turn, turn.scored_track(tap.track))


def tapped_student_page(turn: Turn, tap: ShowStudents) -> Replies:
    """Show another page of students."""
    serial = turn.keep(ScoreMenu())
    return [_students(turn, serial, tap.page, edit=True)]


def tapped_page(turn: Turn, tap: ShowCompetences) -> Replies:
    """Show another page of competences."""
    return _open(turn, _of_menu(turn), tap.page)


def tapped_competence(turn: Turn, tap: ChooseCompetence) -> Replies:
    """Begin to ask a competence's indicators."""
    track = _of_menu(turn)
    competence = turn.programme(track).competence_by_id(tap.competence) if track else None
    if track is None or competence is None:
        return _open(turn, track)
    menu = turn.asked(ScoreMenu)
    return begin(turn, track, competence, context=menu.context if menu else 0)


def _open(turn: Turn, track: Track | None, page: int = 0) -> Replies:
    if track is None:
        return [Reply(nobody(turn))]
    return open_competences(turn, track, page=page, edit=True)


def _of_menu(turn: Turn) -> Track | None:
    # A second tap finds the question that the first one opened under the same serial.
    menu = turn.question
    return turn.scored_track(menu.track) if isinstance(menu, ScoreMenu | Steps) else None


def stand_at_menu(turn: Turn, menu: ScoreMenu) -> Reply | None:
    """Show the menu that is open again, where it is one student's."""
    track = turn.scored_track(menu.track)
    return open_competences(turn, track)[0] if track else None
