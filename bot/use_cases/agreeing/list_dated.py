"""List what of the paperwork about placements has a date, for the desk of who coaches them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.agreeing.steps import AgreementStep
from bot.domain.dated import Dated, Matter
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.use_cases.agreeing.agreements import list_dated as agreements
from bot.use_cases.agreeing.mentor_courses import list_dated as mentor_courses
from bot.use_cases.agreeing.recognitions import list_dated as recognitions

_RECOGNISED = AgreementStep.RECOGNISED.value
ROOMS = (agreements.list_dated, recognitions.list_dated, mentor_courses.list_dated)


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, today: date
) -> list[Dated]:
    """List what is late, or has a date up to a day; `tracks` are those that this person coaches."""
    return _once([dated for lists in ROOMS for dated in lists(uow, person, tracks, until, today)])


def _once(found: Sequence[Dated]) -> list[Dated]:
    """Let the recognition of a workplace stand there once, and not as a step of agreements too."""
    places = {own.place for own in found if own.matter is Matter.RECOGNITION}
    kept = []
    for own in found:
        steps = own.detail.split(",")
        if own.matter is Matter.AGREEMENT_STEP and own.place in places and _RECOGNISED in steps:
            steps.remove(_RECOGNISED)
            if steps:
                kept.append(replace(own, detail=",".join(steps)))
        else:
            kept.append(own)
    return kept
