"""What becomes of a message to somebody else: outcomes of a send, and the state after each.

Only what was surely not taken is sent again. A platform has no key by which it would know a
repeat, so a send that ended without an answer is `unknown`, for a person to decide about.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=15)
LONGEST_ORDER = timedelta(days=1)
"""The longest wait that a platform can order us with `retry_after`."""

MOST_ATTEMPTS = 100
"""After so many, about a day of trying, a message is dead."""


class DeliveryState(StrEnum):
    """Where a message is: only `pending` is ever claimed, and only `sending` is under way."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    DEAD = "dead"


class RefusalReason(StrEnum):
    """Why a platform will never take a message: two of them are about the person's chat."""

    BLOCKED = "blocked"
    GONE = "gone"
    REFUSED = "refused"


class DeliveryError(StrEnum):
    """What went wrong last, beside the reasons of a platform; never anybody's words."""

    LATER = "later"
    NOT_REACHED = "not_reached"
    TIMED_OUT = "timed_out"
    LAPSED = "lapsed"
    EXPIRED = "expired"
    MUTED = "muted"
    NO_RIGHT = "no_right"
    MOVED = "moved"
    TOO_MANY = "too_many"
    DONE = "done"
    NOT_NOW = "not_now"
    NOT_COMPOSED = "not_composed"
    SEEN = "seen"


UNREACHABLE = frozenset({RefusalReason.BLOCKED, RefusalReason.GONE})
"""The reasons that say that the person cannot be reached at all."""


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived; `ref` is the message's id there."""

    ref: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """The platform said that it did not take it; `retry_after` in seconds where it said when."""

    retry_after: float | None = None

    def __post_init__(self) -> None:
        """Refuse a number of seconds that is none."""
        if self.retry_after is not None and not math.isfinite(self.retry_after):
            raise ValueError(f"retry_after is a number of seconds, not {self.retry_after}")


@dataclass(frozen=True, slots=True)
class Permanent:
    """The platform will never take it."""

    reason: RefusalReason


@dataclass(frozen=True, slots=True)
class NotReached:
    """No connection was made: it was surely not sent."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something was sent and no answer came: it may have arrived."""


DeliveryOutcome = Sent | Later | Permanent | NotReached | Unknown


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt: how many there were with it, when it ended, until when the message makes sense.

    `jitter`, from 0 to 1, spreads what would otherwise come back at the same instant.
    """

    attempts: int
    at: datetime
    expires_at: datetime | None
    jitter: float


@dataclass(frozen=True, slots=True)
class DeliveryStep:
    """The state that follows; `wait` is how long to leave a pending message alone."""

    state: DeliveryState
    error: str = ""
    wait: timedelta = timedelta()


_Rule = Callable[[DeliveryOutcome, Try], DeliveryStep]

_RULES: dict[type[DeliveryOutcome], _Rule] = {
    Sent: lambda _outcome, _tried: DeliveryStep(DeliveryState.SENT),
    Later: lambda outcome, tried: _again(DeliveryError.LATER, tried, _ordered(outcome)),
    NotReached: lambda _outcome, tried: _again(DeliveryError.NOT_REACHED, tried, timedelta()),
    Permanent: lambda outcome, _tried: DeliveryStep(DeliveryState.DEAD, _reason(outcome)),
    Unknown: lambda _outcome, _tried: DeliveryStep(DeliveryState.UNKNOWN, DeliveryError.TIMED_OUT),
}

OPEN = frozenset({DeliveryState.SENDING, DeliveryState.UNKNOWN})
"""The states an outcome changes: one that comes after the lease ran out still says what is so."""

LIVING = frozenset({DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT})
"""The states of a message that arrived or will: what is added to it is shown."""


def step_after(state: DeliveryState, outcome: DeliveryOutcome, tried: Try) -> DeliveryStep:
    """Say what follows from an attempt's outcome; a message that is not open stays as it is."""
    return _RULES[type(outcome)](outcome, tried) if state in OPEN else DeliveryStep(state)


def makes_unreachable(outcome: DeliveryOutcome) -> bool:
    """Say whether an outcome means that the person cannot be reached in that chat."""
    return isinstance(outcome, Permanent) and outcome.reason in UNREACHABLE


def backoff(attempts: int, jitter: float) -> timedelta:
    """Wait after so many attempts: doubling up to a cap, the last half of it by jitter."""
    doubled = FIRST_WAIT * 2.0 ** min(max(attempts, 1) - 1, 20)
    return min(doubled, LONGEST_WAIT) * (0.5 + 0.5 * jitter)


def _again(error: DeliveryError, tried: Try, ordered: timedelta) -> DeliveryStep:
    if tried.attempts >= MOST_ATTEMPTS:
        return DeliveryStep(DeliveryState.DEAD, DeliveryError.TOO_MANY)
    wait = max(backoff(tried.attempts, tried.jitter), ordered)
    if tried.expires_at is not None and tried.at + wait >= tried.expires_at:
        return DeliveryStep(DeliveryState.DEAD, DeliveryError.EXPIRED)
    return DeliveryStep(DeliveryState.PENDING, error, wait)


def _ordered(outcome: DeliveryOutcome) -> timedelta:
    seconds = (outcome.retry_after or 0.0) if isinstance(outcome, Later) else 0.0
    return timedelta(seconds=min(max(seconds, 0.0), LONGEST_ORDER.total_seconds()))


def _reason(outcome: DeliveryOutcome) -> str:
    return outcome.reason.value if isinstance(outcome, Permanent) else ""
