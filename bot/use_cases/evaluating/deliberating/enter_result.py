"""Enter a student's result at the workplace, where a programme's rule is that people do."""

from datetime import datetime

from bot.domain.evaluating.exact import WorkplacePoints
from bot.domain.evaluating.workplace_rule import RuleKind
from bot.domain.periods.period import Period
from bot.domain.school.tracks import Person, Role, Track
from bot.domain.school.visibility import ENTERS_RESULT
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.evaluating.workplace import NewResult


class NoEntry(Exception):
    """Nothing can be entered there: not by this person, not by this rule, or not in that period."""


def may_enter(uow: UnitOfWork, track: Track, period: Period, at: datetime) -> bool:
    """Say whether who meets a track so may enter its result in a period at an instant (aware)."""
    stated = uow.workplace_results.read_rule(track.programme_id)
    return (
        stated is not None
        and stated.rule.kind is RuleKind.ENTERED
        and bool(track.roles & ENTERS_RESULT)
        and track.ended_at is None
        and period.programme_id == track.programme_id
        and period.standing
        and period.opens_at <= at
    )


def enter_result(
    uow: UnitOfWork,
    person: Person,
    track: Track,
    period: Period,
    given: WorkplacePoints,
    at: datetime,
    *,
    for_id: int | None = None,
) -> int:
    """Enter a result at an instant (aware); gives its entry, by which it is undone.

    A coach may write it down in the name of one of the track's mentors (`for_id`). Those entered
    before are kept, and no longer count. Raises NoEntry.
    """
    if not given.sound or not may_enter(uow, track, period, at):
        raise NoEntry
    if for_id == person.id:
        for_id = None
    mentors = dict(uow.workplace_results.list_mentors(track.id))
    if for_id is not None and not (Role.COACH in track.roles and for_id in mentors):
        raise NoEntry
    new = NewResult(person.organisation_id, track.id, period.id, given, person.id, for_id)
    result = uow.workplace_results.enter(new, at)
    kept = {"of": track.id, "result": result}
    return uow.acts.record(person.id, Act.WORKPLACE_RESULT, at, track.student, kept)
