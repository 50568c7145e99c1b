"""List the agreements that are missing, their open steps, and those that end."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.agreeing.agreements import WARNED, AgreementStanding
from bot.domain.agreeing.steps import AgreementStep
from bot.domain.dated import Dated, Matter
from bot.domain.school.tracks import Person, Track
from bot.ports import UnitOfWork
from bot.use_cases.agreeing.agreements.see_agreements import see_coached


def list_dated(
    uow: UnitOfWork, person: Person, tracks: Sequence[Track], until: date, today: date
) -> list[Dated]:
    """List what is late, or has a date up to a day; the end of an agreement six weeks before."""
    standings = see_coached(uow, person, tracks, today)
    ends_until = max(until, today + WARNED)
    return [
        dated
        for standing in standings
        for dated in (*_missing(standing, today), *_steps(standing, today), *_end(standing, today))
        if dated.due_on is None
        or dated.due_on <= (ends_until if dated.matter is Matter.AGREEMENT_END else until)
    ]


def _dated(
    standing: AgreementStanding, matter: Matter, due_on: date | None, detail: str = ""
) -> Dated:
    place = standing.place
    return Dated(
        matter,
        due_on,
        place.placement_id,
        track_id=place.track_id,
        student=place.student,
        place=place.workplace,
        detail=detail,
    )


def _missing(standing: AgreementStanding, today: date) -> Iterator[Dated]:
    """Miss it by its day, and at once where another kind is needed by now."""
    needed = standing.place.needed
    detail = needed.value if needed else ""
    if standing.is_missing(today):
        yield _dated(standing, Matter.AGREEMENT_MISSING, standing.missing_by(), detail)
    elif standing.is_of_another_kind(today):
        yield _dated(standing, Matter.AGREEMENT_MISSING, None, detail)


def _steps(standing: AgreementStanding, today: date) -> Iterator[Dated]:
    """Name the open steps together that are due on one day."""
    by_day: dict[date, list[AgreementStep]] = defaultdict(list)
    for owed in standing.owed_now(today):
        by_day[owed.due_on].append(owed.step)
    for day, steps in by_day.items():
        yield _dated(standing, Matter.AGREEMENT_STEP, day, ",".join(steps))


def _end(standing: AgreementStanding, today: date) -> Iterator[Dated]:
    last = standing.ends_without_next(today)
    if last is not None:
        yield _dated(standing, Matter.AGREEMENT_END, last)
