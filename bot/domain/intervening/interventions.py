"""An intervention: a purposeful act of an actor, at micro, meso or macro level.

Source: document 004, chapter 3 §6 d. What it is about as people say it, and that each is asked once
after four weeks whether it helped, are ours.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.school.tracks import Role

ASKED_AFTER = timedelta(weeks=4)
"""How long after it was done its author is asked whether it helped."""

ASKED_FOR = timedelta(weeks=4)
"""How long the question waits for somebody who is away."""

LONGEST = 600
"""Letters of what was done, of its purpose, and of what came of it."""


class InterventionAbout(StrEnum):
    """About whom or what it is; the words are stored, and outlive a version."""

    STUDENT = "student"
    WORKPLACE = "workplace"
    CLASS_GROUP = "class_group"
    SCHOOL = "school"
    AUTHORITIES = "authorities"


class InterventionLevel(StrEnum):
    """At which level it acts: a situation of learning, an organisation, or law and government."""

    MICRO = "micro"
    MESO = "meso"
    MACRO = "macro"


USUAL_LEVEL = {
    InterventionAbout.STUDENT: InterventionLevel.MICRO,
    InterventionAbout.WORKPLACE: InterventionLevel.MESO,
    InterventionAbout.CLASS_GROUP: InterventionLevel.MICRO,
    InterventionAbout.SCHOOL: InterventionLevel.MESO,
    InterventionAbout.AUTHORITIES: InterventionLevel.MACRO,
}
"""The level of each, as long as its author says no other."""


class ActsOn(StrEnum):
    """What it acts on: how things are done, what they depend on, or somebody."""

    PROCESS = "process"
    VARIABLE = "variable"
    ACTOR = "actor"


class Helped(StrEnum):
    """Whether it helped, as its author says."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class InterventionTarget:
    """Whom or what it is about: `id` is that of a track, a workplace or a class group, else 0."""

    about: InterventionAbout
    id: int = 0


@dataclass(frozen=True, slots=True)
class OwnIntervention:
    """What somebody did in a role, on a day of theirs; `named` is the student, place or group.

    `acts_on`, `purpose` and `helped` are empty until they are said. It was noted at an instant in
    UTC.
    """

    id: int
    by_id: int
    by: str
    role: Role
    target: InterventionTarget
    named: str
    level: InterventionLevel
    acts_on: ActsOn | None
    words: str
    purpose: str
    done_on: date
    helped: Helped | None
    outcome: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class YearCount:
    """How many interventions of a sort there were, and how many of them helped."""

    level: InterventionLevel
    about: InterventionAbout
    acts_on: ActsOn | None
    role: Role
    helped: Helped | None
    count: int


def asked_between(at: datetime) -> dict[str, str]:
    """Say after which day, and until which, what was done is asked about at an instant."""
    before = at.date() - ASKED_AFTER
    return {"after": (before - ASKED_FOR).isoformat(), "before": before.isoformat()}
