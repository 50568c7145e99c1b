"""Devices on which people want a ping: where each is reached, as its browser told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.telling.subscriptions import EndedWhy, Endpoint


@dataclass(frozen=True, slots=True)
class Subscription:
    """A device's living subscription, tied to the session (`session_id`) that somebody has there.

    `seat` is how the page's addresses call that session.
    """

    id: int
    organisation_id: int
    person_id: int
    session_id: int
    seat: str
    endpoint: Endpoint
    made_at: datetime


@dataclass(frozen=True, slots=True)
class NewSubscription:
    """A subscription to keep for somebody's session."""

    organisation_id: int
    person_id: int
    session_id: int
    endpoint: Endpoint


class Subscriptions(Protocol):
    """Subscriptions that live: those that did not end, of sessions that did not either."""

    def list_of(self, person_id: int, at: datetime) -> Sequence[Subscription]:
        """List somebody's living subscriptions at an instant (aware), the oldest first."""

    def find(self, subscription_id: int, at: datetime) -> Subscription | None:
        """Find a subscription that lives at an instant."""

    def find_of_session(self, session_id: int) -> tuple[int, EndedWhy | None] | None:
        """Find a session's newest subscription, and why it ended if it did; None: never one."""

    def add(self, new: NewSubscription, at: datetime) -> int:
        """Keep a subscription; gives its identity. Its session has no other that lives."""

    def end(self, subscription_id: int, at: datetime, why: EndedWhy) -> bool:
        """End a subscription; False where it had ended."""
