"""Take a handover back: call it off before its day, or undo it while nothing was done by it."""

from datetime import datetime

from bot.domain.school.tracks import Role
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.use_cases.scoring.undo_entry import LostSight
from bot.use_cases.supporting.handover.carry_out import note_change
from bot.use_cases.supporting.handover.hand_over import AT_ONCE
from bot.use_cases.supporting.handover.tell_handover import tell_back


def take_handover_back(uow: UnitOfWork, first: int, by: int, at: datetime) -> bool:
    """Take back what was said in one go; False, and nothing changes, where it stands no more.

    So it is as well where the new coach did something about one of the tracks since, and where
    more of them changed hands than can go back at once: the new coach hands those over in turn.
    """
    together = [own for own in uow.handovers.list_together(first) if own.ended_at is None]
    standing = [own for own in together if own.stands]
    if not together or len(standing) > AT_ONCE:
        return False
    if not all(uow.handovers.may_go_back(own) for own in standing):
        return False
    for own in together:
        if own.stands:
            uow.handovers.move_back(own.wish, own.moved)
            note_change(uow, own, at, by, back=True)
        uow.handovers.mark_ended(own.id, at)
    tell_back(uow, together, first, by, at)
    return True


def call_off(uow: UnitOfWork, person_id: int, handover_id: int, at: datetime) -> bool:
    """Call off what is planned, as one of both coaches, who said it, or an administrator."""
    own = uow.handovers.find(handover_id)
    if own is None or not own.is_planned:
        return False
    if person_id not in (
        own.wish.from_id,
        own.wish.to_id,
        own.wish.by_id,
    ) and not uow.administrators.is_one(person_id):
        return False
    first = uow.handovers.list_together(own.id)[0].id
    if not take_handover_back(uow, own.id, person_id, at):
        return False
    uow.acts.settle(own.wish.by_id, Act.HANDOVER, first, at)
    if person_id != own.wish.by_id:
        uow.acts.record(person_id, Act.TOLD, at)
    return True


def put_handover_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Undo a handover. Raises LostSight where who said it may not say so any more."""
    own = uow.handovers.find(entry.before["of"])
    if own is None or own.ended_at is not None:
        return False
    author = entry.author_id
    coaches = (
        track.id == own.wish.track_id and Role.COACH in track.roles
        for track in uow.tracks.list_of(author)
    )
    if author != own.wish.from_id and not (any(coaches) or uow.administrators.is_one(author)):
        raise LostSight
    return take_handover_back(uow, own.id, author, at)
