"""What an edited message says takes the place of what it had stored, or what it stored stands."""

from collections.abc import Callable
from dataclasses import replace

from bot.messages import Moment, Quoted, Reply, _, lines, words
from bot.ports import Entry
from bot.use_cases.scoring.correct_entry import correct_entry
from bot.use_cases.undoing.find_old import find_old
from handlers.talking.meaning.whom import LINE_SHOWN, LineWaiting, PutAway
from handlers.talking.phrases import short
from handlers.talking.routing.answered import Answered, Reread
from handlers.talking.routing.tap import LiveTap, button
from handlers.talking.turn import Replies, Turn


class CorrectOld(LiveTap, code="co"):
    """Let an edited message correct what it said more than a day ago."""


def ask_old(turn: Turn, text: str) -> Reply | None:
    """Ask first whether an edited message is to correct what it said more than a day ago.

    None where it said nothing that long ago.
    """
    if find_old(turn.uow, turn.person.id, turn.said.ref, turn.at) is None:
        return None
    return ask_old_again(turn, LineWaiting(line=text, asks="old", source=turn.said.ref))


def ask_old_again(turn: Turn, waiting: LineWaiting) -> Reply | None:
    """Ask it once more; None where it does not stand any more."""
    said_at = find_old(turn.uow, turn.person.id, waiting.source, turn.at)
    if said_at is None:
        return None
    serial = turn.ask(waiting)
    question = _("Change what you said on {when} into this?", when=Moment(said_at))
    text = lines(question, Quoted(short(waiting.line, LINE_SHOWN)), _("Nothing was changed yet."))
    yes = button(_("yes, change it"), CorrectOld(serial))
    return Reply(text, ((yes,), (button(_("no, leave it"), PutAway(serial)),)))


def tapped_old(turn: Turn, _tap: CorrectOld) -> Answered:
    """Correct what was asked about, about whom it was then."""
    waiting = turn.asked(LineWaiting)
    if waiting is None or waiting.asks != "old":
        return None
    turn.waits_no_more = True
    turn.close()
    turn.speak_for(waiting.source)
    if (edited := turn.table.edit(turn, waiting.line)) is not None:
        return edited
    former = turn.uow.ledger.find_entry_of_source(turn.person.id, waiting.source)
    remember_whom(turn, former)
    return Reread(waiting.line, source=waiting.source)


def remember_whom(turn: Turn, former: Entry | None) -> None:
    """Let the dialogue be about whom an entry is about, or about nobody where that is not one."""
    tracks = {track_id for track_id, _c in turn.uow.ledger.list_touched(former)} if former else ()
    track = turn.track(next(iter(tracks))) if len(tracks) == 1 else None
    if track is not None:
        turn.remember(track)
    else:
        turn.forget()


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
