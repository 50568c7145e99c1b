"""The groups of a lesson, in the message before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.planning.sessions import CampusSession, SessionState
from bot.domain.school.tracks import Track
from bot.messages import Button, Day, Sayable, _, lines, words
from bot.ports.telling.errands import Errand
from bot.use_cases.planning.campus.change_session import keep_proposal
from bot.use_cases.planning.campus.plan_ahead import ClassPlan, SessionAhead
from handlers.planning.campus.finding import find_ahead, find_taught, see_plan, track_of
from handlers.planning.campus.saying import LessonSayings, pair, say_group, say_why
from handlers.planning.campus.shown import say_away, say_differing, say_planned_twice
from handlers.planning.campus.taps import ConfirmLesson, OpenLesson, minutes_of
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn


@dataclass(frozen=True, slots=True)
class ToldGroups:
    """The groups of a lesson as they are told: in lines, in one line, and to be tapped.

    They are told `again` where the same was proposed for the lesson before, and not confirmed.
    """

    lines: tuple[Sayable, ...]
    brief: Sayable
    buttons: tuple[tuple[Button, ...], ...]
    again: bool = False


def tell_groups(turn: Turn, errand: Errand, tracks: list[Track]) -> list[ToldGroups]:
    """Propose the groups of a lesson, in each programme of its class group.

    What is told is kept, so that it is what a tap confirms. There is nothing where nobody lacks
    anything, or nothing is known of any workplace and nothing was set with the teacher.
    """
    first = {track.programme_id: track for track in reversed(tracks)}
    told = (_tell(turn, errand, first[programme]) for programme in sorted(first))
    return [groups for groups in told if groups is not None]


def _tell(turn: Turn, errand: Errand, track: Track) -> ToldGroups | None:
    taught = find_taught(turn, track.id)
    if taught is None:
        return None
    plan = see_plan(turn, taught)
    ahead = find_ahead(plan, minutes_of(errand.expires_at))
    known = plan.stand.known or plan.setting is not None
    if ahead is None or not known or _is_idle(ahead):
        return None
    stored = keep_proposal(turn.uow, ahead.session)
    sayings, last = LessonSayings.of(plan), next(iter(plan.past), None)
    proposed = stored.state is SessionState.PROPOSED
    twice = tuple(say_planned_twice(sayings, plan, stored))
    buttons = tuple(_offer(plan, minutes_of(stored.starts_at), proposed=proposed))
    if last is not None and proposed and last.proposes_as(stored):
        still = _("Groups: still those that I proposed for {day}.", day=Day(last.starts_at))
        return ToldGroups((still, *twice), lines(still, *twice), buttons, again=not twice)
    day = Day(stored.starts_at)
    heading = (
        _("Groups that I propose for {day}:", day=day)
        if proposed
        else _("Groups for {day}, as confirmed:", day=day)
    )
    differing = say_differing(sayings, _list_new(plan, ahead, last))
    away = [said] if (said := say_away(sayings, plan, stored)) else []
    return ToldGroups(
        (heading, *_say_groups(sayings, ahead), *away, *differing, *twice),
        lines(words(heading, words(*_in_short(sayings, ahead), by="; ")), *away, *twice),
        buttons,
    )


def _list_new(
    plan: ClassPlan, ahead: SessionAhead, last: CampusSession | None
) -> list[tuple[int, int]]:
    """List of whom views differ on what their group is on now, and was not on the last time."""
    now, before = ahead.session.on(), last.on() if last else frozenset()
    return [pair for pair in plan.differing if pair in now - before]


def _is_idle(ahead: SessionAhead) -> bool:
    """Say whether nobody lacks anything that the session is on."""
    return not any(group.is_needed for group in ahead.session.groups)


def _say_groups(sayings: LessonSayings, ahead: SessionAhead) -> Iterator[Sayable]:
    for group, reason in pair(ahead):
        said = say_group(sayings, group, reason, short_of_room=True)
        why = say_why(sayings, reason) if reason else None
        yield words(said, why, by=" · ")


def _in_short(sayings: LessonSayings, ahead: SessionAhead) -> Iterator[Sayable]:
    for group in ahead.session.groups:
        yield words(sayings.about(group), ": ", sayings.many(group.tracks), by="")


def _offer(plan: ClassPlan, lesson: int, *, proposed: bool) -> Iterator[tuple[Button, ...]]:
    track, group = track_of(plan.taught), plan.taught.name
    if proposed:
        label = _("✓ confirm the groups of {group}", group=group)
        yield (button(label, ConfirmLesson(track, lesson)),)
    change = _("change the groups of {group}", group=group)
    yield (button(change, OpenLesson(track, lesson)),)
