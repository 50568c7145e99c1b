"""Correct a note that was typed on request, by its edited message."""

from datetime import datetime

from bot.ports import UnitOfWork
from bot.use_cases.rights.contesting.end_contest import end_rewritten


def correct_note(uow: UnitOfWork, author_id: int, source: str, text: str, at: datetime) -> bool:
    """Replace the words of the note that a message was; say whether it still stands.

    What was contested of it ends, at an instant (aware), where it says something else by now.
    """
    if not source or not text:
        return False
    contested = uow.contests.list_on_message(author_id, source)
    if not uow.ledger.correct_note(author_id, source, text):
        return False
    for contest, before in contested:
        if before != text:
            end_rewritten(uow, contest, author_id, before, at)
    return True
