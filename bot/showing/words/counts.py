"""The words for a competence's counts: how much came up, and how much cannot be seen here."""

from bot.domain.scoring.colours import Colour
from bot.messages import Sayable, Text, _


def progress_words(colour: Colour, covered: int, total: int) -> Text | None:
    """Say how far a competence has come up; where nothing is scored its colour has said that."""
    if colour is Colour.GREY and not covered:
        return None
    return _("covered {covered} of {total}", covered=covered, total=total)


def not_here_words(not_here: int, shown: int | None, total: int) -> Sayable | None:
    """Say how many indicators are 'not here', since a colour counts them as not shown.

    `shown` is left out for whoever sees no more of a perspective than its colour and progress.
    """
    if not not_here:
        return None
    if shown is None:
        return _("{count} not here", count=not_here)
    return _("{shown} of {total} shown, {count} not here", shown=shown, total=total, count=not_here)
