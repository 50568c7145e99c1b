"""Let somebody stand in no more, or longer: early by a person, else by the clock."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.supporting.substitutes import (
    LONGEST_SUBSTITUTION,
    Substitute,
    Substitution,
    WrongEnd,
    join_substitutes,
)
from bot.domain.telling.asks import Asks
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act
from bot.ports.supporting.substitutes import ALL
from bot.ports.worlds import World
from bot.use_cases.scoring.undo_entry import LostSight
from bot.use_cases.supporting.absence.note_absence import restore_absence
from bot.use_cases.supporting.substitutes.log_roles import log_roles
from bot.use_cases.supporting.substitutes.name_substitute import may_stand_in_again, note_absent
from bot.use_cases.supporting.substitutes.see_substitutes import coached
from bot.use_cases.supporting.substitutes.tell_substitute import (
    hand_questions,
    tell_substitution,
)


def end_substitution(
    uow: UnitOfWork, by: int | None, ended: Substitution, at: datetime
) -> int | None:
    """Let somebody stand in no more, as a person or the clock (None), at an instant (aware).

    What they said stays; what they were asked goes back. Gives the entry that undo takes back,
    None for the clock and the command line.
    """
    _end(uow, by, ended, at)
    if by is None:
        return None
    before = {"of": ended.first.id, "did": "ended", "ids": ended.ids}
    return uow.acts.record(by, Act.SUBSTITUTE, at, before=before)


def _end(uow: UnitOfWork, by: int | None, ended: Substitution, at: datetime) -> None:
    uow.substitutes.end(ended.ids, at)
    first = ended.first
    uow.prompts.unplan(first.person_id)
    hand_questions(uow, ended, first.person_id, first.absent_id, at)
    log_roles(uow, ended, by, at, began=False)
    tell_substitution(uow, ended, Asks.SUBSTITUTE_ENDED, by, at)


def move_end(
    uow: UnitOfWork, by: int | None, moved: Substitution, ends_at: datetime, at: datetime
) -> int | None:
    """Let somebody stand in until another instant (aware); gives the entry as above.

    Who is away is noted so until then. Raises WrongEnd.
    """
    if not at < ends_at <= at + LONGEST_SUBSTITUTION:
        raise WrongEnd
    uow.substitutes.move_end(moved.ids, ends_at)
    kept = note_absent(uow, moved.first.absent_id, ends_at, at)
    now = Substitution(tuple(uow.substitutes.find(moved.ids)))
    tell_substitution(uow, now, Asks.SUBSTITUTE_NAMED, by, at)
    if by is None:
        return None
    before = {
        "of": moved.first.id,
        "did": "moved",
        "ids": moved.ids,
        "was": moved.first.ends_at.isoformat(),
        "became": ends_at.isoformat(),
        "absence": kept,
    }
    return uow.acts.record(by, Act.SUBSTITUTE, at, before=before)


def end_substitutes_over(uow: UnitOfWork, world: World, at_most: int = ALL) -> int:
    """Let those go whose last day is over by the school's clock; counts the placements."""
    over = uow.substitutes.list_over(world, at_most)
    for ended in join_substitutes(uow.substitutes.find(over) if over else ()):
        end_substitution(uow, None, ended, world.at)
    return len(over)


def list_substitutes_over(uow: UnitOfWork, world: World, at_most: int = ALL) -> Sequence[int]:
    """List those whose last day is over; nothing is written."""
    return uow.substitutes.list_over(world, at_most)


def put_substitute_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Undo what was done about a substitute; False where it does not stand so any more.

    Raises LostSight where who did it coaches the track no more.
    """
    parts = uow.substitutes.find(entry.before["ids"])
    if not parts:
        return False
    own = {track.id for track in coached(uow.tracks.list_of(entry.author_id))}
    if not all(_may_undo(part, entry.author_id, own) for part in parts):
        raise LostSight
    undone = Substitution(tuple(parts))
    if entry.before["did"] == "ended":
        return _reopen(uow, undone, entry.author_id, at)
    if any(part.ended_at is not None for part in parts):
        return False
    if entry.before["did"] == "moved":
        return _move_back(uow, undone, entry, at)
    _end(uow, entry.author_id, undone, at)
    _put_absence_back(uow, entry)
    return True


def _may_undo(part: Substitute, person_id: int, coached_tracks: set[int]) -> bool:
    return part.track_id in coached_tracks or part.absent_id == person_id


def _reopen(uow: UnitOfWork, undone: Substitution, by: int, at: datetime) -> bool:
    if any(part.ended_at is None or part.ends_at <= at for part in undone.parts):
        return False
    if not may_stand_in_again(uow, undone):
        return False
    uow.substitutes.reopen(undone.ids)
    hand_questions(uow, undone, undone.first.absent_id, undone.first.person_id, at)
    log_roles(uow, undone, by, at, began=True)
    tell_substitution(uow, undone, Asks.SUBSTITUTE_NAMED, by, at)
    return True


def _move_back(uow: UnitOfWork, undone: Substitution, entry: Entry, at: datetime) -> bool:
    was = datetime.fromisoformat(entry.before["was"])
    if undone.first.ends_at.isoformat() != entry.before["became"] or was <= at:
        return False
    uow.substitutes.move_end(undone.ids, was)
    _put_absence_back(uow, entry)
    now = Substitution(tuple(uow.substitutes.find(undone.ids)))
    tell_substitution(uow, now, Asks.SUBSTITUTE_NAMED, entry.author_id, at)
    return True


def _put_absence_back(uow: UnitOfWork, entry: Entry) -> None:
    """Put back what was known of the absence, where nobody said anything of it since."""
    kept = entry.before["absence"]
    if kept is None:
        return
    now = uow.people.read_preferences(kept["of"])
    if (now.absent_until.isoformat() if now.absent_until else None) == kept["became"]:
        restore_absence(uow, kept["of"], kept["was"], now)


def list_stood_in(uow: UnitOfWork, person_id: int) -> Sequence[Substitution]:
    """List who stands in for somebody, who may be back."""
    about = uow.substitutes.list_about(person_id)
    return join_substitutes(own for own in about if own.absent_id == person_id)
