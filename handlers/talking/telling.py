"""What tellings share: a part of somebody's message of a day, and the picture that goes along."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.school.tracks import Role
from bot.messages import Button, Described, MessageKind, Quoted, Sayable, lines
from bot.ports.periods.photos import Photo
from bot.use_cases.reporting.see_report import Report


@dataclass(frozen=True, slots=True)
class Depiction:
    """What the one picture of a message shows: reports as their reader saw them for its words.

    They are those of a `photo` where one is named, else of now. `alone` is the one perspective that
    is shown where others would tell too much, as before somebody scores.
    """

    reports: Sequence[Report]
    photo: Photo | None = None
    alone: Role | None = None


@dataclass(frozen=True, slots=True)
class MessagePart:
    """One part of a message that nobody asked for: what it says, its buttons, its sort.

    `brief` is what it says where all parts together would be too long. What it `depicts` is drawn
    when the message is delivered; of a message with several parts the first picture goes along.
    What it `brings` are files that have to arrive, and go along in any case.
    """

    text: Sayable
    buttons: tuple[tuple[Button, ...], ...] = ()
    kind: MessageKind = MessageKind.NOTICE
    brief: Sayable = ""
    depicts: Depiction | None = None
    brings: tuple[Described, ...] = ()


def bring_answer(heading: Sayable, answer: str, see: Button) -> MessagePart:
    """Bring an answer to who asked: whose it is, its words, and what shows what it is about."""
    return MessagePart(lines(heading, Quoted(answer)), ((see,),), MessageKind.ANSWER)
