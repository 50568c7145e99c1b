"""Note that a promise was kept, or that it does not count any more; or take that back."""

from collections.abc import Sequence

from bot.domain.school.tracks import Track
from bot.domain.visiting.promises import Promise, PromiseOutcome
from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer
from bot.use_cases.talking.note_change import note_change
from bot.use_cases.visiting.see_visits import list_minuted


def find_promise(uow: UnitOfWork, tracks: Sequence[Track], promise_id: int) -> Promise | None:
    """Find a promise on these tracks, for whoever sees what was promised."""
    return uow.visits.find_promise(promise_id, list_minuted(tracks))


def end_promise(
    uow: UnitOfWork,
    tracks: Sequence[Track],
    promise_id: int,
    outcome: PromiseOutcome | None,
    by: Doer,
) -> Promise | None:
    """Note how a promise on these tracks ended, None that it stands again; gives it as it was."""
    found = find_promise(uow, tracks, promise_id)
    if found is not None and found.outcome is not outcome:
        was, now = (said.value if said else "" for said in (found.outcome, outcome))
        note_change(uow, by, Act.PROMISE, {"of": found.id, "was": was, "now": now})
        uow.visits.end_promise(found.id, outcome, by.at)
    return found
