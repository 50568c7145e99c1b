"""A questionnaire of a school: whom it asks, what, from when until when, with or without names.

That a school asks people how they find dual learning is document 004's; files, rounds and what is
shown of them are ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.days import opening
from bot.domain.languages import wording
from bot.domain.questions import SchoolQuestion, Wording
from bot.domain.school.tracks import Role

LAST_CALL = timedelta(days=2)
"""How long before it closes those are told once more who did not answer."""

SETTLED = timedelta(days=1)
"""How long a round is open at least before that."""

APART = timedelta(days=30)
"""How long after the same was asked without names it may be asked anew, of whomever."""

LONGEST_NAME = 40
LONGEST_TITLE = 80
MOST_DAYS_BEFORE = 60
LONGEST_OPEN = timedelta(days=366)

KEPT_NAMED = timedelta(days=730)
"""How long after a round closes what was answered with a name is kept."""


@dataclass(frozen=True, slots=True)
class AskedWhen:
    """On which days it is open, or from how many days before each photo until how many before."""

    opens_on: date | None = None
    closes_on: date | None = None
    days_before: int | None = None
    closed_before: int = 0


@dataclass(frozen=True, slots=True)
class QuestionnaireDraft:
    """A questionnaire as a file says it: `programme` and `class_group` are empty where all are."""

    name: str
    title: Wording
    anonymous: bool
    roles: frozenset[Role]
    programme: str
    class_group: str
    when: AskedWhen
    questions: Sequence[SchoolQuestion]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """One that was read in; `programme` and `class_group` are names, empty where all are asked."""

    id: int
    organisation_id: int
    list_id: int
    name: str
    titles: Wording
    anonymous: bool
    roles: frozenset[Role]
    programme: str
    class_group: str
    when: AskedWhen
    stopped: bool = False

    def title(self, language: str) -> str:
        """Say what it is called in a language, or in one that it was written in."""
        return wording(self.titles, language)


@dataclass(frozen=True, slots=True)
class RoundSpan:
    """From when until when (aware) a round is open."""

    opens_at: datetime
    closes_at: datetime

    @property
    def last_minute(self) -> datetime:
        """The last minute in which it is open: of a whole day it is on that day."""
        return self.closes_at - timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class AskingRound:
    """A questionnaire asked once; `answered` is how many did, once that may be said."""

    id: int
    questionnaire: Questionnaire
    span: RoundSpan
    ended: bool = False
    answered: int | None = None

    def is_open(self, at: datetime) -> bool:
        """Say whether it is answered at an instant."""
        return not self.ended and self.span.opens_at <= at < self.span.closes_at


def span_of_days(when: AskedWhen, zone: str) -> RoundSpan | None:
    """Say when a round of given days is open, by the clock of a zone: both days are part of it."""
    if when.opens_on is None or when.closes_on is None:
        return None
    return RoundSpan(
        opening(when.opens_on, zone), opening(when.closes_on + timedelta(days=1), zone)
    )


def span_before(when: AskedWhen, photo_at: datetime) -> RoundSpan:
    """Say when the round before a photo is open."""
    return RoundSpan(
        photo_at - timedelta(days=when.days_before or 0),
        photo_at - timedelta(days=when.closed_before),
    )


def is_near(asked: Questionnaire, span: RoundSpan, other: RoundSpan) -> bool:
    """Say whether two rounds of a questionnaire are too near each other for both to be asked.

    With names they may not be open at once. Without names they ask nearly the same people the same,
    so that what differs between them would tell what single people answered.
    """
    apart = APART if asked.anonymous else timedelta(0)
    return span.opens_at < other.closes_at + apart and other.opens_at < span.closes_at + apart
