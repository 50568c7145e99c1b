"""List the training plans that await an agreement, for the desk of a coach."""

from collections.abc import Sequence
from datetime import date

from bot.domain.dated import Dated, Matter
from bot.domain.days import day_of
from bot.domain.planning.training_plans import AGREED_WITHIN
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, _today: date
) -> list[Dated]:
    """List those that have to be agreed on up to a day, or are late; `detail` names who is to."""
    plans = (
        uow.training_plans.list_unagreed(person.id, [own.id for own in tracks]) if tracks else ()
    )
    found = [
        Dated(
            Matter.TRAINING_PLAN,
            day_of(own.made_at, person.time_zone) + AGREED_WITHIN,
            own.placement_id,
            own.track_id,
            own.student,
            own.workplace,
            detail=",".join(own.awaited),
        )
        for own in plans
    ]
    return [own for own in found if own.due_on is not None and own.due_on <= until]
