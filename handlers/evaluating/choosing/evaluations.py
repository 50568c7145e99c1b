"""`/evaluations`: what is to be prepared for a class group, by component and by student."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.school.visibility import CHOOSES_LATE
from bot.messages import Button, Reply, _, lines
from bot.use_cases.evaluating.choosing.see_evaluations import (
    Evaluations,
    list_evaluated,
    see_evaluations,
)
from handlers.evaluating.choosing.files import describe_calendar, describe_sheet
from handlers.evaluating.choosing.listed import (
    say_by_component,
    say_by_student,
    say_changes,
    say_head,
)
from handlers.evaluating.choosing.taps import BringEvaluations, ShowChoice, ShowEvaluations
from handlers.talking.meaning.target import Group, groups_of, part_of_group, parts_of
from handlers.talking.meaning.whom import Unclear, nobody
from handlers.talking.paging import in_pages
from handlers.talking.phrases import first_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

OFFERED = 24
"""Students who have a button; of a larger class the others are typed: /choose and the name."""

BESIDE = 3
"""Buttons beside each other."""


def list_prepared(turn: Turn) -> Sequence[Group]:
    """List the class groups whose evaluations this person sees. Raises Unclear without any."""
    groups = groups_of(turn)
    if not groups:
        raise Unclear(Reply(_("The evaluations to prepare are for teachers and coaches.")))
    return groups


def show_evaluations(turn: Turn, group: Group) -> Replies:
    """Answer `/evaluations` about a class group, in each programme and period."""
    shown = []
    for part in parts_of(group):
        for period in list_evaluated(turn.uow, part.tracks[0].programme_id, turn.at):
            seen = see_evaluations(turn.uow, part.tracks, period)
            if seen.tracks:
                shown.append(_shown(group.name, seen, by="component"))
    none = _(
        "No evaluations of {group} are to be prepared now: there is no period of which students "
        "choose what counts.",
        group=group.name,
    )
    return shown or [Reply(none)]


def tapped_evaluations(turn: Turn, tap: ShowEvaluations) -> Replies:
    """Show the evaluations of a button's class group and period, in its arrangement."""
    found = _find(turn, tap.track, tap.period)
    if found is None:
        return [Reply(nobody(turn))]
    return [replace(_shown(*found, by=tap.by), edit=tap.by == "student")]


def tapped_file(turn: Turn, tap: BringEvaluations) -> Replies:
    """Bring the evaluations of a button's class group and period as a file."""
    found = _find(turn, tap.track, tap.period)
    if found is None:
        return [Reply(nobody(turn))]
    group, seen = found
    if tap.kind == "xlsx":
        text = _(
            "{group} as a spreadsheet. It holds what people are at: keep it safe.", group=group
        )
        return [Reply(text, files=(describe_sheet(group, seen, turn.at),))]
    calendar = describe_calendar(group, seen, turn.person.time_zone, turn.at)
    if calendar is None:
        return [Reply(_("Nothing is for the calendar: nothing was chosen, or there is no photo."))]
    return [Reply(_("For your calendar, on the day of the photo:"), files=(calendar,))]


def _find(turn: Turn, track_id: int, period_id: int) -> tuple[str, Evaluations] | None:
    """Find the evaluations of a track's class group, with the group's name."""
    group, period = part_of_group(turn, track_id), turn.uow.periods.find(period_id)
    if group is None or period is None or not period.standing or period.choose_until is None:
        return None
    seen = see_evaluations(turn.uow, group.tracks, period)
    return (group.name, seen) if seen.tracks else None


def _shown(group: str, seen: Evaluations, *, by: str) -> Reply:
    said = say_by_component(seen) if by == "component" else say_by_student(seen)
    tap = _("A name shows how that student stands, and changes a choice late.")
    late = tap if by == "student" and any(own.roles & CHOOSES_LATE for own in seen.tracks) else None
    text = lines(say_head(group, seen), *said, *say_changes(seen), late)
    return Reply(text, tuple(_rows(seen, by)))


def _rows(seen: Evaluations, by: str) -> Iterator[tuple[Button, ...]]:
    track, period = seen.tracks[0].id, seen.period.id
    if by == "component":
        yield (button(_("by student"), ShowEvaluations(track, period, "student")),)
    else:
        yield (button(_("by component"), ShowEvaluations(track, period, "component")),)
    yield (
        button(_("as a spreadsheet"), BringEvaluations(track, period, "xlsx")),
        button(_("for the calendar"), BringEvaluations(track, period, "ics")),
    )
    if by == "student":
        buttons = [
            button(first_name(track), ShowChoice(track.id, period))
            for track in seen.tracks[:OFFERED]
        ]
        yield from in_pages(buttons, BESIDE)
