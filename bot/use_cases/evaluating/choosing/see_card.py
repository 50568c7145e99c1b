"""See how each course component stands that a student may be evaluated on, as a viewer may see."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.evaluating.choosing import LateChoice
from bot.domain.periods.period import Period
from bot.domain.rights.looking import OpenedKind
from bot.domain.rights.opened_as import opened_as
from bot.domain.school.frameworks import CourseComponent, Programme
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import SEES_CHOICES
from bot.domain.scoring.colours import Colour
from bot.ports import UnitOfWork
from bot.use_cases.reporting.see_report import Report, see_report


@dataclass(frozen=True, slots=True)
class ComponentCard:
    """A course component: whether it counts, its competences by colour, and when it counted before.

    `before` names the earlier periods in which it counted; it is None where there was none in which
    anything could be chosen.
    """

    component: CourseComponent
    counts: bool
    colours: Mapping[Role, Counter[Colour]]
    before: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class ChoiceCard:
    """What a period may evaluate of a student, and what was changed late."""

    track: Track
    programme: Programme
    period: Period
    components: tuple[ComponentCard, ...]
    late: Sequence[LateChoice]


@opened_as(OpenedKind.CHOICES)
def see_card(uow: UnitOfWork, viewer_id: int, track: Track, period: Period) -> ChoiceCard | None:
    """Read what a period may evaluate of a track; None for whoever may not see that."""
    programme = uow.tracks.read_programme(track.programme_id)
    if not track.roles & SEES_CHOICES or period.programme_id != track.programme_id:
        return None
    report = see_report(uow, viewer_id, track)
    by_period = uow.choices.read_by_period(track)
    earlier = _list_earlier(uow, period)
    cards = []
    for component in programme.components:
        counted = [own.name for own in earlier if component.id in by_period.get(own.id, ())]
        cards.append(
            ComponentCard(
                component,
                component.id in by_period.get(period.id, ()),
                _count_colours(report, component),
                tuple(counted) if earlier else None,
            )
        )
    late = uow.choices.list_late(period, [track.id])
    return ChoiceCard(track, programme, period, tuple(cards), late)


def _list_earlier(uow: UnitOfWork, period: Period) -> list[Period]:
    """List the periods before one in which something could be chosen."""
    return [
        own
        for own in uow.periods.list_of(period.programme_id)
        if own.standing and own.choose_until is not None and own.opens_at < period.opens_at
    ]


def _count_colours(report: Report, component: CourseComponent) -> Mapping[Role, Counter[Colour]]:
    own = [row for row in report.rows if row.competence.number in component.competences]
    return {role: Counter(row.colours[role] for row in own) for role in report.perspectives}
