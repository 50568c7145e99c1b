"""See how it stands with the recognition of workplaces: what misses or has ended comes first."""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum

from bot.domain.school.tracks import Track
from bot.ports import UnitOfWork
from bot.ports.agreeing.recognitions import RecognisedPlace


class Urgency(IntEnum):
    """How near something has to be done, in the order in which a list has it."""

    ENDED = 0
    MISSING = 1
    ENDING = 2
    LASTING = 3
    UNKNOWN = 4
    """Whether it is needed is not known, as the setting of the programme is not said."""


def see_recognitions(
    uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track], today: date
) -> list[RecognisedPlace]:
    """List the workplaces of these tracks where one is needed or known, what is urgent first."""
    if not tracks:
        return []
    places = uow.recognitions.list_of(viewer_id, [track.id for track in tracks])
    asked = [place for place in places if place.needed is not False]
    return sorted(asked, key=lambda place: _order(place, today))


def see_recognition_at(
    uow: UnitOfWork, viewer_id: int, tracks: Sequence[Track], placement_id: int
) -> RecognisedPlace | None:
    """Find the workplace of a running placement of these tracks; None where it is none of them."""
    found = uow.recognitions.list_of(viewer_id, [track.id for track in tracks]) if tracks else ()
    return next(
        (
            place
            for place in found
            if any(learner.placement_id == placement_id for learner in place.learners)
        ),
        None,
    )


def urgency_of(place: RecognisedPlace, today: date) -> Urgency:
    """Say how urgent it is at a workplace."""
    known = place.recognition
    if known.until is None:
        return Urgency.MISSING if place.needed else Urgency.UNKNOWN
    if known.has_ended(today):
        return Urgency.ENDED
    return Urgency.ENDING if known.ends_soon(today) else Urgency.LASTING


def _order(place: RecognisedPlace, today: date) -> tuple[int, date, str]:
    until = place.recognition.until or date.min
    return urgency_of(place, today).value, until, place.workplace
