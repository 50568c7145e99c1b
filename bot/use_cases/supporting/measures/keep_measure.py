"""Keep, share and take away what helps a student; each can be undone."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.supporting.measures import AT_MOST, LONGEST, Measure, MeasureShare
from bot.ports import UnitOfWork
from bot.ports.acts import Act


class TooManyMeasures(Exception):
    """As many stand already as are read."""


class TooLongMeasure(Exception):
    """It would not stand in a line or two on a phone."""


def add_measure(
    uow: UnitOfWork, student_id: int, words: str, share: MeasureShare, at: datetime
) -> int:
    """Keep what somebody says helps; gives its id.

    Raises TooLongMeasure and TooManyMeasures, and keeps nothing then.
    """
    if len(words) > LONGEST:
        raise TooLongMeasure
    if len(uow.measures.list_own(student_id)) >= AT_MOST:
        raise TooManyMeasures
    measure = uow.measures.add(student_id, words, share, at)
    uow.acts.record(student_id, Act.MEASURE, at, before={"of": measure, "was": None})
    return measure


def share_measure(
    uow: UnitOfWork, student_id: int, measure_id: int, share: MeasureShare, at: datetime
) -> Measure | None:
    """Change who reads a measure; gives it as it is now, None where it is not there any more."""
    stands = find_measure(uow, student_id, measure_id)
    if stands is None:
        return None
    if stands.share is not share:
        uow.measures.set_share(student_id, measure_id, share)
        uow.acts.record(student_id, Act.MEASURE, at, before=_before(stands))
    return Measure(stands.id, stands.words, share)


def drop_measure(uow: UnitOfWork, student_id: int, measure_id: int, at: datetime) -> bool:
    """Take a measure away; False where it is not there any more.

    Its words are kept for undo, like everything that somebody can put back.
    """
    stands = find_measure(uow, student_id, measure_id)
    if stands is None:
        return False
    uow.measures.drop(student_id, measure_id)
    uow.acts.record(student_id, Act.MEASURE, at, before=_before(stands))
    return True


def find_measure(uow: UnitOfWork, student_id: int, measure_id: int) -> Measure | None:
    """Find a measure among somebody's own."""
    own = uow.measures.list_own(student_id)
    return next((measure for measure in own if measure.id == measure_id), None)


def put_measure_back(
    uow: UnitOfWork, student_id: int, before: Mapping[str, Any], at: datetime
) -> bool:
    """Put a measure back as it was before an act; False where that cannot be any more."""
    was, stands = before["was"], find_measure(uow, student_id, before["of"])
    if was is None:
        return uow.measures.drop(student_id, before["of"])
    words, share = was
    if stands is not None:
        return uow.measures.set_share(student_id, stands.id, MeasureShare(share))
    if len(uow.measures.list_own(student_id)) >= AT_MOST:
        return False
    kept = Measure(before["of"], words, MeasureShare(share))
    uow.measures.restore(student_id, kept, at)
    return True


def _before(measure: Measure) -> dict[str, Any]:
    return {"of": measure.id, "was": [measure.words, measure.share.value]}
