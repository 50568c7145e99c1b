"""Plan against reality: what is planned at work and did not come up there yet, week by week."""

from collections.abc import Iterator, Sequence

from bot.domain.school.frameworks import Competence
from bot.messages import Quoted, Reply, Sayable, _, lines, listed, words
from bot.use_cases.planning.matrix.see_weeks import ClassWeeks, StudentWeeks, see_weeks
from handlers.planning.matrix.shown import companies_of
from handlers.planning.matrix.taps import ShowMatrix, ShowPlannedWeeks
from handlers.talking.meaning.target import Group, part_of_group
from handlers.talking.meaning.whom import nobody
from handlers.talking.phrases import and_more, first_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

TITLES = 3
"""Competences named of one student; of more it is said how many."""


def tapped_planned_weeks(turn: Turn, tap: ShowPlannedWeeks) -> Replies:
    """Show of a class group what is planned at work, and what came up of it."""
    group = part_of_group(turn, tap.track)
    if group is None:
        return [Reply(nobody(turn))]
    zone = turn.person.time_zone
    seen = see_weeks(turn.uow, turn.person.id, group.tracks, turn.at, zone)
    back = ((button(_("the whole plan"), ShowMatrix(tap.track)),),)
    return [Reply(lines(*_say(group, weeks)), back) for weeks in seen]


def _say(group: Group, weeks: ClassWeeks) -> Iterator[Sayable]:
    yield words(group.name, weeks.programme.title, by=" · ")
    if not weeks.planned:
        yield _("Nothing is planned at work yet: no training plan, and no activity list.")
        return
    if weeks.came_up:
        told = (
            _("week {week}: {count}", week=week, count=count)
            for week, count in weeks.came_up.items()
        )
        yield _(
            "Planned at work, for all students together: {total}. Come up by {weeks}.",
            total=weeks.planned,
            weeks=words(*told, by=", "),
        )
    waiting = [student for student in weeks.students if student.awaited]
    yield from (_say_student(student) for student in waiting)
    done = [student for student in weeks.students if student.planned and not student.awaited]
    if done:
        names = listed(first_name(student.column.track) for student in done)
        yield _("All that is planned came up: {names}.", names=names)


def _say_student(student: StudentWeeks) -> Sayable:
    """Say what is awaited of a student: 'Jonas: planned at Volt, nothing yet in week 9: 3 …'."""
    named: dict[str, Sayable] = {
        "student": first_name(student.column.track),
        "company": companies_of(student.column),
        "competences": _name(student.awaited),
    }
    if student.week is None:
        return _("{student}: planned at {company}, nothing yet: {competences}", **named)
    return _(
        "{student}: planned at {company}, nothing yet in week {week}: {competences}",
        week=student.week,
        **named,
    )


def _name(competences: Sequence[Competence]) -> Sayable:
    titles = [words(competence.number, Quoted(competence.title)) for competence in competences]
    return and_more(words(*titles[:TITLES], by=", "), len(titles) - TITLES)
