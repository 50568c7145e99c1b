"""The evaluations to prepare in words: by course component, and by student."""

from collections.abc import Iterator, Sequence

from bot.domain.periods.period import Period
from bot.domain.school.frameworks import CourseComponent
from bot.domain.school.tracks import Track
from bot.messages import Button, Moment, Quoted, Sayable, Text, _, _n, colon, lines, listed, words
from bot.use_cases.evaluating.choosing.see_evaluations import Evaluations
from handlers.evaluating.choosing.card import say_late_choice, say_reason
from handlers.evaluating.choosing.taps import ShowEvaluations
from handlers.talking.phrases import first_name, name_competences, name_few, short
from handlers.talking.routing.tap import button


def count_students(count: int) -> Text:
    """Count students."""
    return _n("{count} student", "{count} students", count)


def name_students(tracks: Sequence[Track], most: int | None = None) -> Sayable:
    """Name students, the first of them, and say how many more there are."""
    named = [first_name(track) for track in tracks]
    return listed(named) if most is None else name_few(named, most)


def lead_to_prepared(what: str, track: Track, period: Period) -> tuple[Button, ...]:
    """Lead to the evaluations to prepare of a track's class group in a period."""
    label = _("evaluations to prepare: {what}", what=short(what))
    return (button(label, ShowEvaluations(track.id, period.id, "component")),)


def say_head(group: str, seen: Evaluations) -> Sayable:
    """Say of which class group and period evaluations are, and when the photo is."""
    period = seen.period
    when = _("Photo: {when}.", when=Moment(period.photo_at)) if period.photo_at else None
    return lines(words(group, seen.programme.title, period.name, by=" · "), when)


def say_by_component(seen: Evaluations) -> Iterator[Sayable]:
    """Say of each course component for whom it counts."""
    for own in seen.prepared:
        students = [_say_student(seen, track, own.component) for track in own.tracks]
        yield lines(
            words(own.component.title, words("(", count_students(len(own.tracks)), ")", by="")),
            listed(name_competences(seen.programme, own.component.competences)),
            words("→", listed(students)),
        )
    wanted = [own.component for own in seen.prepared]
    nobody = [Quoted(own.title) for own in seen.programme.components if own not in wanted]
    if wanted and nobody:
        yield _("Counts for nobody: {components}.", components=listed(nobody))
    if seen.unchosen:
        yield _("Nothing counts for: {students}.", students=name_students(seen.unchosen))


def say_by_student(seen: Evaluations) -> Iterator[Sayable]:
    """Say of each student which course components count."""
    for track in seen.tracks:
        titles = [_say_component(seen, track, own) for own in seen.chosen[track.id]]
        yield words(colon(first_name(track)), listed(titles) if titles else _("nothing"))


def say_changes(seen: Evaluations) -> Iterator[Sayable]:
    """Say what was changed late, by whom and why."""
    students = {track.id: first_name(track) for track in seen.tracks}
    for late in seen.late:
        yield words(f"{students[late.track_id]} ·", say_late_choice(late, seen.programme))


def say_remark(seen: Evaluations, track: Track, component: CourseComponent) -> Sayable:
    """Say of a student's component that it was changed late, by whom and why; else nothing."""
    late = seen.newest_late(track, component)
    if late is None:
        return ""
    reason = say_reason(late.reason)
    if late.chosen:
        return _("late, {name}: {reason}", name=late.author, reason=reason)
    return _("taken back late, {name}: {reason}", name=late.author, reason=reason)


def _say_student(seen: Evaluations, track: Track, component: CourseComponent) -> Sayable:
    late = seen.newest_late(track, component)
    return words(first_name(track), _("(late)") if late else None)


def _say_component(seen: Evaluations, track: Track, component: CourseComponent) -> Sayable:
    late = seen.newest_late(track, component)
    return words(Quoted(component.title), _("(late)") if late else None)
