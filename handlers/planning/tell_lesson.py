"""Before a lesson: what happened at the workplaces since the last one, and who lacks what."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from bot.domain.school.tracks import Role
from bot.messages import Moment, Sayable, _, lines, words
from bot.ports.telling.errands import Errand
from bot.use_cases.planning.plan_lessons import since_lesson_before
from bot.use_cases.planning.see_workplaces import IndicatorNumbers, Workplace, see_workplaces
from handlers.talking.phrases import and_more, first_name, spans
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

NAMED = 30
"""Students named in one message: a class group."""

NUMBERS = 12
"""Indicators named of one student; of more only how many."""


def tell_lesson(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say what the workplaces of each class group brought since its last lesson."""
    parts = [part for errand in errands for part in _say_lesson(turn, errand)]
    return MessagePart(lines(*parts)) if parts else None


def _say_lesson(turn: Turn, errand: Errand) -> Iterator[Sayable]:
    starts, since = errand.expires_at, since_lesson_before(errand)
    tables = turn.uow.lessons.list_of_teacher(turn.person.id)
    group = next(
        (table.class_group for table in tables if table.has(starts, errand.about_id)), None
    )
    tracks = [
        track
        for track in turn.tracks
        if track.scoring_role is Role.TEACHER and track.class_group_id == errand.about_id
    ]
    if group is None or not tracks:
        return
    workplaces = see_workplaces(turn.uow, turn.person.id, tracks, since)
    when = Moment(starts)
    if all(workplace.quiet for workplace in workplaces):
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
        yield from _say_news(workplaces)


def _say_news(workplaces: Sequence[Workplace]) -> Iterator[Sayable]:
    """Say first what the whole group lacks, then what is new, then what each still lacks."""
    lacking = [set(workplace.missing) for workplace in workplaces]
    whole_group = set.intersection(*lacking) if len(lacking) > 1 else set()
    if whole_group:
        numbers = ", ".join(spans(sorted(whole_group)))
        yield _("Nobody met these at work yet: {numbers}.", numbers=numbers)
    named = workplaces[:NAMED]
    yield from (_say_new(workplace) for workplace in named if not workplace.quiet)
    missing = [text for workplace in named if (text := _say_missing(workplace, whole_group))]
    if missing:
        yield _("Not met at work yet: {list}", list=" · ".join(missing))


def _say_new(workplace: Workplace) -> Sayable:
    said = [
        words(text, _list(places))
        for text, places in (
            (_("new"), workplace.covered),
            (_("now alone"), workplace.mastered),
            (_("not at this workplace"), workplace.not_here),
        )
        if places
    ]
    return words(f"{first_name(workplace.track)}:", words(*said, by=" · "))


def _list(places: Sequence[IndicatorNumbers]) -> Sayable:
    """Write places with neighbours together: '10.1-3, 10.7'; of many the first ones."""
    named = [
        f"{competence}.{span}"
        for competence, own in groupby(places[:NUMBERS], key=lambda place: place[0])
        for span in spans([indicator for _competence, indicator in own])
    ]
    return and_more(", ".join(named), len(places) - NUMBERS)


def _say_missing(workplace: Workplace, whole_group: Collection[int]) -> str:
    numbers = [number for number in workplace.missing if number not in whole_group]
    return f"{first_name(workplace.track)} {', '.join(spans(numbers))}" if numbers else ""
