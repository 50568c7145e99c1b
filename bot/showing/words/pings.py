"""What a ping says: that something waits on the page, of which sort, and nothing of what it says.

It may be read over a shoulder, on a locked phone or by whoever passes it on: no name stands in it,
no score, and no word of anybody.
"""

from collections.abc import Mapping

from bot.messages import MessageKind, Text, _

SENTENCES: Mapping[str, Text] = {
    MessageKind.ANSWER: _("There is an answer for you."),
    MessageKind.NOTICE: _("There is news for you."),
    MessageKind.REMINDER: _("Something is open for you."),
    MessageKind.REHEARSAL: _("It is nearly time for the photo: have a look at what is open."),
    MessageKind.PHOTO: _("A photo was taken: you can look at it now."),
    MessageKind.ALERT: _("There is something to look at together."),
    MessageKind.QUESTION: _("There is a question for you."),
    MessageKind.PROMPT: _("There is a question about your day."),
    MessageKind.TIP: _("There is a tip for you."),
}
"""The sentence of each sort of message; a photo is one of colours, and never of anybody."""

SOMETHING = _("Something is waiting for you.")
"""What is said of a message of a sort that this version of the program does not know."""


def ping_of(kind: str) -> Text:
    """Tell the sentence of a ping for a message of a sort."""
    return SENTENCES.get(kind, SOMETHING)
