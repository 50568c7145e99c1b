"""Deliver what waits for others: what is asked before each send, and what follows from it."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.folding import storable
from bot.domain.telling.asks import Asks
from bot.domain.telling.delivery import (
    DeliveryError,
    DeliveryState,
    DeliveryStep,
    RefusalReason,
    Sent,
    Try,
    makes_unreachable,
    step_after,
)
from bot.domain.telling.pace import Bucket
from bot.domain.telling.places import Place
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.telling.outbox import Claim, Content, OutboxMessage, Settlement, Tried
from bot.ports.worlds import HERE, SAMPLE_HERE
from bot.use_cases.telling.come_back import come_back
from bot.use_cases.telling.mail.settle_letter import outcome_of_letter, settle_letter
from bot.use_cases.telling.ping import follow_ping, is_left, is_seen, ping_elsewhere
from bot.use_cases.telling.tell_unreachable import tell_unreachable

Compose = Callable[[UnitOfWork, OutboxMessage, datetime], Content | DeliveryStep]
"""Says what a message says that asks for something, or what becomes of it instead."""

LOOKS = 5
"""How often a turn claims instead of what it dropped: its transaction must stay short."""

UNTOLD = frozenset(
    {
        RefusalReason.BLOCKED,
        RefusalReason.GONE,
        DeliveryError.MOVED,
        DeliveryError.MUTED,
        DeliveryError.EXPIRED,
        DeliveryError.TOO_MANY,
    }
)
"""What a message died of so that another one, elsewhere or later, may tell what it took along."""

_Check = Callable[[UnitOfWork, OutboxMessage, datetime], bool]
_Jitter = Callable[[], float]


def _expired(_uow: UnitOfWork, message: OutboxMessage, at: datetime) -> bool:
    return message.expires_at is not None and message.expires_at <= at


def _moved(uow: UnitOfWork, message: OutboxMessage, _at: datetime) -> bool:
    if message.platform == HERE or message.platform.startswith(SAMPLE_HERE):
        return False
    return uow.accounts.find_person(message.platform, message.address) != message.person_id


def _lost_sight(uow: UnitOfWork, message: OutboxMessage, at: datetime) -> bool:
    # One that arrived is said anew, or no longer: who composes it asks what its reader may see.
    if message.track_id is None or (message.ref and message.asks):
        return False
    seen = uow.tracks.list_of(message.person_id, at)
    return all(track.id != message.track_id for track in seen)


def _muted(uow: UnitOfWork, message: OutboxMessage, at: datetime) -> bool:
    wish = uow.people.read_preferences(message.person_id)
    return wish.muted or (wish.absent_until is not None and wish.absent_until > at)


_EXPIRED = (_expired, DeliveryError.EXPIRED)
_MOVED = (_moved, DeliveryError.MOVED)
_NO_RIGHT = (_lost_sight, DeliveryError.NO_RIGHT)
_MUTED = (_muted, DeliveryError.MUTED)

_OF_PING = ((is_seen, DeliveryError.SEEN), (is_left, DeliveryError.MOVED))

_ALWAYS: tuple[tuple[_Check, DeliveryError], ...] = (_EXPIRED, _MOVED, _NO_RIGHT)
_IF_WELCOME = (*_ALWAYS, _MUTED)

CHECKS: Mapping[str, tuple[tuple[_Check, DeliveryError], ...]] = {
    # A notice may be for a chat that its person has just left: it tells so there.
    MessageKind.NOTICE: (_EXPIRED, _NO_RIGHT),
    MessageKind.ALERT: _ALWAYS,
    MessageKind.ANSWER: _ALWAYS,
    MessageKind.PHOTO: _ALWAYS,
    MessageKind.QUESTION: _ALWAYS,
    MessageKind.REMINDER: _IF_WELCOME,
    MessageKind.REHEARSAL: _IF_WELCOME,
    MessageKind.PROMPT: _IF_WELCOME,
    MessageKind.TIP: _IF_WELCOME,
}
"""What is asked right before a message of a kind is sent, and why it is dropped if so."""


def why_not(uow: UnitOfWork, message: OutboxMessage, at: datetime) -> DeliveryError | None:
    """Say why a message must not be sent any more; None where it still is due."""
    checks = CHECKS.get(message.kind, _IF_WELCOME)
    if message.asks == Asks.PING:
        # It is for a place and not for a chat; for the rest it goes by what it is a sign of.
        checks = (*(check for check in checks if check is not _MOVED), *_OF_PING)
    return next((error for check, error in checks if check(uow, message, at)), None)


def still_due(uow: UnitOfWork, message: OutboxMessage, at: datetime) -> bool:
    """Say whether a message still is to be sent: in time, to the right person, and welcome."""
    return why_not(uow, message, at) is None


def take_due(uow: UnitOfWork, claim: Claim, compose: Compose) -> list[OutboxMessage]:
    """Claim what is due and drop what is no longer; returns what is to be sent, composed.

    What is dropped takes nobody's place: others are claimed instead.
    """
    uow.outbox.lapse(claim.platform, claim.at)
    if claim.pace is not None:
        uow.sending_paces.let_rest(claim.platform, claim.resting)
    tokens = _hold_tokens(uow, claim)
    if tokens is not None:
        others = uow.sending_paces.list_resting(claim.platform, claim.at)
        resting = {**dict.fromkeys(others, claim.at), **claim.resting}
        room = min(claim.at_most, tokens.tokens(claim.at))
        claim = replace(claim, at_most=room, resting=resting)
    due: list[OutboxMessage] = []
    for _look in range(LOOKS):
        room = claim.at_most - len(due)
        claimed = uow.outbox.claim(replace(claim, at_most=room)) if room > 0 else []
        if not claimed:
            break
        due += composed(uow, claimed, claim.at, compose)
    if tokens is not None and due:
        tokens.take(claim.at, len(due))
        uow.sending_paces.keep(claim.platform, tokens.full_at or claim.at)
    return due


def _hold_tokens(uow: UnitOfWork, claim: Claim) -> Bucket | None:
    """Hold what all processes of a bot may send; None where no pace is kept.

    It is held by who sends nothing, too: whoever claimed meanwhile could see that something was
    sent, and not yet that its chat rests.
    """
    if claim.pace is None:
        return None
    return Bucket(claim.pace, uow.sending_paces.hold(claim.platform))


def composed(
    uow: UnitOfWork, claimed: Sequence[OutboxMessage], at: datetime, compose: Compose
) -> list[OutboxMessage]:
    """Compose what asks for it, and drop what is no longer due."""
    due: list[OutboxMessage] = []
    instead: list[Settlement] = []
    for message in claimed:
        said = _said(uow, message, at, compose)
        if isinstance(said, DeliveryStep):
            instead.append(Settlement(message, said, at))
            follow_ping(uow, message, said.error, at)
        else:
            due.append(replace(message, content=replace(said, edits=message.ref)))
    _settle(uow, instead)
    _bring_back(uow, instead)
    return due


def _said(
    uow: UnitOfWork, message: OutboxMessage, at: datetime, compose: Compose
) -> Content | DeliveryStep:
    error = why_not(uow, message, at)
    if error is not None:
        return DeliveryStep(DeliveryState.DEAD, error)
    return compose(uow, message, at) if message.asks else message.content


def settle_tried(
    uow: UnitOfWork, tried: Sequence[Tried], jitter: _Jitter = random.random
) -> list[DeliveryStep]:
    """Store what came of sends, and who turned out to be unreachable; returns the steps taken."""
    tried = [_heard(uow, attempt) for attempt in tried]
    settlements = [_settle_try(attempt, jitter()) for attempt in tried]
    _settle(uow, settlements)
    for attempt in tried:
        if attempt.message.platform == Place.MAIL:
            settle_letter(uow, attempt.message, attempt.outcome, attempt.at)
        if attempt.message.asks == Asks.PING:
            ping_elsewhere(uow, attempt.message, attempt.outcome, attempt.at)
        elif makes_unreachable(attempt.outcome):
            _lose(uow, attempt)
    _bring_back(uow, settlements)
    return [settlement.step for settlement in settlements]


def _heard(uow: UnitOfWork, attempt: Tried) -> Tried:
    if attempt.message.platform != Place.MAIL:
        return attempt
    return replace(attempt, outcome=outcome_of_letter(uow, attempt.message, attempt.outcome))


def _lose(uow: UnitOfWork, attempt: Tried) -> None:
    account = uow.accounts.find_account(attempt.message.platform, attempt.message.address)
    if account is not None:
        tell_unreachable(uow, account, attempt.at)


def _settle(uow: UnitOfWork, settlements: Sequence[Settlement]) -> None:
    """Store what became of messages; what one took along and did not tell waits again.

    A legend in it was not seen either: the next picture shows one.
    """
    uow.outbox.settle(settlements)
    untold = [settlement.message for settlement in settlements if settlement.step.error in UNTOLD]
    if untold:
        uow.errands.reopen([message.id for message in untold])
    for message in untold:
        uow.legends.give_back(message.person_id, message.key)


def _bring_back(uow: UnitOfWork, settlements: Sequence[Settlement]) -> None:
    for settlement in settlements:
        come_back(uow, settlement.message, settlement.step, settlement.at)


def _settle_try(tried: Tried, jitter: float) -> Settlement:
    attempt = Try(tried.message.attempts, tried.at, tried.message.expires_at, jitter)
    # The storage leaves alone what is not open any more; as far as we know it is under way.
    step = step_after(DeliveryState.SENDING, tried.outcome, attempt)
    ref = storable(tried.outcome.ref) if isinstance(tried.outcome, Sent) else ""
    return Settlement(tried.message, step, tried.at, ref)
