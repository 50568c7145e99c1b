"""`/groups`: the groups of the next lesson on campus, and what is decided about them by typing."""

from datetime import datetime

from bot.domain.folding import fold
from bot.domain.planning.campus.model import GroupKind
from bot.domain.school.names import first_name_of
from bot.domain.school.tracks import Role, Track
from bot.messages import Moment, Reply, Sayable, Text, _, lines, listed, words
from bot.ports.planning.campus import OwnGroup
from handlers.planning.campus.acting import NO_CLASS
from handlers.planning.campus.finding import list_classes, list_taught, see_plan, works_of
from handlers.planning.campus.saying import LessonSayings
from handlers.planning.campus.shown import show_lesson
from handlers.planning.campus.typing.lines import do_typed
from handlers.talking.turn import Replies, Turn

NOTHING_YET = _("No groups of your next lesson are confirmed yet.")
NO_TIMES = _("I do not know yet when {group} has lessons. Type for instance /lessons mon 8:30")


def keep_groups(turn: Turn, words_: str) -> Replies:
    """Answer `/groups`, with or without a class group, and what is decided about its next lesson.

    A student is shown the own group.
    """
    classes = list_classes(turn)
    if not classes:
        own = any(Role.STUDENT in track.roles for track in turn.tracks)
        return show_own_groups(turn) if own else [Reply(NO_CLASS)]
    named = [track for track in classes if fold(track.class_group) == fold(words_.strip())]
    if words_.strip() and not named:
        return do_typed(turn, classes, words_)
    return [reply for track in named or classes for reply in _show_next(turn, track)]


def _show_next(turn: Turn, track: Track) -> Replies:
    """Show the groups of the next lesson of a class group, to a coach with each teacher."""
    taught = list_taught(turn, track.id)
    if not taught:
        return [Reply(Text(NO_TIMES.key, {"group": track.class_group}))]
    return [show_lesson(turn, see_plan(turn, own), 0) for own in taught]


def show_own_groups(turn: Turn) -> Replies:
    """Show a student the own group of the next lesson, once its teacher confirmed it."""
    own = {track.id: track for track in turn.tracks if Role.STUDENT in track.roles}
    coming = [
        group
        for group in turn.uow.campus.read_own_groups(turn.person.id, turn.at)
        if (track := own.get(group.group.tracks[0])) and _is_held(turn, track, group.starts_at)
    ]
    if not coming:
        return [Reply(NOTHING_YET)]
    first = [group for group in coming if group.starts_at == coming[0].starts_at]
    said = [_say(turn, own[group.group.tracks[0]], group) for group in first]
    return [Reply(lines(*said))]


def _is_held(turn: Turn, track: Track, starts: datetime) -> bool:
    tables = turn.uow.lessons.list_taught(track.class_group_id, track.programme_id)
    return any(table.holds(starts, works_of(turn)) for table in tables)


def _say(turn: Turn, track: Track, own: OwnGroup) -> Sayable:
    scenarios = turn.uow.scenarios.list_of(track.programme_id)
    sayings = LessonSayings(turn.programme(track), [track], scenarios)
    others = listed(map(first_name_of, own.others))
    alone = own.group.kind is GroupKind.OWN
    prepared = own.group.scenario_id is not None
    return lines(
        words(track.class_group, Moment(own.starts_at), by=" · "),
        _("You work on: {what}", what=sayings.about(own.group)),
        _("With: {names}", names=others) if others and not alone else None,
        words(_("Lesson:"), sayings.scenario(own.group)) if prepared else None,
    )
