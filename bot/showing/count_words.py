"""The words for a competence's counts: how much came up, and how much cannot be seen here."""

from bot.messages import Sayable, Text, _


def progress_words(covered: int, total: int) -> Text:
    """Say how far a competence has come up."""
    return _("covered {covered} of {total}", covered=covered, total=total)


def not_here_words(not_here: int, shown: int | None, total: int) -> Sayable | None:
    """Say how many indicators are 'not here', since a colour counts them as not shown.

    `shown` is left out for who sees no more of a perspective than its colour and progress.
    """
    if not not_here:
        return None
    if shown is None:
        return _("{count} not here", count=not_here)
    return _("{shown} of {total} shown, {count} not here", shown=shown, total=total, count=not_here)
