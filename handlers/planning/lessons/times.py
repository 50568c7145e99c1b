"""When a teacher has lessons with which class group: shown, added and removed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import time

from bot.domain.folding import fold
from bot.domain.planning.lessons import LessonTime, NoTime, read_times
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Reply, Sayable, Weekday, _, colon, lines, listed, words
from bot.ports.planning.lessons import Timetable
from bot.use_cases.planning.lessons.change_lessons import add_lessons, remove_lesson
from handlers.planning.lessons.taps import AddLesson, RemoveLesson, ShowLessons
from handlers.planning.lessons.tell import show_week
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

BUTTONS = 40
"""Rows below one message."""

WEEKDAYS = range(5)
HOURS = range(8, 22)
MINUTES = (0, 10, 15, 20, 30, 40, 45, 50)
"""What can be tapped: before lessons on other days nothing is told, other times are typed."""

ROW = 4

NO_GROUP = _("You teach no class group at the moment.")


def keep_lessons(turn: Turn, words_: str) -> Replies:
    """Answer `/lessons`, with or without a class group and times behind it."""
    groups = _list_taught(turn)
    if not groups:
        return [Reply(NO_GROUP)]
    if not words_.strip():
        return [_show(turn)]
    named = _part(words_, groups)
    if named is None:
        names = listed(groups)
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
        return _add(turn, groups[group], read_times(written))
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


def _list_taught(turn: Turn) -> dict[str, Track]:
    """List the class groups that this person teaches, by name, each with one of its tracks."""
    found: dict[str, Track] = {}
    for track in turn.tracks:
        if track.scoring_role is Role.TEACHER:
            found.setdefault(track.class_group, track)
    return found


def _part(written: str, groups: dict[str, Track]) -> tuple[str, str] | None:
    """Part the class group from the times; a teacher of one group may leave its name out."""
    folded = fold(written) + " "
    for name in sorted(groups, key=len, reverse=True):
        if folded.startswith(fold(name) + " "):
            rest = written.split(maxsplit=len(name.split()))
            return name, rest[-1] if len(rest) > len(name.split()) else ""
    return (next(iter(groups)), written) if len(groups) == 1 else None


def _add(turn: Turn, track: Track, times: Sequence[LessonTime]) -> Replies:
    if not times:
        return [show_week(turn, track.class_group, track.class_group_id), _show(turn)]
    add_lessons(turn.uow, turn.person, track.class_group_id, times, turn.at)
    added = _(
        "{group}: {times} added. Before a lesson on a working day I tell you what is new at the "
        "workplaces; /lessons {group} shows it at any time.",
        group=track.class_group,
        times=listed(map(_say, times)),
    )
    shown = _show(turn)
    return [Reply(words(added, shown.text, by="\n\n"), shown.buttons)]


def tapped_removal(turn: Turn, tap: RemoveLesson) -> Replies:
    """Take a lesson time away."""
    time = LessonTime(tap.weekday, tap.starts)
    remove_lesson(turn.uow, turn.person, tap.class_group, time, turn.at)
    return [replace(_show(turn), edit=True)]


def tapped_addition(turn: Turn, tap: AddLesson) -> Replies:
    """Add a lesson time by tapping: the day, then the hour, then the minutes."""
    taught = _list_taught(turn).values()
    track = next((track for track in taught if track.class_group_id == tap.class_group), None)
    if track is None:
        return [Reply(NO_GROUP)]
    group = tap.class_group
    match tap.weekday, tap.hour, tap.minute:
        case int(weekday), int(hour), int(minute) if hour < 24 and minute < 60:
            added = _add(turn, track, [LessonTime(weekday, time(hour, minute))])
            return [replace(reply, edit=True) for reply in added]
        case int(weekday), int(hour), None:
            question = _("At what time exactly?")
            buttons = [
                button(f"{hour}:{at:02}", AddLesson(group, weekday, hour, at)) for at in MINUTES
            ]
        case int(weekday), None, None:
            question = _("At what hour?")
            buttons = [button(f"{at}:…", AddLesson(group, weekday, at)) for at in HOURS]
        case _:
            question = _("On which day?")
            buttons = [button(Weekday(day), AddLesson(group, day)) for day in WEEKDAYS]
    rows = [tuple(buttons[at : at + ROW]) for at in range(0, len(buttons), ROW)]
    day = [] if tap.weekday is None else [Weekday(tap.weekday)]
    text = words(track.class_group, *day, question, by=" · ")
    return [Reply(text, (*rows, (button(_("‹ back"), ShowLessons()),)), edit=True)]


def tapped_lessons(turn: Turn, _tap: ShowLessons) -> Replies:
    """Go back to the lesson times."""
    return [replace(_show(turn), edit=True)]


def _show(turn: Turn) -> Reply:
    tables = turn.uow.lessons.list_of_teacher(turn.person.id)
    groups = _list_taught(turn)
    buttons = (*_offer_addition(groups), *_offer_removal(tables))
    return Reply(lines(*_say_tables(tables, next(iter(groups), ""))), buttons[:BUTTONS])


def _say_tables(tables: Sequence[Timetable], group: str) -> Iterator[Sayable]:
    if not tables:
        yield _("I do not know yet when you teach.")
    for table in tables:
        yield words(colon(table.class_group), listed(map(_say, table.times)))
    yield _("Add a time by tapping, or by typing: /lessons {group} mon 8:30", group=group)


def _offer_addition(groups: Mapping[str, Track]) -> Iterator[tuple[Button, ...]]:
    for name, track in groups.items():
        label = _("add a time for {group}", group=name)
        yield (button(label, AddLesson(track.class_group_id)),)


def _offer_removal(tables: Sequence[Timetable]) -> Iterator[tuple[Button, ...]]:
    for table in tables:
        for lesson in table.times:
            label = _("✕ remove: {what}", what=words(f"{table.class_group},", _say(lesson)))
            tap = RemoveLesson(table.class_group_id, lesson.weekday, lesson.starts)
            yield (button(label, tap),)


def _say(lesson: LessonTime) -> Sayable:
    return words(Weekday(lesson.weekday), f"{lesson.starts.hour}:{lesson.starts:%M}")
