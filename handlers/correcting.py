"""An edited message: it corrects what it is part of, or the entry that it made."""

from dataclasses import replace

from bot.messages import Reply, _, words
from bot.use_cases.scoring.correct_entry import correct_entry
from handlers.reading import LONGEST, read_text, read_typed, too_long
from handlers.talking.help import not_understood
from handlers.talking.meaning.meant import take_pending
from handlers.talking.meaning.shorthand import reads_as_prose
from handlers.talking.media import cannot_use
from handlers.talking.turn import Replies, Turn

STANDS = _("I cannot change that here: what you said before stands as it was.")


def correct(turn: Turn) -> Replies:
    """Let an edited message correct the answer it is part of, or the entry that it made."""
    text = turn.said.caption if turn.said.media else turn.said.text.strip()
    if len(text) > LONGEST:
        return [too_long(text)]
    if (edited := turn.table.edit(turn, text)) is not None:
        return edited
    if turn.said.media:
        return cannot_use(turn)
    question = turn.question
    if turn.said.ref and question is not None and question.pending_source == turn.said.ref:
        take_pending(turn)  # it was not taken yet: what it is now takes its place
        return read_typed(turn, text)
    former = turn.uow.ledger.find_entry_of_source(turn.person.id, turn.said.ref)
    if former is None:
        # What a question took in, a goal or an answer to a coach, is with its reader by now.
        return [Reply(STANDS)] if reads_as_prose(text) else _anew(turn, text)
    replies: Replies = []

    def say_anew() -> bool:
        replies.extend(_anew(turn, text))
        return bool(turn.recorded)

    if not correct_entry(turn.uow, former, turn.at, say_anew):
        return replies
    kept = words(_("Your earlier message stands as it was stored."), replies[0].text, by="\n")
    return [replace(replies[0], text=kept), *replies[1:]]


def _anew(turn: Turn, text: str) -> Replies:
    """Read an edited message; it is older than any question, so it answers none."""
    return read_text(turn, text) if text else not_understood(turn)
