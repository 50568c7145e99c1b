"""Tell who is concerned who the coach is now, or will be: each of them once for all tracks.

It goes along in the one message of their day.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.supporting.handovers import Handover
from bot.domain.telling.asks import Asks
from bot.domain.telling.errands import ErrandKind
from bot.ports import UnitOfWork
from bot.ports.telling.errands import NewErrand

LASTS = timedelta(days=30)
"""How long what somebody cannot be told yet is of use."""

_DONE, _PLANNED = Asks.HANDED_OVER, Asks.HANDOVER_PLANNED
_BACK, _FAILED = Asks.HANDED_BACK, Asks.HANDOVER_FAILED


def tell_planned(uow: UnitOfWork, first: int, at: datetime) -> Sequence[int]:
    """Tell both coaches what is agreed for a day; gives who is told."""
    own = uow.handovers.list_together(first)[0]
    return _give(uow, _PLANNED, own, [own.wish.to_id, own.wish.from_id], own.wish.by_id, at)


def tell_done(uow: UnitOfWork, together: Sequence[Handover], at: datetime) -> Sequence[int]:
    """Tell everybody around who the coach is from now on; gives who is told."""
    done = [own for own in together if own.stands]
    return _give(uow, _DONE, together[0], _concerned(uow, done), done[0].wish.by_id, at)


def tell_failed(uow: UnitOfWork, together: Sequence[Handover], at: datetime) -> None:
    """Tell both coaches, who said it and the administrators that nobody took them over."""
    wish = together[0].wish
    run_it = [own.id for own in uow.administrators.list_of(wish.organisation_id)]
    there = [
        who
        for who in dict.fromkeys([wish.from_id, wish.to_id, wish.by_id, *run_it])
        if uow.school_people.find(wish.organisation_id, who) is not None
    ]
    _give(uow, _FAILED, together[0], there, None, at)


def tell_back(
    uow: UnitOfWork, together: Sequence[Handover], first: int, by: int, at: datetime
) -> None:
    """Tell those whom it had reached that the coach of before is coach after all."""
    wish = together[0].wish
    done = [own for own in together if own.stands]
    asked = {wish.to_id, wish.from_id, wish.by_id, *(_concerned(uow, done) if done else ())}
    said = uow.handovers.list_together(first)[0]
    subjects = [_subject(what, said.id, who) for who in asked for what in (_PLANNED, _DONE)]
    reached = uow.handovers.list_told(asked, subjects)
    _give(uow, _BACK, said, [who for who in sorted(asked) if who in reached], by, at)


def _concerned(uow: UnitOfWork, together: Sequence[Handover]) -> list[int]:
    who = dict.fromkeys([together[0].wish.to_id, together[0].wish.from_id])
    for own in together:
        seats = uow.interventions.list_scorers(own.wish.track_id)
        coaches = uow.alerts.list_coaches(own.wish.track_id)
        who |= dict.fromkeys(
            [*(person for person, _role in seats), *(coach for coach, _zone in coaches)]
        )
    return list(who)


def _give(
    uow: UnitOfWork,
    asks: Asks,
    first: Handover,
    people: Sequence[int],
    by: int | None,
    at: datetime,
) -> list[int]:
    told = [person for person in people if person != by]
    uow.errands.give(
        [
            NewErrand(
                organisation_id=first.wish.organisation_id,
                person_id=person,
                kind=ErrandKind.HANDOVER,
                subject=_subject(asks, first.id, person),
                due_at=at,
                expires_at=at + LASTS,
                about_id=first.id,
            )
            for person in told
        ]
    )
    return told


def _subject(asks: Asks, first: int, person: int) -> str:
    return f"{asks}:{first}:{person}"
