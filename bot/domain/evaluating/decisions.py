"""What a class council decided about a student: a record of its own, naming the photo it was on.

That people decide is the source's (document 004, chapter 2 §8); the record, its digest and its
chain are ours.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date
from enum import StrEnum
from hashlib import sha256
from typing import Any


class DecisionKind(StrEnum):
    """What a council decides; another decision is said in its own words."""

    QUALIFIED = "qualified"
    NOT_QUALIFIED = "not qualified"
    GOES_ON = "goes on"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What people say of a decision: which it is, who decided, on which day, and why.

    `words` are its own, where it is another decision than the usual ones; `council` are names.
    """

    kind: DecisionKind
    council: Sequence[str]
    decided_on: date
    reason: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a decision was made on, in words as they were then, and who recorded it.

    `result` is the workplace's result at the photo as plain values, with its arithmetic.
    """

    student_id: int
    student: str
    programme: str
    period: str
    author: str
    result: Mapping[str, Any] = field(default_factory=dict)

    def written(self) -> str:
        """Write it as the text that is kept, and hashed."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(values, ensure_ascii=False, sort_keys=True)


def read_basis(written: str) -> Basis | None:
    """Read a basis back; None for what was never written as one."""
    try:
        values = json.loads(written)
        known = {name: values[name] for name in Basis.__slots__}
    except (ValueError, TypeError, KeyError):
        return None
    return Basis(**known)


@dataclass(frozen=True, slots=True)
class DecisionHead:
    """What a decision is about: a track in the photo of a period, which its digest names.

    `follows` is the identity of the decision that this one corrects.
    """

    organisation_id: int
    track_id: int
    period_id: int
    photo: str
    follows: int | None = None


DIGESTED = (
    "organisation_id", "number", "before", "track_id", "period_id", "photo_digest", "follows_id",
    "kind", "words", "council", "decided_on", "reason", "basis", "author_id", "made_at",
)  # fmt: skip
"""What a digest is of: all that is kept of a decision when it is recorded, and its place."""


def digest_of_decision(kept: Mapping[str, Any]) -> str:
    """Compute the digest of a decision from what is kept of it, under these names.

    `made_at` is aware; all else is as it is kept, so that nothing needs to be read to be checked.
    """
    made_at = kept["made_at"].astimezone(UTC).isoformat()
    of = [made_at if name == "made_at" else kept[name] for name in DIGESTED]
    return sha256(json.dumps(["decision", 1, *of]).encode()).hexdigest()
