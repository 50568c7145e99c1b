"""What an edited message says takes the place of what it had stored, or what it stored stands."""

from collections.abc import Callable
from dataclasses import replace

from bot.messages import _, lines, words
from bot.ports import Entry
from bot.use_cases.scoring.correct_entry import correct_entry
from handlers.talking.turn import Replies, Turn


def replace_former(turn: Turn, read: Callable[[], Replies]) -> Replies:
    """Read a message anew; what it had stored before is taken back, unless nothing comes of it."""
    source = turn.said.ref
    former = turn.uow.ledger.find_entry_of_source(turn.person.id, source) if source else None
    if former is None:
        return read()
    before = set(turn.uow.ledger.list_touched(former))
    replies: Replies = []

    def say_anew() -> bool:
        replies.extend(read())
        return bool(turn.recorded)

    if not correct_entry(turn.uow, former, turn.at, say_anew):
        return _with_taken_back(turn, former, before, replies)
    kept = words(_("Your earlier message stands as it was stored."), replies[0].text, by="\n")
    return [replace(replies[0], text=kept), *replies[1:]]


def _with_taken_back(
    turn: Turn, former: Entry, before: set[tuple[int, int]], replies: Replies
) -> Replies:
    """Say that something was taken back, where the message is now about something else."""
    stands = turn.uow.ledger.find_entry(former.id)
    after: set[tuple[int, int]] = set()
    for entry_id in turn.recorded:
        entry = turn.uow.ledger.find_entry(entry_id)
        after |= set(turn.uow.ledger.list_touched(entry)) if entry else set()
    if before <= after or stands is None or stands.undone_at is None or not replies:
        return replies
    taken = _("What this message said before was taken back: {title}", title=former.title)
    return [replace(replies[0], text=lines(replies[0].text, taken)), *replies[1:]]
