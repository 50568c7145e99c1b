"""End a contest: who said it changed it, who contested it takes it back, or the coach settles it.

Both words stay in the log, whichever it is.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.contesting import Contest, ContestEnding
from bot.domain.school.tracks import Role, Track
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.worlds import World
from bot.use_cases.rights.contesting.tell_contest import tell_ended


def withdraw_contest(uow: UnitOfWork, person_id: int, contest: Contest, at: datetime) -> bool:
    """Let who contested it take that back; False where it is not theirs, or has ended."""
    if not take_back_contest(uow, person_id, contest.id, at):
        return False
    uow.acts.settle(person_id, Act.CONTEST, contest.id, at)
    return True


def take_back_contest(uow: UnitOfWork, person_id: int, contest_id: int, at: datetime) -> bool:
    """Take a contest of somebody's own back; False where it is not theirs, or has ended."""
    contest = uow.contests.find(contest_id)
    if contest is None or contest.by_id != person_id:
        return False
    return _end(uow, contest, ContestEnding.WITHDRAWN, person_id, at)


def settle_contest(
    uow: UnitOfWork, coach_id: int, track: Track, contest: Contest, text: str, at: datetime
) -> bool:
    """Let a coach of the track note how it ended; False for others, or where it has ended."""
    theirs = Role.COACH in track.roles and track.id == contest.what.track_id
    if not theirs or not _end(uow, contest, ContestEnding.SETTLED, coach_id, at, text):
        return False
    uow.acts.record(coach_id, Act.CONTEST_ENDED, at)
    return True


def correct_contested_note(
    uow: UnitOfWork, author_id: int, contest: Contest, text: str, at: datetime
) -> bool:
    """Let the author say a contested note otherwise; what it said stays with the contest.

    False where it is not their note, or it has ended.
    """
    note = uow.contests.find_note(contest.what.note_id) if contest.what.note_id else None
    if note is None or note.taken_back or not contest.stands:
        return False
    before = uow.contests.rewrite_note(note.id, author_id, text)
    if before is None or not end_rewritten(uow, contest, author_id, before, at):
        return False
    uow.acts.record(author_id, Act.CONTEST_ENDED, at)
    return True


def end_rewritten(
    uow: UnitOfWork, contest: Contest, author_id: int, before: str, at: datetime
) -> bool:
    """End what was contested of a note that its author wrote otherwise; `before` is what it said.

    False where it had ended.
    """
    return _end(uow, contest, ContestEnding.CHANGED, author_id, at, before)


def list_changed(uow: UnitOfWork, world: World) -> Sequence[tuple[Contest, int | None]]:
    """List what stands though it was said otherwise since, or taken back, with who did so."""
    found: list[tuple[Contest, int | None]] = []
    for contest in uow.contests.list_answered(world):
        if contest.what.note_id is not None:
            note = uow.contests.find_note(contest.what.note_id)
            found.append((contest, note.author_id if note else None))
            continue
        again = uow.contests.read_said_again(contest).values()
        changed = [said.author_id for said in again if said.now != said.before]
        if changed:
            found.append((contest, changed[-1]))
    return found


def end_changed(uow: UnitOfWork, world: World, at_most: int) -> int:
    """End so many of those at most; gives how many did."""
    some = list_changed(uow, world)[:at_most]
    return sum(
        uow.contests.follow_note(contest)
        or _end(uow, contest, ContestEnding.CHANGED, author, world.at)
        for contest, author in some
    )


def _end(
    uow: UnitOfWork,
    contest: Contest,
    ending: ContestEnding,
    by_id: int | None,
    at: datetime,
    text: str = "",
) -> bool:
    if not uow.contests.end(contest.id, ending, by_id, text, at):
        return False
    uow.rights_acts.note(
        contest.organisation_id,
        RightsActKind.CONTEST_SETTLED,
        at,
        by=by_id,
        about=contest.by_id,
        contest=contest.id,
        track=contest.what.track_id,
    )
    tell_ended(uow, contest.id, by_id, at)
    return True
