"""Legends: in full on the first picture that somebody sees on a day, afterwards in one line."""

from dataclasses import replace

from bot.messages import Picture
from bot.use_cases.reporting.explain_legend import explain_legend
from handlers.talking.turn import Replies, Turn


def explain_once(turn: Turn, replies: Replies, message: str) -> Replies:
    """Let the first picture explain itself in full, where none did today, and all others in brief.

    `message` names what is said, so that the same one said again stays as it was.
    """
    pictures = [file for reply in replies for file in reply.files if isinstance(file, Picture)]
    if not pictures:
        return replies
    full = explain_legend(turn.uow, turn.person.id, turn.today, message)
    brief = pictures[1:] if full else pictures
    shown = {id(picture): replace(picture, in_brief=True) for picture in brief}
    return [
        replace(reply, files=tuple(shown.get(id(file), file) for file in reply.files))
        for reply in replies
    ]
