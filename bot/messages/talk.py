"""What is said: a platform's update becomes an Incoming, and a handler answers with Replies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.folding import storable
from bot.messages.buttons import Button
from bot.messages.files import Described
from bot.messages.layout import Layout
from bot.messages.texts import Sayable


@dataclass(frozen=True, slots=True)
class Command:
    """A command in a platform's menu, and what it does.

    `words` say how it is called in each language beside English.
    """

    name: str
    does: Sayable
    words: Mapping[str, str] = field(default_factory=dict)

    def word(self, language: str) -> str:
        """Name it as somebody types it who reads this language."""
        return self.words.get(language, self.name)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a form's field may have."""

    value: str
    label: Sayable


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form, with the value it has now."""

    name: str
    label: Sayable
    choices: tuple[Choice, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """Several questions answered together and sent once; where a platform has none, buttons do."""

    code: str
    title: Sayable
    fields: tuple[Field, ...]


class MessageKind(StrEnum):
    """What sort of message this is, for platforms and scripts."""

    ANSWER = "answer"
    NOTICE = "notice"
    REMINDER = "reminder"
    REHEARSAL = "rehearsal"
    PHOTO = "photo"
    ALERT = "alert"
    QUESTION = "question"
    PROMPT = "prompt"
    TIP = "tip"


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to the person who spoke; `edit` replaces the message that was tapped.

    What `files` describe is made at sending and goes along. `over` is a note that a tap is answered
    with: over the chat where a platform has such a place, else a message of its own. `layout` is
    the same by its parts, for a platform that can lay them out. `at` names an earlier message of
    ours that it replaces, as `Incoming.on` named it. What is said once and kept nowhere has
    `instead` in our transcripts, which then keep no file of it either.
    """

    text: Sayable
    buttons: tuple[tuple[Button, ...], ...] = ()
    edit: bool = False
    kind: MessageKind = MessageKind.ANSWER
    files: tuple[Described, ...] = ()
    form: Form | None = None
    over: bool = False
    layout: Layout | None = None
    at: str = ""
    instead: Sayable = ""

    @property
    def tapped(self) -> tuple[tuple[Button, ...], ...]:
        """The rows without the buttons that only copy: for platforms that cannot."""
        rows = (tuple(button for button in row if not button.copies) for row in self.buttons)
        return tuple(row for row in rows if row)


@dataclass(frozen=True, slots=True)
class Answer:
    """The replies to one update, how to render them, which entries it recorded, a menu anew.

    `manner` is how the reader's organisation speaks, as it is kept. `about` says of which person a
    message is, and of nobody else, by the message's reference.
    """

    replies: Sequence[Reply]
    language: str
    time_zone: str
    recorded: Sequence[int] = ()
    menu: Sequence[Command] = ()
    manner: str = ""
    about: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that was sent, by the name that its sender gave it, with its bytes.

    Without them it was larger than we take (`too_large`), or could not be fetched.
    """

    name: str
    data: bytes | None = None
    too_large: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing said by a known person, from any platform.

    `key` names the update and makes a repeat harmless; `said_at` is aware; `ref` names the
    person's own message, so that an edit (`edited`) can correct what it recorded. `media` names
    what came instead of words: photo, voice, forward or other; `file` is what the platform calls
    it, `caption` the words below it. `on` is what the platform calls the message of ours that was
    tapped. On the page `seat` names the session in which it was said. `sent` is a file of an
    administrator's; that of others is not even fetched.
    """

    key: str
    person_id: int
    said_at: datetime
    text: str = ""
    tap: str = ""
    form: Mapping[str, str] | None = None
    ref: str = ""
    edited: bool = False
    media: str = ""
    file: str = ""
    caption: str = ""
    on: str = ""
    seat: str = ""
    sent: SentFile | None = None

    def __post_init__(self) -> None:
        """Keep only text that can be stored."""
        for name in ("text", "caption"):
            object.__setattr__(self, name, storable(getattr(self, name)))
