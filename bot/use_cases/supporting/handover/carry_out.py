"""Carry out what was agreed: a track changes hands, and the log of acts says so."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.administering.seats import SEAT_ROLES
from bot.domain.school.tracks import Role
from bot.domain.supporting.handovers import Handover, HandoverWish, Moved
from bot.ports import UnitOfWork
from bot.ports.supporting.stops import ALL
from bot.ports.worlds import World
from bot.use_cases.joining.end_placements import first_day
from bot.use_cases.supporting.handover.fit_to_coach import may_still_coach
from bot.use_cases.supporting.handover.tell_handover import tell_done, tell_failed
from bot.use_cases.talking.tell_signed import tell_new_coach


def carry_out(uow: UnitOfWork, handover_id: int, at: datetime) -> bool:
    """Let a track change hands; False where it only ends.

    So it is where who was named is erased or cannot be coach any more, and where its coach is
    coach no more. Of a coach who is erased meanwhile the place is empty: it is filled.
    """
    handover = uow.handovers.find(handover_id)
    if handover is None or not handover.is_planned:
        return False
    moved = _move(uow, handover.wish)
    if moved is None:
        uow.handovers.mark_ended(handover.id, at)
        return False
    uow.handovers.mark_done(handover.id, moved, at)
    wish = handover.wish
    tell_new_coach(uow, (wish.organisation_id, wish.to_id), moved.gained, at)
    note_change(uow, handover, at, handover.wish.by_id, back=False)
    return True


def _move(uow: UnitOfWork, wish: HandoverWish) -> Moved | None:
    if not may_still_coach(uow, wish.organisation_id, wish.to_id):
        return None
    if uow.school_people.find(wish.organisation_id, wish.from_id) is None:
        return uow.handovers.fill(wish)
    moved = uow.handovers.move(wish)
    return moved if moved.placements else None


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
    """Carry out some of what was agreed for today or before; counts it.

    Who is concerned is told with the last of what was said in one go, once for all of it.
    """
    due = list_due(uow, world, zones, at_most)
    for number in due:
        carry_out(uow, number, world.at)
    looked: set[int] = set()
    for number in due:
        if number not in looked:
            together = uow.handovers.list_together(number)
            looked |= {own.id for own in together}
            _tell(uow, together, world.at)
    return len(due)


def _tell(uow: UnitOfWork, together: Sequence[Handover], at: datetime) -> None:
    if any(own.is_planned for own in together):
        return
    if any(own.stands for own in together):
        tell_done(uow, together, at)
    if any(own.failed for own in together):
        tell_failed(uow, together, at)


def _today(world: World, zones: Sequence[str]) -> date:
    return first_day(world, zones)
