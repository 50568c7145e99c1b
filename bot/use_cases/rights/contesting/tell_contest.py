"""Tell those whom it concerns that something is contested, and how that ended."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.domain.rights.contesting import Contest
from bot.domain.telling.asks import Asks
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Posted

LASTS = timedelta(weeks=4)
"""How long it is of use to hear it."""


def list_concerned(uow: UnitOfWork, contest: Contest) -> Sequence[int]:
    """List who said what is contested, or speaks in that view, and the coaches; each once."""
    what = contest.what
    coaches = [coach for coach, _zone in uow.alerts.list_coaches(what.track_id)]
    if what.note_id is not None:
        note = uow.contests.find_note(what.note_id)
        said = [note.author_id] if note else []
    else:
        seats = uow.interventions.list_scorers(what.track_id)
        said = [scorer for scorer, role in seats if role is what.role]
    return list(dict.fromkeys([*said, *coaches]))


def tell_contested(uow: UnitOfWork, contest_id: int, at: datetime) -> None:
    """Let them hear that it is contested."""
    contest = uow.contests.find(contest_id)
    if contest is not None:
        _post(uow, contest, list_concerned(uow, contest), Asks.CONTESTED, at)


def tell_ended(uow: UnitOfWork, contest_id: int, but: int | None, at: datetime) -> None:
    """Let them, and who contested it, hear how it ended; not who did it."""
    contest = uow.contests.find(contest_id)
    if contest is not None:
        others = dict.fromkeys([contest.by_id, *list_concerned(uow, contest)])
        heard = [person for person in others if person != but]
        _post(uow, contest, heard, Asks.CONTEST_ENDED, at)


def _post(
    uow: UnitOfWork, contest: Contest, people: Iterable[int], asks: Asks, at: datetime
) -> None:
    for person in people:
        posted = Posted(
            person,
            MessageKind.ANSWER,
            f"{asks} {contest.id}",
            asks,
            contest.what.track_id,
            at + LASTS,
            contest.id,
        )
        uow.outbox.post(posted, at)
