"""List the recognitions that have a date: of a warning, of their end, or by which one is wanted."""

from collections.abc import Sequence
from datetime import date

from bot.domain.agreeing.steps import wanted_by
from bot.domain.dated import Dated, Matter
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.ports.agreeing.recognitions import RecognisedPlace
from bot.use_cases.agreeing.recognitions.see_recognitions import see_recognitions


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, today: date
) -> list[Dated]:
    """List what misses, ends, or comes to a warning of its end up to a day, by workplace.

    From the first warning on it stays in the list, with the next day of it.
    """
    dated = (
        _dated(place, until, today) for place in see_recognitions(uow, person.id, tracks, today)
    )
    return [own for own in dated if own is not None]


def _dated(place: RecognisedPlace, until: date, today: date) -> Dated | None:
    known = place.recognition
    if known.until is None:
        starts = [learner.starts_on for learner in place.learners if learner.starts_on]
        due = wanted_by(min(starts)) if starts else None
        if not place.needed or (due is not None and due > until):
            return None
    else:
        due = known.next_day(today)
        if due is None or (due > until and not known.ends_soon(today)):
            return None
    alone = place.learners[0] if len(place.learners) == 1 else None
    return Dated(
        Matter.RECOGNITION,
        due,
        place.learners[0].placement_id,
        track_id=alone.track_id if alone else None,
        student=alone.student if alone else None,
        place=place.workplace,
        ends_on=known.until,
    )
