"""An answer of more messages than anybody reads is cut, and says so; lists have their pages."""

from bot.messages import _

MOST = 5
"""Messages that a reply becomes at most."""

REST = _(
    "This is only the beginning: all of it is too long for one answer. "
    "Ask for less, such as one student or one competence."
)
