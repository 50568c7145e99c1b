"""Before a lesson: what happened at the workplaces since the last one, and who lacks what."""

from collections.abc import Iterator, Sequence

from bot.domain.tracks import Role, Track
from bot.messages import Moment, Sayable, _, _n, lines, words
from bot.ports.errands import Errand
from bot.use_cases.plan_lessons import lesson_of
from bot.use_cases.see_workplaces import Workplace, see_workplaces
from handlers.phrases import first_name
from handlers.telling import Told
from handlers.turn import Turn

NAMED = 30
"""Students named in one message: a class group."""

NUMBERS = 8
"""Indicators named of one student; of more only how many."""


def lesson(turn: Turn, errands: Sequence[Errand]) -> Told | None:
    """Say what the workplaces of each class group brought since its last lesson."""
    parts = [part for errand in errands for part in _of_group(turn, errand)]
    return Told(lines(*parts)) if parts else None


def _of_group(turn: Turn, errand: Errand) -> Iterator[Sayable]:
    starts, since = lesson_of(errand)
    tables = turn.uow.lessons.of_teacher(turn.person.id)
    group = next((one.class_group for one in tables if one.class_group_id == errand.about_id), "")
    tracks = [one for one in turn.tracks if _taught(one) and one.class_group == group]
    if not tracks:
        return
    seen = see_workplaces(turn.uow, turn.person.id, tracks, since)
    yield _(
        "{group}, lesson on {when}. At the workplaces since the last one:",
        group=group,
        when=Moment(starts),
    )
    yield from _nobody_yet(seen)
    busy = [one for one in seen if not one.quiet]
    if not busy:
        yield _("nothing new was scored.")
    yield from (_line(one) for one in busy[:NAMED])
    yield from _missing(seen)


def _taught(track: Track) -> bool:
    return track.scoring_role is Role.TEACHER


def _nobody_yet(seen: Sequence[Workplace]) -> Iterator[Sayable]:
    """Name what nobody's workplace has offered yet: it comes first, with the whole group."""
    together = set(seen[0].missing).intersection(*(one.missing for one in seen[1:]))
    if together and len(seen) > 1:
        numbers = ", ".join(map(str, sorted(together)))
        yield _("Nobody met these at work yet: {numbers}.", numbers=numbers)


def _line(one: Workplace) -> Sayable:
    said = [
        words(text, _listed(numbers))
        for text, numbers in ((_("new"), one.covered), (_("now alone"), one.mastered))
        if numbers
    ]
    return words(f"{first_name(one.track)}:", words(*said, by=" · "))


def _listed(numbers: Sequence[str]) -> Sayable:
    more = len(numbers) - NUMBERS
    listed = ", ".join(numbers[:NUMBERS])
    return words(listed, _n("and {count} more", "and {count} more", more)) if more > 0 else listed


def _missing(seen: Sequence[Workplace]) -> Iterator[Sayable]:
    """Say what each student's workplace has not offered yet, beside what nobody's has."""
    together = (
        set(seen[0].missing).intersection(*(one.missing for one in seen[1:]))
        if len(seen) > 1
        else set()
    )
    own = [
        (one, [number for number in one.missing if number not in together]) for one in seen[:NAMED]
    ]
    said = [
        f"{first_name(one.track)} {', '.join(map(str, numbers))}" for one, numbers in own if numbers
    ]
    if said:
        yield _("Not met at work yet: {list}", list=" · ".join(said))
