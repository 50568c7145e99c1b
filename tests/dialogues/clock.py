"""The clock in a school of the dialogues: a tick at the school's time, and what arrived."""

import asyncio
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, exists, select

from bot.domain.telling.delivery import DeliveryOutcome
from bot.ports import Shown, UnitOfWork
from bot.ports.periods.photos import Seal
from bot.ports.telling.outbox import Claim, OutboxMessage, Tried
from bot.ports.worlds import HERE, World
from bot.storage.columns import Instant
from bot.storage.tables import errand, outbox
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.telling.deliver_here import deliver_here
from bot.use_cases.telling.deliver_outbox import settle_tried, take_due
from bot.use_cases.telling.gather_errands import gather_errands, list_gatherings
from bot.wiring.composing import composer
from bot.wiring.files import drawn_in_lane
from handlers.clock import Tools, run_tick
from handlers.slices import Transaction
from tests.dialogues.chat import ChatSchool
from tests.dialogues.page import PageSchool
from tests.dialogues.school import School


def works(day: date) -> bool:
    return day.weekday() < 5


_AT = bindparam("at", type_=Instant)
WAITS = select(
    exists().where(errand.c.settled_at.is_(None), errand.c.due_at <= _AT)
    | exists().where(outbox.c.state == "pending", outbox.c.not_before <= _AT)
)
TOOLS = Tools(works, lambda digest: Seal("key", digest), composer(works))


def tick_and_look(transaction: Transaction, at: datetime, tools: Tools) -> list[tuple[int, Shown]]:
    """Tick, and let all those without a chat look, within their hours, at what is kept for them."""
    try:
        arrived = run_tick(transaction, at, tools)
    except Exception:
        all_look(transaction, at, tools)
        raise
    return [*arrived, *all_look(transaction, at, tools)]


def all_look(transaction: Transaction, at: datetime, tools: Tools) -> list[tuple[int, Shown]]:
    """Let them look now, if it is an hour at which they do; gives what they find."""
    world = World(False, at)
    with transaction() as uow:
        if not _waits(uow, at):
            return []
        for gathering in list_gatherings(uow, world, tools.works, uow.worlds.list_zones(world)):
            gather_errands(uow, replace(gathering, looking=True))
    found: list[tuple[int, Shown]] = []
    shown: Sequence[tuple[int, Shown]] | None = ()
    while shown is not None:
        found.extend(shown)
        with transaction() as uow:
            shown = deliver_here(uow, HERE, at, tools.compose)
    return found


def _waits(uow: UnitOfWork, at: datetime) -> bool:
    """Say whether there is anything to find: in a year of ticks there mostly is nothing."""
    assert isinstance(uow, StoredUnitOfWork)
    return bool(uow.connection.execute(WAITS, {"at": at}).scalar_one())


def tick(school: School, tools: Tools = TOOLS) -> dict[str, list[Shown]]:
    """Let the clock tick at the school's time; gives what arrived, by the school's ids.

    What arrived with who came into the school later stands under an empty name.
    """

    @contextmanager
    def transaction():
        with school.engine.begin() as connection:
            yield school.unit(connection, {})

    names = {person.person_id: school_id for school_id, person in school.people.items()}
    arrived: dict[str, list[Shown]] = {}
    for person, shown in tick_and_look(transaction, school.at, tools):
        arrived.setdefault(names.get(person, ""), []).append(shown)
    return arrived


def hear(school: School, tools: Tools = TOOLS) -> None:
    """Let the clock tick, and let everything that waits for others arrive where they talk."""
    if isinstance(school, ChatSchool):
        school.at = max(school.at, school.now())
        school.later(seconds=2)  # the platform's times are whole seconds, and may run ahead
    tick(school, tools)
    if not isinstance(school, ChatSchool):
        return
    platform = school.platform
    loop = platform._tasks[0].get_loop()
    while True:
        claim = Claim(platform.name, school.at, school.at + timedelta(minutes=2), 50)
        with school.engine.begin() as connection:
            due = take_due(school.unit(connection), claim, TOOLS.compose)
        tried = []
        for sending in due:
            outcome = asyncio.run_coroutine_threadsafe(_carry(school, sending), loop).result(10)
            tried.append(Tried(sending, outcome, school.at))
        with school.engine.begin() as connection:
            settle_tried(StoredUnitOfWork(connection), tried)
        if not due:
            return


async def _carry(school: ChatSchool, sending: OutboxMessage) -> DeliveryOutcome:
    """Draw and send a message, as a platform's worker does."""
    content = await drawn_in_lane(sending.content, school.lying)
    outcome: DeliveryOutcome = await school.platform.carrier.send(
        sending.platform, sending.address, content
    )
    return outcome


def told(school: School, who: str, kind: str) -> list[str]:
    """What was said unasked to somebody of a kind, as the messages read now."""
    person = school.people[who].person_id
    with school.engine.begin() as connection:
        rows = connection.execute(
            select(outbox)
            .where(outbox.c.person_id == person, outbox.c.kind == kind)
            .order_by(outbox.c.id)
        ).all()
        assert all(row.state == "sent" for row in rows), rows
        uow = StoredUnitOfWork(connection)
        if not isinstance(school, ChatSchool | PageSchool):
            kept = [uow.transcripts.find(person, int(row.platform_ref)) for row in rows]
            return [message.text for message in kept if message is not None]
    if isinstance(school, PageSchool):
        read = [school.messages(who, f"chat/before/{int(row.platform_ref) + 1}") for row in rows]
        return [messages[-1].text for messages in read]
    refs = [int(row.platform_ref.rpartition("/")[2].replace(".", "")) for row in rows]
    texts = {message.id: message.text for message in school.users[who].answers}
    return [texts[ref] for ref in refs]


NIGHT = frozenset((*range(21, 24), *range(5)))
"""The hours of UTC at which nobody is spoken to: there the clock ticks every third hour."""


def quiet_at(at: datetime) -> bool:
    """Say whether it is by night, or a day at which only who wished so is spoken to."""
    return at.hour in NIGHT or not works(at.date())


def tick_through(school: School, hours: float, every: float = 1) -> dict[str, list[Shown]]:
    """Let time pass with a tick every so many hours, or every third one where it is quiet.

    Gives what arrived meanwhile.
    """
    arrived: dict[str, list[Shown]] = {}
    until = school.at + timedelta(hours=hours)
    while school.at < until:
        step = timedelta(hours=3 if quiet_at(school.at) else every)
        school.at = min(school.at + step, until)
        for who, shown in tick(school).items():
            arrived.setdefault(who, []).extend(shown)
    return arrived
