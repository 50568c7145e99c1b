"""Carry out what was agreed: a track changes hands, and the log of acts says so."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.administering.seats import SEAT_ROLES
from bot.domain.school.tracks import Role
from bot.domain.supporting.handovers import Handover
from bot.ports import UnitOfWork
from bot.ports.supporting.stops import ALL
from bot.ports.worlds import World
from bot.use_cases.joining.end_placements import first_day
from bot.use_cases.supporting.handover.tell_handover import tell_done


def carry_out(uow: UnitOfWork, handover_id: int, at: datetime) -> bool:
    """Let a track change hands; where its coach is coach no more, it only ends, and False."""
    handover = uow.handovers.find(handover_id)
    if handover is None or not handover.is_planned:
        return False
    moved = uow.handovers.move(handover.wish)
    if not moved.placements:
        uow.handovers.mark_ended(handover.id, at)
        return False
    uow.handovers.mark_done(handover.id, moved, at)
    note_change(uow, handover, at, handover.wish.by_id, back=False)
    return True


def note_change(uow: UnitOfWork, handover: Handover, at: datetime, by: int, *, back: bool) -> None:
    """Note in the log of acts who is coach now and who is it no longer."""
    wish = handover.wish
    began, ended = (wish.from_id, wish.to_id) if back else (wish.to_id, wish.from_id)
    for kind, who in ((RightsActKind.ROLE_ENDED, ended), (RightsActKind.ROLE_BEGAN, began)):
        uow.rights_acts.note(
            wish.organisation_id,
            kind,
            at,
            by,
            who,
            student=handover.student_id,
            track=wish.track_id,
            role=SEAT_ROLES.index(Role.COACH),
        )


def list_due(
    uow: UnitOfWork, world: World, zones: Sequence[str], at_most: int = ALL
) -> Sequence[int]:
    """List what is to be carried out by now; nothing is written."""
    return uow.handovers.list_due(world, _today(world, zones), at_most)


def carry_out_due(uow: UnitOfWork, world: World, zones: Sequence[str], at_most: int = ALL) -> int:
    """Carry out what was agreed for today or before, and tell who is concerned; counts it."""
    due = list_due(uow, world, zones, at_most)
    done = [number for number in due if carry_out(uow, number, world.at)]
    told: set[int] = set()
    for number in done:
        if number not in told:
            tell_done(uow, number, world.at)
            told |= {own.id for own in uow.handovers.list_together(number)}
    return len(due)


def _today(world: World, zones: Sequence[str]) -> date:
    return first_day(world, zones)
