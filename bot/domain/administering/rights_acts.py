"""What administrators and coaches do that touches somebody's rights: a chain of lines.

A line holds identities and a kind, never a name or a word that somebody typed, so that erasing a
person leaves it whole. Each line's digest holds the digest of the one before it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256


class RightsActKind(StrEnum):
    """What was done."""

    EXPORTED = "exported"
    """What is kept about a person was given out."""
    FORGET_WISHED = "forget_wished"
    FORGET_CONFIRMED = "forget_confirmed"
    FORGET_WITHDRAWN = "forget_withdrawn"
    FORGET_HELD = "forget_held"
    """Somebody said why an erasure has to wait, or what has to stay."""
    ERASED = "erased"
    TRACK_ERASED = "track_erased"
    """What was said on an ended track went after its months; the student stays."""
    WORDS_ERASED = "words_erased"
    """The words of its photos and decisions went after theirs."""
    RETENTION_SET = "retention_set"
    CONTESTED = "contested"
    CONTEST_SETTLED = "contest_settled"
    GUARDIAN_NOTED = "guardian_noted"
    GUARDIAN_REFUSED = "guardian_refused"
    NAMING_SET = "naming_set"
    ADMINISTRATOR_MADE = "administrator_made"
    ADMINISTRATOR_ENDED = "administrator_ended"
    TEACHERS_COACH_MADE = "teachers_coach_made"
    TEACHERS_COACH_ENDED = "teachers_coach_ended"
    INTAKE_LEADER_MADE = "intake_leader_made"
    INTAKE_LEADER_ENDED = "intake_leader_ended"
    INTAKE_MATCHED = "intake_matched"
    """A candidate became a student; `ids` say by which round, and who coaches and mentors."""
    SECTOR_PERSON_MADE = "sector_person_made"
    """Somebody speaks for a sector from then on."""
    SECTOR_PERSON_ENDED = "sector_person_ended"
    TOTALS_TOLD = "totals_told"
    """A sector is told totals of a programme from then on."""
    TOTALS_STOPPED = "totals_stopped"
    QUESTIONNAIRE_TAKEN_IN = "questionnaire_taken_in"
    """People are asked it from then on; `ids` say which."""
    QUESTIONNAIRE_CLOSED = "questionnaire_closed"
    INVITED = "invited"
    DEVICES_ENDED = "devices_ended"
    ROSTER_IMPORTED = "roster_imported"
    ROLE_BEGAN = "role_began"
    """Somebody got a role around a student; `ids` say which student, track and role."""
    ROLE_ENDED = "role_ended"
    FRAMEWORK_IMPORTED = "framework_imported"
    PLACEMENT_STOPPED = "placement_stopped"
    TRACK_ENDED = "track_ended"
    TRACK_RESUMED = "track_resumed"
    INCIDENT_TOLD = "incident_told"
    SCHOOL_CHANGED = "school_changed"
    """Something that holds for the whole school was set otherwise."""
    LOG_ACCEPTED = "log_accepted"
    """The log itself was accepted as it stands, though more was known of it."""


@dataclass(frozen=True, slots=True)
class RightsAct:
    """One line: who did what about whom, and when (aware).

    `by_id` is None for the clock and the command line; `ids` names what it was about by identities.
    Of a kind that we do not know only what is stored of it is told.
    """

    organisation_id: int
    kind: RightsActKind | str
    at: datetime
    by_id: int | None = None
    about_id: int | None = None
    ids: Mapping[str, int] = field(default_factory=dict)


def people_of(act: RightsAct) -> frozenset[int]:
    """Say whom a line names: who did it, whom it is about, and around which student."""
    named = (act.by_id, act.about_id, act.ids.get("student"))
    return frozenset(person for person in named if person is not None)


@dataclass(frozen=True, slots=True)
class KeptRightsAct:
    """A line at its place in the school's chain; numbers begin at 1."""

    number: int
    act: RightsAct
    before: str
    digest: str


def digest_of_act(number: int, act: RightsAct, before: str) -> str:
    """Compute the digest of a line at its place, after the digest of the line before it."""
    of = [
        number,
        act.organisation_id,
        act.kind,
        act.at.astimezone(UTC).isoformat(),
        act.by_id,
        act.about_id,
        sorted(act.ids.items()),
        before,
    ]
    return sha256(json.dumps(["act", 1, *of]).encode()).hexdigest()


def first_broken(lines: Iterable[KeptRightsAct], after: KeptRightsAct | None = None) -> int | None:
    """Find the first place of a school's chain that does not fit, given from its first line on.

    With `after` they are those behind that line. A line that is missing shows at the number where
    it should be; None where all fit.
    """
    before, reached = (after.digest, after.number) if after else ("", 0)
    for number, line in enumerate(lines, reached + 1):
        fits = line.number == number and line.before == before
        if not fits or line.digest != digest_of_act(number, line.act, before):
            return number
        before = line.digest
    return None
