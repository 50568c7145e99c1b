"""What is told unasked: to a student what was changed late, to a teacher what is to be prepared."""

from collections.abc import Iterator, Sequence

from bot.domain.evaluating.choosing import LateChoice
from bot.domain.school.tracks import Role
from bot.messages import Button, Sayable, _, colon, lines, listed, words
from bot.ports.telling.errands import Errand
from bot.use_cases.evaluating.choosing.choose_late import UNDONE
from bot.use_cases.evaluating.choosing.see_evaluations import Evaluations, see_evaluations
from handlers.evaluating.choosing.card import say_reason
from handlers.evaluating.choosing.listed import count_students, lead_to_prepared, name_students
from handlers.periods.tell_periods import list_periods
from handlers.talking.meaning.target import groups_of
from handlers.talking.menu import RunCommand
from handlers.talking.naming.in_role import in_role
from handlers.talking.phrases import and_more, short
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

LINES = 6
"""Evaluations named in a message, so that all of it is eight lines at most."""

NAMED = 3
"""Students named of one."""

GROUPS = 3
"""Class groups that have a button."""


def tell_late(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell a student what a teacher changed late, and why; of what was undone meanwhile nothing."""
    undone = {own.about_id for own in errands if own.subject.endswith(UNDONE)}
    said = []
    for errand in errands:
        late = turn.uow.choices.find_late(errand.about_id or 0)
        again = errand.subject.endswith(UNDONE)
        # Told and taken back in one message is nothing to tell.
        both = len([own for own in errands if own.about_id == errand.about_id]) > 1
        if late is None or both or (late.undone_at is not None and not again):
            continue
        said += [part for part in [_say_late(turn, late, undone=errand.about_id in undone)] if part]
    if not said:
        return None
    return MessagePart(lines(*said), ((button(_("what counts"), RunCommand("choose")),),))


def _say_late(turn: Turn, late: LateChoice, *, undone: bool) -> Sayable | None:
    track, period = turn.track(late.track_id), turn.uow.periods.find(late.period_id)
    if track is None or period is None or Role.STUDENT not in track.roles:
        return None
    component = turn.programme(track).component_by_id(late.component_id)
    given: dict[str, Sayable] = {
        "name": in_role(turn, late.author, late.track_id, Role.TEACHER),
        "component": component.title if component else "",
        "period": period.name,
        "reason": say_reason(late.reason),
    }
    if undone:
        return _("{name} took the change about {component} in {period} back.", **given)
    if late.chosen:
        return _("{name} let {component} count in {period} after all: {reason}.", **given)
    return _("{name} let {component} no longer count in {period}: {reason}.", **given)


def tell_evaluations(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Tell a teacher, once the choice is over, which evaluations are to be prepared."""
    found = list(_list_evaluations(turn, errands))
    if not found:
        return None
    periods = listed(dict.fromkeys(seen.period.name for _name, seen in found))
    head = _("The choice for {period} is over. To prepare:", period=periods)
    said = [line for name, seen in found for line in _say_evaluations(name, seen)]
    more = and_more("…", len(said) - LINES) if len(said) > LINES else None
    brief = words(head, _("see /evaluations"))
    return MessagePart(lines(head, *said[:LINES], more), tuple(_ways(found)), brief=brief)


def _list_evaluations(turn: Turn, errands: Sequence[Errand]) -> Iterator[tuple[str, Evaluations]]:
    for period in list_periods(turn, errands):
        ends = period.choose_until
        if not period.standing or ends is None or ends > turn.at:
            continue
        for group in groups_of(turn):
            taught = [track for track in group.tracks if Role.TEACHER in track.roles]
            seen = see_evaluations(turn.uow, taught, period)
            if seen.tracks and seen.programme.components:
                yield group.name, seen


def _say_evaluations(name: str, seen: Evaluations) -> Iterator[Sayable]:
    for own in seen.prepared:
        students = words(count_students(len(own.tracks)), "(", by=" ")
        named = words(students, name_students(own.tracks, NAMED), ")", by="")
        yield words(f"{name} · {short(own.component.title)}:", named)
    if not seen.prepared:
        yield words(colon(name), _("nobody chose anything"))


def _ways(found: Sequence[tuple[str, Evaluations]]) -> Iterator[tuple[Button, ...]]:
    for name, seen in found[:GROUPS]:
        yield lead_to_prepared(name, seen.tracks[0], seen.period)
