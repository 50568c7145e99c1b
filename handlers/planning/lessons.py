"""When a teacher has lessons with which class group: shown, added and removed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import time

from bot.domain.folding import fold
from bot.domain.planning.lessons import LessonTime, NoTime, read_times
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Reply, Sayable, Weekday, _, lines, words
from bot.ports.planning import Timetable
from handlers.talking.turn import Replies, Turn

BUTTONS = 40
"""Rows below one message."""

WEEKDAYS = range(5)
HOURS = range(8, 22)
MINUTES = (0, 10, 15, 20, 30, 40, 45, 50)
"""What can be tapped: before lessons on other days nothing is told, other times are typed."""

ROW = 4

NO_GROUP = _("You teach no class group at the moment.")


def lessons(turn: Turn, words_: str) -> Replies:
    """Answer `/lessons`, with or without a class group and times behind it."""
    groups = _taught(turn)
    if not groups:
        return [Reply(NO_GROUP)]
    if not words_.strip():
        return [_shown(turn)]
    named = _parted(words_, groups)
    if named is None:
        names = ", ".join(groups)
        return [
            Reply(
                _(
                    "Begin with one of your class groups: {names}. Nothing was stored.",
                    names=names,
                )
            )
        ]
    group, written = named
    try:
        return _added(turn, groups[group], group, read_times(written))
    except NoTime as no_time:
        return [
            Reply(
                _(
                    "I do not understand '{time}' as a time of the week, such as mon 8:30. "
                    "Nothing was stored.",
                    time=str(no_time)[:40],
                )
            )
        ]


def _taught(turn: Turn) -> dict[str, Track]:
    """Give the class groups that this person teaches, each by one of its tracks."""
    found: dict[str, Track] = {}
    for track in turn.tracks:
        if track.scoring_role is Role.TEACHER:
            found.setdefault(track.class_group, track)
    return found


def _parted(written: str, groups: dict[str, Track]) -> tuple[str, str] | None:
    """Part the class group from the times; a teacher of one group may leave its name out."""
    folded = fold(written) + " "
    for name in sorted(groups, key=len, reverse=True):
        if folded.startswith(fold(name) + " "):
            rest = written.split(maxsplit=len(name.split()))
            return name, rest[-1] if len(rest) > len(name.split()) else ""
    return (next(iter(groups)), written) if len(groups) == 1 else None


def _added(turn: Turn, track: Track, group: str, times: Sequence[LessonTime]) -> Replies:
    if not times:
        return [_shown(turn)]
    known = _table(turn, track.class_group_id)
    _put(turn, track.class_group_id, {*(known.times if known else ()), *times})
    added = _(
        "{group}: {times} added. Before each lesson on a working day I tell you what happened at "
        "the workplaces.",
        group=group,
        times=words(*map(_said, times), by=", "),
    )
    shown = _shown(turn)
    return [Reply(words(added, shown.text, by="\n\n"), shown.buttons)]


def tapped_lesson(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Take a lesson time away."""
    group, weekday, hour, minute = map(int, arguments)
    known = _table(turn, group)
    if known is not None and hour < 24 and minute < 60:
        gone = LessonTime(weekday, time(hour, minute))
        _put(turn, group, set(known.times) - {gone})
    return [replace(_shown(turn), edit=True)]


def tapped_new_lesson(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Add a lesson time by tapping: the day, then the hour, then the minutes."""
    group, *chosen = map(int, arguments)
    track = next((one for one in _taught(turn).values() if one.class_group_id == group), None)
    if track is None:
        return [Reply(NO_GROUP)]
    choices: list[tuple[Sayable, str]]
    match chosen:
        case [weekday, hour, minute] if hour < 24 and minute < 60:
            times = [LessonTime(weekday, time(hour, minute))]
            return [
                replace(one, edit=True) for one in _added(turn, track, track.class_group, times)
            ]
        case [weekday, hour]:
            question = _("At what time exactly?")
            times_ = [f"{hour}:{minute:02}" for minute in MINUTES]
            choices = [(one, f"{weekday}:{one}") for one in times_]
        case [weekday]:
            question = _("At what hour?")
            choices = [(f"{hour}:…", f"{weekday}:{hour}") for hour in HOURS]
        case _:
            question = _("On which day?")
            choices = [(Weekday(day), str(day)) for day in WEEKDAYS]
    buttons = [Button(label, f"la:{group}:{code}") for label, code in choices]
    rows = [tuple(buttons[at : at + ROW]) for at in range(0, len(buttons), ROW)]
    text = words(track.class_group, *map(Weekday, chosen[:1]), question, by=" · ")
    return [Reply(text, (*rows, (Button(_("‹ back"), "ls"),)), edit=True)]


def tapped_lessons(turn: Turn, _arguments: Sequence[str]) -> Replies:
    """Go back to the lesson times."""
    return [replace(_shown(turn), edit=True)]


def _put(turn: Turn, class_group_id: int, times: set[LessonTime]) -> None:
    turn.uow.lessons.set_times(turn.person.organisation_id, class_group_id, turn.person.id, times)


def _table(turn: Turn, class_group_id: int) -> Timetable | None:
    tables = turn.uow.lessons.list_of_teacher(turn.person.id)
    return next((one for one in tables if one.class_group_id == class_group_id), None)


def _shown(turn: Turn) -> Reply:
    tables = turn.uow.lessons.list_of_teacher(turn.person.id)
    groups = _taught(turn)
    buttons = (*_adding(groups), *_removing(tables))
    return Reply(lines(*_lines(tables, next(iter(groups), ""))), buttons[:BUTTONS])


def _lines(tables: Sequence[Timetable], group: str) -> Iterator[Sayable]:
    if not tables:
        yield _("I do not know yet when you teach.")
    for table in tables:
        yield words(f"{table.class_group}:", words(*map(_said, table.times), by=", "))
    yield _("Add a time by tapping, or by typing: /lessons {group} mon 8:30", group=group)


def _adding(groups: Mapping[str, Track]) -> Iterator[tuple[Button, ...]]:
    for name, track in groups.items():
        yield (Button(_("add a time for {group}", group=name), f"la:{track.class_group_id}"),)


def _removing(tables: Sequence[Timetable]) -> Iterator[tuple[Button, ...]]:
    for table in tables:
        for one in table.times:
            code = f"lt:{table.class_group_id}:{one.weekday}:{one.starts:%H:%M}"
            yield (Button(words("✕", f"{table.class_group},", _said(one)), code),)


def _said(one: LessonTime) -> Sayable:
    return words(Weekday(one.weekday), f"{one.starts.hour}:{one.starts:%M}")
