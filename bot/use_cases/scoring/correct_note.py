"""Correct a note that was typed on request, by its edited message."""

from bot.ports import UnitOfWork


def correct_note(uow: UnitOfWork, author_id: int, source: str, text: str) -> bool:
    """Replace the words of the note that a message was; say whether it still stands."""
    return bool(source and text) and uow.ledger.correct_note(author_id, source, text)
