"""When a teacher has lessons with which class group: shown, added by typing, removed by tapping."""

from collections.abc import Iterator, Sequence
from datetime import time

from bot.domain.folding import fold
from bot.domain.lessons import LessonTime, NoTime, read_times
from bot.domain.tracks import Role, Track
from bot.messages import Button, Reply, Sayable, Weekday, _, lines, words
from bot.ports.lessons import Timetable
from handlers.turn import Replies, Turn

BUTTONS = 16


def lessons(turn: Turn, words_: str) -> Replies:
    """Answer `/lessons`, with or without a class group and times behind it."""
    groups = _taught(turn)
    if not groups:
        return [Reply(_("You teach no class group at the moment."))]
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
    known = _table(turn, track.class_group_id)
    before = known.times if known else ()
    _put(turn, track.class_group_id, {*before, *times})
    if not times:
        return [_shown(turn)]
    added = _(
        "{group}: {times} added. Before each lesson I tell you what happened at the workplaces.",
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
    shown = _shown(turn)
    return [Reply(shown.text, shown.buttons, edit=True)]


def _put(turn: Turn, class_group_id: int, times: set[LessonTime]) -> None:
    turn.uow.lessons.put(turn.person.organisation_id, class_group_id, turn.person.id, times)


def _table(turn: Turn, class_group_id: int) -> Timetable | None:
    tables = turn.uow.lessons.of_teacher(turn.person.id)
    return next((one for one in tables if one.class_group_id == class_group_id), None)


def _shown(turn: Turn) -> Reply:
    tables = turn.uow.lessons.of_teacher(turn.person.id)
    group = next(iter(_taught(turn)), "")
    return Reply(lines(*_lines(tables, group)), tuple(_buttons(tables))[:BUTTONS])


def _lines(tables: Sequence[Timetable], group: str) -> Iterator[Sayable]:
    if not tables:
        yield _("I do not know yet when you teach.")
    for table in tables:
        yield words(f"{table.class_group}:", words(*map(_said, table.times), by=", "))
    yield _("Add a time by typing: /lessons {group} mon 8:30", group=group)


def _buttons(tables: Sequence[Timetable]) -> Iterator[tuple[Button, ...]]:
    for table in tables:
        for one in table.times:
            code = f"lt:{table.class_group_id}:{one.weekday}:{one.starts:%H:%M}"
            yield (Button(words("✕", f"{table.class_group},", _said(one)), code),)


def _said(one: LessonTime) -> Sayable:
    return words(Weekday(one.weekday), f"{one.starts.hour}:{one.starts:%M}")
