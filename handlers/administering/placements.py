"""Placements of a student: ended and taken up again, with nothing shown of what was scored."""

from collections.abc import Iterator, Sequence

from bot.domain.days import opening
from bot.domain.school.endings import PlacementLife
from bot.domain.school.tracks import Person
from bot.messages import Button, Day, Reply, Sayable, _, lines, words
from bot.use_cases.joining.end_placements import end_placements
from bot.use_cases.joining.resume_placements import resume_placements
from handlers.administering.people import GONE, find_here
from handlers.administering.taps import EndPlacement, ResumePlacement, ShowPerson, ShowPlacements
from handlers.talking.phrases import short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn


def tapped_placements(turn: Turn, tap: ShowPlacements) -> Replies:
    """Show where a student is placed."""
    person = find_here(turn, tap.person)
    return [_draw(turn, person) if person else Reply(GONE)]


def tapped_end(turn: Turn, tap: EndPlacement) -> Replies:
    """End a placement, once that is sure."""
    person = find_here(turn, tap.person)
    life = _find(turn, tap.person, tap.placement) if person else None
    if person is None or life is None:
        return [Reply(GONE)]
    if life.ended_at is not None:
        return [_draw(turn, person)]
    if tap.sure == "ask":
        text = _(
            "End {student} at {places}? Nobody around looks on or is asked any more. Everything "
            "that was said stays, and you can take it up again.",
            student=person.first_name,
            places=life.workplace,
        )
        sure = button(_("yes, end it"), EndPlacement(person.id, life.id, "yes"))
        rows = ((sure,), (button(_("no"), ShowPlacements(person.id)),))
        return [offer(turn, Reply(text, rows, edit=True))]
    end_placements(turn.uow, [life], turn.at, turn.person.id)
    ended = _("{student} at {workplace}: ended.", student=life.student, workplace=life.workplace)
    return [_draw(turn, person, lines(ended, _("Everything that was said stays.")))]


def tapped_resume(turn: Turn, tap: ResumePlacement) -> Replies:
    """Take a placement up again."""
    person = find_here(turn, tap.person)
    life = _find(turn, tap.person, tap.placement) if person else None
    if person is None or life is None:
        return [Reply(GONE)]
    resumed = resume_placements(turn.uow, [life], turn.at, turn.person.id)
    said = _(
        "{student} at {workplace}: taken up again, with everybody who was around.",
        student=life.student,
        workplace=life.workplace,
    )
    return [_draw(turn, person, said if resumed else None)]


def _find(turn: Turn, person_id: int, placement_id: int) -> PlacementLife | None:
    lives = turn.uow.endings.list_of_student(person_id)
    return next((life for life in lives if life.id == placement_id), None)


def _draw(turn: Turn, person: Person, said: Sayable | None = None) -> Reply:
    lives = turn.uow.endings.list_of_student(person.id)
    text = lines(
        said,
        words(person.name, words("(", person.school_id, ")", by="")),
        *_said(lives, turn.person.time_zone),
        None if lives else _("{name} is no student here.", name=person.name),
    )
    back = button(_("‹ back"), ShowPerson(person.id))
    return Reply(text, (*((_offered(person, life),) for life in lives[:12]), (back,)), edit=True)


def _said(lives: Sequence[PlacementLife], zone: str) -> Iterator[Sayable]:
    for life in lives:
        where = f"{life.programme} · {life.workplace}"
        last = life.last_day(zone)
        if last is None:
            yield _("{workplace}: runs", workplace=where)
            continue
        day = Day(opening(last, zone))
        if life.ended_at is None:
            yield _(
                "{workplace}: stopped, without its mentors; last day {day}",
                workplace=where,
                day=day,
            )
        else:
            yield _("{workplace}: ended on {day}", workplace=where, day=day)


def _offered(person: Person, life: PlacementLife) -> Button:
    where = short(life.workplace)
    if life.ended_at is None:
        label = _("end: {workplace}", workplace=where)
        return button(label, EndPlacement(person.id, life.id, "ask"))
    return button(_("take up again: {where}", where=where), ResumePlacement(person.id, life.id))
