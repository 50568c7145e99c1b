"""What tellings share: a part of somebody's message of a day."""

from dataclasses import dataclass

from bot.messages import Button, MessageKind, Sayable, lines


@dataclass(frozen=True, slots=True)
class MessagePart:
    """One part of a message that nobody asked for: what it says, its buttons, its sort.

    `brief` is what it says where all parts together would be too long.
    """

    text: Sayable
    buttons: tuple[tuple[Button, ...], ...] = ()
    kind: MessageKind = MessageKind.NOTICE
    brief: Sayable = ""


def bring_answer(heading: Sayable, answer: str, see: Button) -> MessagePart:
    """Bring an answer to who asked: whose it is, its words, and what shows what it is about."""
    return MessagePart(lines(heading, f"“{answer}”"), ((see,),), MessageKind.ANSWER)
