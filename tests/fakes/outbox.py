"""What the outbox's tests share: people with chats, drafts for them, and the books of a worker."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select, update

from bot.domain.telling.delivery import DeliveryStep
from bot.messages import MessageKind
from bot.ports.telling.outbox import Claim, Content, MessageDraft, OutboxMessage, Tried
from bot.storage.tables import account, organisation_table, outbox, person
from bot.storage.telling.outbox import StoredOutbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.telling.deliver_outbox import settle_tried, take_due

MORNING = datetime(2026, 10, 14, 8, tzinfo=UTC)
LEASED = MORNING + timedelta(minutes=2)


def populate(engine: Engine, chats: int, platform: str = "telegram") -> None:
    """Put in people 1 to `chats`, each with the chat of the same number."""
    numbers = range(1, chats + 1)
    ours = {"organisation_id": 1}
    with engine.begin() as connection:
        connection.execute(
            insert(organisation_table),
            {"id": 1, "name": "School", "language": "nl", "time_zone": "Europe/Brussels"},
        )
        names = [{**ours, "id": n, "school_id": f"s{n}", "name": "A B"} for n in numbers]
        connection.execute(insert(person), [{**name, "folded_name": "a b"} for name in names])
        there = {**ours, "platform": platform, "joined_at": MORNING}
        connection.execute(
            insert(account), [{**there, "person_id": n, "address": str(n)} for n in numbers]
        )


def draft(chat: int, subject: str, **more: Any) -> MessageDraft:
    values = {
        "kind": MessageKind.ALERT,
        "platform": "telegram",
        "content": Content(subject),
        **more,
    }
    return MessageDraft(
        organisation_id=1, person_id=chat, address=str(chat), subject=subject, **values
    )


def write(engine: Engine, drafts: Sequence[MessageDraft], at: datetime = MORNING) -> int:
    with engine.begin() as connection:
        return StoredOutbox(connection).write(drafts, at)


def claim_of(at: datetime = MORNING, at_most: int = 10, **more: Any) -> Claim:
    return Claim("telegram", at, at + timedelta(minutes=2), at_most, **more)


def claim(engine: Engine, at: datetime = MORNING, **more: Any) -> list[OutboxMessage]:
    with engine.begin() as connection:
        return StoredOutbox(connection).claim(claim_of(at, **more))


def settle(engine: Engine, tried: Sequence[Tried]) -> list[DeliveryStep]:
    with engine.begin() as connection:
        unit = StoredUnitOfWork(connection)
        return settle_tried(unit, tried, lambda: 0.0)


def texts(messages: Sequence[OutboxMessage]) -> list[str]:
    return [message.content.text for message in messages]


def rows(engine: Engine) -> dict[str, Any]:
    """Read the rows, by subject."""
    with engine.begin() as connection:
        return {row.subject: row for row in connection.execute(select(outbox))}


def states(engine: Engine) -> Counter[str]:
    with engine.begin() as connection:
        counted = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        return Counter(dict(tuple(row) for row in connection.execute(counted)))


def change(engine: Engine, subject: str, **values: Any) -> None:
    with engine.begin() as connection:
        connection.execute(update(outbox).where(outbox.c.subject == subject).values(**values))


def books(
    engine: Engine, jitter: Callable[[], float] = lambda: 0.5
) -> Callable[[Sequence[Tried], Claim], tuple[list[DeliveryStep], list[OutboxMessage]]]:
    """Make what a worker asks of the storage, as wiring does."""

    def turn(
        tried: Sequence[Tried], claim: Claim
    ) -> tuple[list[DeliveryStep], list[OutboxMessage]]:
        with engine.begin() as connection:
            return take_turn(connection, tried, claim, jitter)

    return turn


def take_turn(
    connection: Connection, tried: Sequence[Tried], claim: Claim, jitter: Callable[[], float]
) -> tuple[list[DeliveryStep], list[OutboxMessage]]:
    unit = StoredUnitOfWork(connection)
    return settle_tried(unit, tried, jitter), take_due(unit, claim, nothing_asked)


def nothing_asked(_uow: object, message: OutboxMessage, _at: datetime) -> Content:
    raise AssertionError(f"message {message.id} asks for something")
