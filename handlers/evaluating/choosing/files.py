"""The evaluations to prepare as files: a spreadsheet in both arrangements, and a calendar."""

from collections.abc import Iterator
from datetime import datetime, time

from bot.domain.days import day_of, instant
from bot.domain.school.frameworks import CourseComponent
from bot.domain.school.tracks import Track
from bot.messages import (
    CalendarEntries,
    CalendarEntry,
    EvaluationsSheet,
    Sayable,
    Table,
    _,
    lines,
    words,
)
from bot.use_cases.evaluating.choosing.see_evaluations import Evaluations
from handlers.evaluating.choosing.listed import say_head, say_remark
from handlers.talking.phrases import full_name

NOON = time(12)


def describe_sheet(group: str, seen: Evaluations, at: datetime) -> EvaluationsSheet:
    """Describe the evaluations of a class group as a spreadsheet, made at an instant (aware)."""
    return EvaluationsSheet(
        title=words(_("evaluations"), group, seen.period.name, by=" · "),
        under=say_head(group, seen),
        tables=(describe_by_component(seen), describe_by_student(seen)),
        made_at=at,
    )


def describe_by_component(seen: Evaluations, zone: str = "") -> Table:
    """Describe the evaluations as rows, a component and a student each."""
    rows = [
        (own.component.title, _numbers(seen, own.component), full_name(track),
         say_remark(seen, track, own.component))
        for own in seen.prepared
        for track in own.tracks
    ]  # fmt: skip
    columns = (_("course component"), _("competences"), _("student"), _("remark"))
    return Table(_("By component"), columns, tuple(rows), zone)


def describe_by_student(seen: Evaluations, zone: str = "") -> Table:
    """Describe the evaluations as rows, a student and a component each; also of who has none."""
    rows = [row for track in seen.tracks for row in _rows_of(seen, track)]
    columns = (_("student"), _("course component"), _("competences"), _("remark"))
    return Table(_("By student"), columns, tuple(rows), zone)


def _rows_of(seen: Evaluations, track: Track) -> Iterator[tuple[Sayable, ...]]:
    for own in seen.chosen[track.id]:
        yield full_name(track), own.title, _numbers(seen, own), say_remark(seen, track, own)
    for own in seen.taken_back(track):
        yield full_name(track), own.title, _numbers(seen, own), say_remark(seen, track, own)
    if not seen.chosen[track.id]:
        yield full_name(track), _("nothing"), "", ""


def _numbers(seen: Evaluations, component: CourseComponent) -> str:
    """List a component's competences by number and title."""
    found = (seen.programme.competence(number) for number in component.competences)
    return "; ".join(f"{own.number} {own.title}" for own in found if own)


def describe_calendar(
    group: str, seen: Evaluations, zone: str, at: datetime
) -> CalendarEntries | None:
    """Describe the evaluations as whole days, on that of the photo; None where there are none."""
    photo_at = seen.period.photo_at
    if photo_at is None or not seen.prepared:
        return None
    noon = instant(day_of(photo_at, zone), NOON, zone)
    entries = tuple(
        CalendarEntry(
            meeting=f"evaluation {seen.period.id} {group} {own.component.id}",
            title=words(_("Evaluation"), group, own.component.title, by=" · "),
            begins=noon,
            minutes=0,
            description=lines(
                seen.period.name,
                _numbers(seen, own.component),
                *(words(full_name(track), say_remark(seen, track, own.component), by=" · ")
                  for track in own.tracks),
            ),
            version=int(at.timestamp()) // 60,  # what is brought later is newer
            made_at=at,
        )
        for own in seen.prepared
    )  # fmt: skip
    title = words(_("evaluations"), group, seen.period.name, by=" · ")
    return CalendarEntries(title, entries)
