"""See what the class council decided about a student, as far as it is the viewer's to see."""

from collections.abc import Sequence

from bot.domain.rights.looking import OpenedKind
from bot.domain.school.tracks import Track
from bot.domain.school.visibility import DecisionSight, decision_sight_of
from bot.ports import UnitOfWork
from bot.ports.evaluating.decisions import Decision


def see_decisions(uow: UnitOfWork, track: Track) -> Sequence[Decision]:
    """List the decisions about a track, the newest first, as its viewer's roles see them.

    A student sees those that a person told, a mentor none.
    """
    sight = decision_sight_of(track.roles)
    if sight is DecisionSight.NOTHING:
        return ()
    every = reversed(uow.decisions.list_of(track.id))
    found = [own for own in every if sight is DecisionSight.ALL or own.told is not None]
    if found:
        uow.glimpses.count_in([track.id], OpenedKind.DECISION)
    return found
