"""Note a change that undo puts back; what turns the newest change around takes that back."""

from collections.abc import Mapping
from typing import Any

from bot.ports import UnitOfWork
from bot.ports.acts import Act, Doer


def note_change(
    uow: UnitOfWork, by: Doer, act: Act, before: Mapping[str, Any], title: str = ""
) -> None:
    """Note what `was` and what is `now`, of what `before` says beside them; both as plain values.

    A button that puts back what somebody changed last is no new change: that one is undone then.
    """
    if before["was"] == before["now"]:
        return
    newest = next(iter(uow.ledger.list_standing(by.person_id, 1)), None)
    turned = {**before, "was": before["now"], "now": before["was"]}
    if newest is not None and newest.act is act and dict(newest.before) == turned:
        uow.acts.mark_undone(newest.id, by.at)
    else:
        uow.acts.record(by.person_id, act, by.at, title, before)
