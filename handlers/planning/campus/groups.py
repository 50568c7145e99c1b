"""`/groups`: the groups of the next lesson on campus, and what is decided about them by typing."""

from bot.domain.school.tracks import Role
from bot.messages import Reply, Text, _
from handlers.planning.campus.acting import NO_CLASS
from handlers.planning.campus.finding import find_taught, list_classes, see_plan
from handlers.planning.campus.own import show_own_groups
from handlers.planning.campus.shown import show_lesson
from handlers.planning.campus.typed import do_typed
from handlers.talking.turn import Replies, Turn

NO_TIMES = _("I do not know yet when {group} has lessons. Type for instance /lessons mon 8:30")


def keep_groups(turn: Turn, words_: str) -> Replies:
    """Answer `/groups`, with or without a class group, and what is decided about its next lesson.

    A student is shown the own group.
    """
    classes = list_classes(turn)
    if not classes:
        own = any(Role.STUDENT in track.roles for track in turn.tracks)
        return show_own_groups(turn) if own else [Reply(NO_CLASS)]
    if words_.strip():
        return do_typed(turn, classes, words_)
    return [show_next(turn, track.id, track.class_group) for track in classes]


def show_next(turn: Turn, track_id: int, group: str) -> Reply:
    """Show the groups of the next lesson of a class group."""
    taught = find_taught(turn, track_id)
    if taught is None:
        return Reply(Text(NO_TIMES.key, {"group": group}))
    return show_lesson(turn, see_plan(turn, taught), 0)
