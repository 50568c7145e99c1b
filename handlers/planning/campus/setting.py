"""How groups on campus are made with a class group: set once with the teacher, by tapping."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.domain.planning.scenarios import MOST_SESSIONS
from bot.domain.planning.settings import CampusSetting
from bot.domain.school.frameworks import Competence
from bot.messages import Button, Reply, Sayable, Text, _, _n, lines, words
from bot.ports.acts import Doer
from bot.use_cases.planning.campus.change_setting import change_need, change_setting
from bot.use_cases.planning.campus.plan_ahead import ClassPlan
from handlers.planning.campus.acting import on_own_class
from handlers.planning.campus.finding import see_plan, track_of
from handlers.planning.campus.taps import SetGroups, SetNeed, ShowLesson
from handlers.planning.scenarios.keeping import count_sessions
from handlers.talking.phrases import short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

GROUPS = (1, 2, 3, 4)
SIZES = (0, 2, 3, 4, 5, 6, 8)
CLASSES = (0, 8, 10, 12, 16, 20, 24)
"""What can be tapped, 0 being no limit; other numbers are typed."""

CHOSEN = "●"
BESIDE = 3
"""Choices beside each other, below the first, so that a phone shows their words."""

SESSIONS = (1, 2, 3, 4, 5, 6)
OUT_OF_RANGE = _("A competence takes 1 to {most} sessions, not {found}. Nothing was changed.")


def tapped_setting(turn: Turn, tap: SetGroups) -> Replies:
    """Show how groups are made, or set one value of it."""

    def act(turn: Turn, plan: ClassPlan) -> Reply:
        if tap.what == "show" or tap.value is None:
            return show_setting(plan)
        return set_value(turn, plan, tap.what, tap.value)

    return on_own_class(turn, tap.track, act)


def set_value(turn: Turn, plan: ClassPlan, what: str, value: int) -> Reply:
    """Set how many groups there are at a time, or how large a group or a class may be."""
    now = plan.setting or CampusSetting()
    changed = {
        "groups": replace(now, groups=min(max(value, 1), 9)),
        "size": replace(now, group_size=value or None),
        "class": replace(now, class_size=value or None),
    }[what]
    if changed != plan.setting:
        doer = Doer(turn.person.id, turn.at)
        change_setting(turn.uow, plan.taught.home, changed, doer)
    return show_setting(see_plan(turn, plan.taught))


def tapped_need(turn: Turn, tap: SetNeed) -> Replies:
    """Set how many sessions a competence takes: which one, then how many."""

    def act(turn: Turn, plan: ClassPlan) -> Reply:
        number = tap.number
        competence = plan.stand.programme.competence(number) if number else None
        if competence is None:
            return _ask_which(plan)
        if not tap.sessions:
            return _ask_many(plan, competence.number)
        return set_need(turn, plan, competence.id, tap.sessions)

    return on_own_class(turn, tap.track, act)


def set_need(turn: Turn, plan: ClassPlan, competence_id: int, sessions: int) -> Reply:
    """Set how many sessions a competence takes with this class group."""
    if not 0 < sessions <= MOST_SESSIONS:
        return Reply(Text(OUT_OF_RANGE.key, {"most": MOST_SESSIONS, "found": sessions}))
    doer = Doer(turn.person.id, turn.at)
    change_need(turn.uow, plan.taught.home, competence_id, sessions, doer)
    return show_setting(see_plan(turn, plan.taught))


def show_setting(plan: ClassPlan) -> Reply:
    """Show how groups are made with a class group, and what can be set."""
    now = plan.setting or CampusSetting()
    text = lines(
        _("Groups with {group}", group=plan.taught.name),
        _n("At most {count} group at a time.", "At most {count} groups at a time.", now.groups),
        _limit(_("Students in a group:"), now.group_size),
        _limit(_("Students in a class group:"), now.class_size),
        _("A lesson with everybody is not limited."),
        *_say_needs(plan),
    )
    return Reply(text, tuple(_rows(plan, now)))


def _limit(what: Sayable, most: int | None) -> Sayable:
    return words(what, _("no limit") if most is None else _("at most {count}", count=most))


def _say_needs(plan: ClassPlan) -> Iterator[Sayable]:
    longer = [
        competence
        for competence in plan.stand.programme.competences
        if plan.needed.get(competence.id, 1) != 1
    ]
    for competence in longer:
        count = count_sessions(plan.needed[competence.id])
        yield words(f"{competence.number} {competence.title}:", count)
    yield (
        _("Every other competence takes 1 session.")
        if longer
        else _("Every competence takes 1 session.")
    )


def _rows(plan: ClassPlan, now: CampusSetting) -> Iterator[tuple[Button, ...]]:
    track = track_of(plan.taught)
    yield from _in_rows(
        button(_marked(_groups(count), count == now.groups), SetGroups(track, "groups", count))
        for count in GROUPS
    )
    yield from _in_rows(
        button(_marked(_size(size), size == (now.group_size or 0)), SetGroups(track, "size", size))
        for size in SIZES
    )
    yield from _in_rows(
        button(
            _marked(_class(size), size == (now.class_size or 0)), SetGroups(track, "class", size)
        )
        for size in CLASSES
    )
    yield (button(_("sessions of a competence"), SetNeed(track)),)
    yield (button(_("‹ the groups"), ShowLesson(track, 0)),)


def _in_rows(offered: Iterable[Button]) -> Iterator[tuple[Button, ...]]:
    buttons = tuple(offered)
    yield buttons[:1]
    yield from (buttons[start : start + BESIDE] for start in range(1, len(buttons), BESIDE))


def _marked(label: Sayable, is_set: bool) -> Sayable:
    return words(CHOSEN, label) if is_set else label


def _groups(count: int) -> Sayable:
    return _n("{count} group", "{count} groups", count)


def _size(count: int) -> Sayable:
    return _("{count} in a group", count=count) if count else _("groups of any size")


def _class(count: int) -> Sayable:
    return _("{count} in a class", count=count) if count else _("a class of any size")


def _labelled(competence: Competence, plan: ClassPlan) -> Sayable:
    return words(f"{competence.number} {short(competence.title)}", plan.needed[competence.id])


def _ask_which(plan: ClassPlan) -> Reply:
    track = track_of(plan.taught)
    rows = tuple(
        (
            button(
                _labelled(competence, plan),
                SetNeed(track, competence.number),
            ),
        )
        for competence in plan.stand.programme.competences
    )
    back = (button(_("‹ back"), SetGroups(track, "show")),)
    return Reply(_("How many sessions does it take? Choose a competence."), (*rows, back))


def _ask_many(plan: ClassPlan, number: int) -> Reply:
    track = track_of(plan.taught)
    competence = plan.stand.programme.competence(number)
    title = f"{number} {competence.title}" if competence else str(number)
    row = tuple(button(count_sessions(count), SetNeed(track, number, count)) for count in SESSIONS)
    rows = (row[:3], row[3:], (button(_("‹ back"), SetNeed(track)),))
    return Reply(words(title, _("How many sessions?"), by=" · "), rows)
