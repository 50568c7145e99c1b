"""An edited message: it corrects what it is part of, or the entry that it made."""

from collections.abc import Callable
from dataclasses import replace

from bot.messages import Reply, _
from bot.ports import Entry
from handlers.reading import LONGEST, read_text, read_typed, too_long
from handlers.talking.helping.not_understood import not_understood
from handlers.talking.keeping import forget_waiting
from handlers.talking.meaning.meant import take_pending
from handlers.talking.meaning.shorthand import reads_as_prose
from handlers.talking.media import cannot_use
from handlers.talking.questions.quiet import refuse_edit
from handlers.talking.replacing import ask_old, remember_whom, replace_former
from handlers.talking.routing.question import read_question
from handlers.talking.turn import Replies, Turn

STANDS = _("I cannot change that here: what you said before stands as it was.")


def correct(turn: Turn) -> Replies:
    """Let an edited message correct the answer it is part of, or the entry that it made."""
    text = turn.said.caption if turn.said.media else turn.said.text.strip()
    if len(text) > LONGEST:
        return [too_long(text)]
    if text and (asked := ask_old(turn, text)) is not None:
        return [asked]
    if (edited := turn.table.edit(turn, text)) is not None:
        return edited
    if turn.said.media:
        return cannot_use(turn)
    question = turn.question
    if turn.said.ref and question is not None and question.pending_source == turn.said.ref:
        take_pending(turn)  # it was not taken yet: what it is now takes its place
        return read_typed(turn, text)
    waited = forget_waiting(turn, turn.said.ref)
    former = turn.uow.ledger.find_entry_of_source(turn.person.id, turn.said.ref)
    if former is None and not waited and (refused := refuse_edit(turn)) is not None:
        return refused
    if former is None and not waited and reads_as_prose(text):
        # What a question took in, a goal or an answer to a coach, is with its reader by now.
        return [Reply(STANDS)]
    return _about_whom_it_was(turn, former, lambda: _anew(turn, text))


def _about_whom_it_was(turn: Turn, former: Entry | None, read: Callable[[], Replies]) -> Replies:
    """Read a message anew, without a name about whom it was about, whoever was spoken of since.

    Where that is not known it is asked. The dialogue goes on about nobody else than before.
    """
    before = turn.dialogue
    remember_whom(turn, former)
    replies = replace_former(turn, read)
    if not turn.recorded and turn.question == read_question(before.asking, before.data):
        turn.dialogue = replace(
            turn.dialogue, about_track=before.about_track, about_at=before.about_at
        )
    elif before.about_track not in (None, turn.dialogue.about_track):
        turn.forget()
    return replies


def _anew(turn: Turn, text: str) -> Replies:
    """Read an edited message; it is older than any question, so it answers none."""
    return read_text(turn, text) if text else not_understood(turn)
