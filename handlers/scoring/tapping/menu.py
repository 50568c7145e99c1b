"""The way into scoring by buttons: which student, which competence, open ones first."""

from collections.abc import Sequence

from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Track
from bot.domain.scoring.colours import Counts
from bot.messages import Button, Reply, _, _n, lines, words
from bot.use_cases.scoring.list_open import OpenCompetence, list_open
from handlers.scoring.tapping.asked import ScoreMenu
from handlers.scoring.tapping.group_menu import group_buttons
from handlers.scoring.tapping.steps import begin
from handlers.talking.phrases import COLOUR_SQUARE, colour_here, first_name, short
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import nobody

PAGE = 8
"""How many buttons a menu shows at once."""


def choose_student(turn: Turn) -> Replies:
    """Ask which student, unless there is only one."""
    tracks = turn.scored_tracks
    if len(tracks) == 1:
        return open_competences(turn, tracks[0])
    return [_students(turn, turn.ask(ScoreMenu()), 0, edit=False)]


def _students(turn: Turn, serial: int, page: int, *, edit: bool) -> Reply:
    tracks = turn.scored_tracks
    shown = tracks[page * PAGE : (page + 1) * PAGE]
    rows: list[tuple[Button, ...]] = [
        (Button(f"{track.student} · {track.class_group}", f"st:{serial}:{track.id}"),)
        for track in shown
    ]
    rows += _paging("sp", serial, page, len(tracks))
    rows += group_buttons(turn, serial)
    return Reply(_("Whom do you want to score?"), tuple(rows), edit=edit)


def open_competences(turn: Turn, track: Track, *, page: int = 0, edit: bool = False) -> Replies:
    """Show a track's competences in one's own colours, those with something open first."""
    turn.remember(track)
    programme = turn.programme(track)
    seat = turn.seat(track)
    waiting = list_open(turn.uow, seat, track, programme, turn.at, turn.since(track))
    menu = ScoreMenu(track=track.id)
    serial = turn.keep(menu) if edit else turn.ask(menu)
    order = _ordered(programme, waiting.competences)
    seen = turn.uow.reads.read_colours(turn.person.id, track.id)
    own = {one.competence_id: one.counts for one in seen if one.role is seat.role}
    left = {one.competence.id: len(one.open_ones) for one in waiting.competences}
    rows: list[tuple[Button, ...]] = [
        (
            _competence_button(
                programme, one, own.get(one.id, Counts()), left.get(one.id, 0), serial
            ),
        )
        for one in order[page * PAGE : (page + 1) * PAGE]
    ]
    rows += _paging("cp", serial, page, len(order))
    text = lines(
        _("{student}: which competence?", student=first_name(track)),
        _n(
            "{count} indicator still waits for you.",
            "{count} indicators still wait for you.",
            waiting.count,
        )
        if waiting.count
        else None,
    )
    return [Reply(text, tuple(rows), edit=edit)]


def _ordered(programme: Programme, waiting: Sequence[OpenCompetence]) -> list[Competence]:
    first = [one.competence for one in waiting]
    return first + [one for one in programme.competences if one not in first]


def _competence_button(
    programme: Programme, competence: Competence, counts: Counts, left: int, serial: int
) -> Button:
    """Show a competence in its colour, with how many of its indicators are not open any more."""
    colour = colour_here(programme, competence, counts)
    total = len(competence.indicators)
    label = words(
        COLOUR_SQUARE[colour],
        f"{competence.number} {short(competence.title)}",
        f"{total - left}/{total}",
    )
    return Button(label, f"sc:{serial}:{competence.id}")


def _paging(verb: str, serial: int, page: int, total: int) -> list[tuple[Button, ...]]:
    row = []
    if page > 0:
        row.append(Button(_("‹ back"), f"{verb}:{serial}:{page - 1}"))
    if (page + 1) * PAGE < total:
        row.append(Button(_("more ›"), f"{verb}:{serial}:{page + 1}"))
    return [tuple(row)] if row else []


def tapped_student(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Go on with the student that was tapped."""
    track = turn.track(int(arguments[0]))
    if track is None or track.scoring_role is None:
        return [Reply(nobody(turn))]
    return open_competences(turn, track, edit=True)


def tapped_student_page(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Show another page of students."""
    serial = turn.keep(ScoreMenu())
    return [_students(turn, serial, int(arguments[0]), edit=True)]


def tapped_page(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Show another page of competences."""
    track = _of_menu(turn)
    if track is None or track.scoring_role is None:
        return [Reply(nobody(turn))]
    return open_competences(turn, track, page=int(arguments[0]), edit=True)


def tapped_competence(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Begin to ask a competence's indicators."""
    track = _of_menu(turn)
    if track is None or track.scoring_role is None:
        return [Reply(nobody(turn))]
    competence = turn.programme(track).competence_by_id(int(arguments[0]))
    if competence is None:
        return open_competences(turn, track, edit=True)
    return begin(turn, track, competence)


def _of_menu(turn: Turn) -> Track | None:
    menu = turn.asked(ScoreMenu)
    return turn.track(menu.track) if menu else None


def stand_at_menu(turn: Turn, menu: ScoreMenu) -> Reply | None:
    """Show the menu that is open again, where it is one student's."""
    track = turn.track(menu.track)
    return open_competences(turn, track)[0] if track and track.scoring_role else None
