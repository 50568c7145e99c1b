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

from bot.domain.evaluating.workplace_result import ResultStanding, WorkplaceResult
from bot.domain.school.frameworks import Programme


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


def freeze_result(result: WorkplaceResult, programme: Programme) -> dict[str, Any]:
    """Write a result as plain values, line by line, by the numbers and titles of a programme."""
    titled = {own.id: own for own in programme.competences}
    return {
        "rule": result.rule.kind.value if result.rule else None,
        "to_reach": str(result.rule.to_reach) if result.rule else None,
        "points": str(result.points),
        "total": str(result.total),
        "missing": result.missing.value if result.missing else None,
        "shortfall": str(result.shortfall),
        "standing": result.standing.value,
        "lines": [
            [
                titled[line.competence_id].number if line.competence_id in titled else 0,
                titled[line.competence_id].title if line.competence_id in titled else "",
                line.colour.value,
                line.weight,
            ]
            for line in result.lines
        ],
    }


class RulingFault(StrEnum):
    """What is wrong with what people say of a decision."""

    NOBODY = "nobody"
    NO_REASON = "no reason"
    NO_WORDS = "no words"
    TOO_LONG = "too long"
    BEFORE_PHOTO = "before photo"
    NOT_YET = "not yet"


MOST_LETTERS = 2000
"""Letters of a reason at most; of a decision's own words, and of each name, a tenth."""


def fault_of(ruling: Ruling, photo_on: date, today: date) -> RulingFault | None:
    """Find what is wrong with a ruling on a photo of one day, recorded on another."""
    short = (ruling.words, *ruling.council)
    long = len(ruling.reason) > MOST_LETTERS or max(map(len, short)) > MOST_LETTERS // 10
    found = {
        RulingFault.NOBODY: not ruling.council or not all(map(str.strip, ruling.council)),
        RulingFault.NO_REASON: not ruling.reason.strip(),
        RulingFault.NO_WORDS: (ruling.kind is DecisionKind.OTHER) != bool(ruling.words.strip()),
        RulingFault.TOO_LONG: long,
        RulingFault.BEFORE_PHOTO: ruling.decided_on < photo_on,
        RulingFault.NOT_YET: ruling.decided_on > today,
    }
    return next((fault for fault, is_so in found.items() if is_so), None)


def goes_against(kind: DecisionKind, standing: str) -> bool:
    """Say whether a decision is other than what the source says of a result's standing.

    It says that who falls 10 % or more short at work cannot be qualified; people decide.
    """
    return kind is DecisionKind.QUALIFIED and standing == ResultStanding.CANNOT_QUALIFY


DIGESTED = (
    "organisation_id", "number", "before", "track_id", "period_id", "photo_digest", "follows_id",
    "kind", "words", "council", "decided_on", "reason", "basis", "author_id", "made_at",
)  # fmt: skip
"""What a digest is of: all that is kept of a decision when it is recorded, and its place."""


def digest_of_decision(kept: Mapping[str, Any]) -> str:
    """Compute the digest of a decision from what is kept of it, under these names.

    `made_at` is aware; all else is as it is kept, so that nothing needs to be read to be checked,
    not even what somebody put there that was never kept so.
    """
    made_at = kept["made_at"].astimezone(UTC).isoformat()
    of = [made_at if name == "made_at" else kept[name] for name in DIGESTED]
    return sha256(json.dumps(["decision", 1, *of], default=repr).encode()).hexdigest()
