"""What a dialogue waits for: each question with the data it needs, kept as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import Field, dataclass, fields
from functools import cache
from typing import Any, ClassVar, Self

from bot.ports.talking import Awaited

PENDING = ("pending", "pending_source", "source")
"""The fields that every question has, for a text that waits."""

_KINDS: dict[Awaited, type["Question"]] = {}
"""Every kind of question, by the name under which it is stored."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """Something that was asked, or a menu that is open; a subclass names its kind.

    `pending` is a text that may be the answer or scores: it waits until a tap says which, together
    with the reference of its message (`pending_source`). `source` is that reference once the text
    was taken. All fields are plain values, since they are stored and outlive a version: a new one
    needs a default.

    What `lasts` stays open below what comes `over` it, under the same serial: `under` is its name
    and its data, and it goes on once that is settled. `drawn` is the message in which it was seen
    last, where that is known.
    """

    kind: ClassVar[Awaited]
    lasts: ClassVar[bool] = False
    over: ClassVar[bool] = False
    pending: str = ""
    pending_source: str = ""
    source: str = ""
    under: Sequence[Any] = ()
    drawn: str = ""

    def __init_subclass__(cls) -> None:
        """Make the kind known, so that it can be read back."""
        _KINDS[cls.kind] = cls

    @property
    def stored(self) -> bool:
        """Whether taps stored something while this was open."""
        return False

    @property
    def here(self) -> int:
        """The competence that this is about; 0 where it is about none."""
        return 0

    def data(self) -> dict[str, Any]:
        """List what has to be kept: the fields that are not as by default."""
        known, own = _fields(self.kind), vars(self)
        return {name: own[name] for name, field in known.items() if own[name] != field.default}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self | None:
        """Read it back; None where something is missing."""
        known = _fields(cls.kind)
        try:
            return cls(**{name: value for name, value in data.items() if name in known})
        except TypeError:
            return None


@cache
def _fields(kind: Awaited) -> Mapping[str, Field[Any]]:
    """List the fields of a kind of question, by their names."""
    return {field.name: field for field in fields(_KINDS[kind])}


def is_of_kind(asking: Awaited | None, kind: type[Question]) -> bool:
    """Say whether what is waited for is a question of this kind, or of one of its own."""
    known = _KINDS.get(asking) if asking else None
    return known is not None and issubclass(known, kind)


def read_question(kind: Awaited | None, data: Mapping[str, Any]) -> Question | None:
    """Read the question of a dialogue back; None where nothing is asked."""
    known = _KINDS.get(kind) if kind else None
    return known.of(data) if known else None
