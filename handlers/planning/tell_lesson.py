"""Before a lesson: what happened at the workplaces since the last one, and who lacks what."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from bot.domain.school.tracks import Role
from bot.messages import Moment, Sayable, _, _n, lines, words
from bot.ports.telling.errands import Errand
from bot.use_cases.planning.plan_lessons import since_lesson_before
from bot.use_cases.planning.see_workplaces import IndicatorNumbers, Workplace, see_workplaces
from handlers.talking.phrases import first_name, spans
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

NAMED = 30
"""Students named in one message: a class group."""

NUMBERS = 12
"""Indicators named of one student; of more only how many."""


def lesson(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say what the workplaces of each class group brought since its last lesson."""
    parts = [part for errand in errands for part in _of_lesson(turn, errand)]
    return MessagePart(lines(*parts)) if parts else None


def _of_lesson(turn: Turn, errand: Errand) -> Iterator[Sayable]:
    starts, since = errand.expires_at, since_lesson_before(errand)
    tables = turn.uow.lessons.list_of_teacher(turn.person.id)
    group = next((one.class_group for one in tables if one.has(starts, errand.about_id)), None)
    tracks = [
        one
        for one in turn.tracks
        if one.scoring_role is Role.TEACHER and one.class_group_id == errand.about_id
    ]
    if group is None or not tracks:
        return
    seen = see_workplaces(turn.uow, turn.person.id, tracks, since)
    when = Moment(starts)
    if all(one.quiet for one in seen):
        yield _(
            "{group}, lesson on {when}: nothing new from the workplaces since the last one.",
            group=group,
            when=when,
        )
    else:
        yield _(
            "{group}, lesson on {when}. At the workplaces since the last one:",
            group=group,
            when=when,
        )
        yield from _news(seen)


def _news(seen: Sequence[Workplace]) -> Iterator[Sayable]:
    """Say first what the whole group lacks, then what is new, then what each still lacks."""
    whole_group = set.intersection(*(set(one.missing) for one in seen)) if len(seen) > 1 else set()
    if whole_group:
        numbers = ", ".join(spans(sorted(whole_group)))
        yield _("Nobody met these at work yet: {numbers}.", numbers=numbers)
    yield from (_line(one) for one in seen[:NAMED] if not one.quiet)
    missing = [text for one in seen[:NAMED] if (text := _missing(one, whole_group))]
    if missing:
        yield _("Not met at work yet: {list}", list=" · ".join(missing))


def _line(one: Workplace) -> Sayable:
    said = [
        words(text, _listed(places))
        for text, places in ((_("new"), one.covered), (_("now alone"), one.mastered))
        if places
    ]
    return words(f"{first_name(one.track)}:", words(*said, by=" · "))


def _listed(places: Sequence[IndicatorNumbers]) -> Sayable:
    """Write places with neighbours together: '10.1-3, 10.7'; of many the first ones."""
    named = [
        f"{competence}.{span}"
        for competence, own in groupby(places[:NUMBERS], key=lambda place: place[0])
        for span in spans([indicator for _competence, indicator in own])
    ]
    more = len(places) - NUMBERS
    listed = ", ".join(named)
    return words(listed, _n("and {count} more", "and {count} more", more)) if more > 0 else listed


def _missing(one: Workplace, whole_group: Collection[int]) -> str:
    numbers = [number for number in one.missing if number not in whole_group]
    return f"{first_name(one.track)} {', '.join(spans(numbers))}" if numbers else ""
