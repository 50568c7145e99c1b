"""Tell who is concerned who the coach is now, or will be: each of them once for all tracks."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.supporting.handovers import Handover
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted

LASTS = timedelta(days=30)
"""How long a message that somebody cannot get yet is of use."""


def tell_planned(uow: UnitOfWork, first: int, at: datetime) -> Sequence[int]:
    """Tell both coaches what is agreed for a day; gives who is told."""
    wish = uow.handovers.list_together(first)[0].wish
    return _post(uow, "planned", first, [wish.to_id, wish.from_id], wish.by_id, at)


def tell_done(uow: UnitOfWork, first: int, at: datetime) -> Sequence[int]:
    """Tell everybody around who the coach is from now on; gives who is told."""
    together = uow.handovers.list_together(first)
    return _post(uow, "done", first, _concerned(uow, together), together[0].wish.by_id, at)


def tell_back(
    uow: UnitOfWork, together: Sequence[Handover], first: int, by: int, at: datetime
) -> None:
    """Tell those whom it had reached that the coach of before is coach after all."""
    asked = {*_concerned(uow, together), together[0].wish.by_id}
    subjects = {_subject(what, first, who): who for who in asked for what in ("planned", "done")}
    reached = uow.handovers.list_told(list(subjects))
    _post(uow, "back", first, [who for who in sorted(asked) if who in reached], by, at)


def _concerned(uow: UnitOfWork, together: Sequence[Handover]) -> list[int]:
    who = dict.fromkeys([together[0].wish.to_id, together[0].wish.from_id])
    for own in together:
        seats = uow.interventions.list_scorers(own.wish.track_id)
        coaches = uow.alerts.list_coaches(own.wish.track_id)
        who |= dict.fromkeys(
            [*(person for person, _role in seats), *(coach for coach, _zone in coaches)]
        )
    return list(who)


def _post(
    uow: UnitOfWork, what: str, first: int, people: Sequence[int], by: int, at: datetime
) -> list[int]:
    told = []
    for person in people:
        if person != by:
            posted = Posted(
                person,
                MessageKind.ANSWER,
                _subject(what, first, person),
                Asks.HANDED_OVER,
                expires_at=at + LASTS,
                about_id=first,
            )
            if uow.outbox.post(posted, at) is not None:
                told.append(person)
    return told


def _subject(what: str, first: int, person: int) -> str:
    return f"{Asks.HANDED_OVER}:{what}:{first}:{person}"
