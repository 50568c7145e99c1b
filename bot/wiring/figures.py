"""The figures for Prometheus, read anew at each scraping; no label ever names a person."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from prometheus_client import generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from bot.domain.telling.delivery import DeliveryState
from bot.domain.telling.places import PINGS
from bot.ports.worlds import HERE, World
from bot.storage.telling.errand_counts import dropped, untold
from bot.storage.telling.outbox_standings import unsettled
from bot.storage.telling.ping_counts import count_pings
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.storage.updates import in_quarantine
from bot.wiring import House

Family = type[GaugeMetricFamily] | type[CounterMetricFamily]

FAMILIES: Mapping[str, tuple[Family, str, tuple[str, ...]]] = {
    "kompaan_outbox_messages": (
        GaugeMetricFamily,
        "Messages to others that were not sent yet, or may or may not have arrived.",
        ("platform", "state"),
    ),
    "kompaan_outbox_oldest_due_age_seconds": (
        GaugeMetricFamily,
        "How long the oldest waiting message has been due; 0 where none is.",
        ("platform",),
    ),
    "kompaan_pings_refused": (
        GaugeMetricFamily,
        "Signs of messages that were refused in the last seven days, by push or mail services.",
        ("platform",),
    ),
    "kompaan_errands_waiting": (
        GaugeMetricFamily,
        "What people are still to be told unasked.",
        ("world",),
    ),
    "kompaan_errands_dropped": (
        CounterMetricFamily,
        "What people were not told, since it came too late to be of use.",
        ("world",),
    ),
    "kompaan_photos_due": (
        GaugeMetricFamily,
        "Photos whose agreed instant has passed, and that are not taken yet.",
        ("world",),
    ),
    "kompaan_photo_oldest_due_age_seconds": (
        GaugeMetricFamily,
        "How long the oldest of these has been due; 0 where none is.",
        ("world",),
    ),
    "kompaan_updates_quarantined": (
        GaugeMetricFamily,
        "Updates that raised an error and were set aside.",
        (),
    ),
    "kompaan_updates": (
        CounterMetricFamily,
        "Updates that this process took, by what came of them.",
        ("outcome",),
    ),
    "kompaan_platform_problem": (
        GaugeMetricFamily,
        "Whether something is wrong with a platform, an outbox or the clock: 1 where it is.",
        ("platform",),
    ),
    "kompaan_clock_tick_age_seconds": (
        GaugeMetricFamily,
        "How long ago the clock of this process last did what was due.",
        (),
    ),
}
"""What is told: its kind, what it means, and its labels.

The world is the school, or a sample with its own clock.
"""

ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)

Value = tuple[str, tuple[str, ...], float]
"""The name of a family, the values of its labels, and its own."""


@dataclass(frozen=True, slots=True)
class Process:
    """What only this process knows: its platforms' problems, its updates, its last tick."""

    problems: Mapping[str, str | None]
    tally: Mapping[str, int]
    ticked_at: datetime


def figures(house: House, process: Process, at: datetime) -> bytes:
    """Write the figures of an instant in Prometheus' text format."""
    return generate_latest(_Collector(house, process, at))


@dataclass(frozen=True, slots=True)
class _Collector:
    house: House
    process: Process
    at: datetime

    def collect(self) -> Iterator[Metric]:
        """Read them, for the library."""
        found: defaultdict[str, list[Value]] = defaultdict(list)
        for value in self._values():
            found[value[0]].append(value)
        for name, (family, text, labels) in FAMILIES.items():
            metric = family(name, text, labels=labels)
            for _name, own, number in found[name]:
                metric.add_metric(own, number)
            yield metric

    def _values(self) -> Iterator[Value]:
        yield from _of_process(self.process, self.at)
        with self.house.reading() as uow:
            worlds = {"school": World(False, self.at)}
            for world in uow.worlds.list_at(self.at):
                worlds[world.here if world.sample else "school"] = world
            for name, world in worlds.items():
                yield from _of_world(uow, name, world)
            yield from _of_outbox(uow, worlds)
            refused = {
                place: count.refused
                for place, count in count_pings(uow.connection, self.at).items()
            }
            for place in PINGS:
                yield "kompaan_pings_refused", (place,), refused.get(place, 0)
            yield "kompaan_updates_quarantined", (), in_quarantine(uow.connection)


def _of_process(process: Process, at: datetime) -> Iterator[Value]:
    for outcome, count in process.tally.items():
        yield "kompaan_updates", (outcome,), count
    for name, problem in process.problems.items():
        yield "kompaan_platform_problem", (name,), problem is not None
    yield "kompaan_clock_tick_age_seconds", (), _age(process.ticked_at, at)


def _of_world(uow: StoredUnitOfWork, name: str, world: World) -> Iterator[Value]:
    due = [photo.period.photo_at for photo in uow.photos.list_due(world) if photo.period.photo_at]
    late = dropped(uow.connection, world, ALWAYS) + uow.reminders.count_dropped(world, ALWAYS)
    yield "kompaan_errands_waiting", (name,), untold(uow.connection, world)
    yield "kompaan_errands_dropped", (name,), late
    yield "kompaan_photos_due", (name,), len(due)
    oldest = min(due, default=world.at)
    yield "kompaan_photo_oldest_due_age_seconds", (name,), _age(oldest, world.at)


def _of_outbox(uow: StoredUnitOfWork, worlds: Mapping[str, World]) -> Iterator[Value]:
    counts: Counter[tuple[str, str]] = Counter()
    late: dict[str, float] = {}
    for standing in unsettled(uow.connection):
        platform, state = standing.platform, standing.state
        counts[platform, state.value] += standing.count
        at = worlds.get(platform, worlds["school"]).at
        # Who has no chat finds it here once they look: nobody is late with it.
        due = state is DeliveryState.PENDING and platform != HERE
        age = _age(standing.oldest, at) if due else 0
        late[platform] = max(late.get(platform, 0), age)
    for labels, count in counts.items():
        yield "kompaan_outbox_messages", labels, count
    for platform, age in late.items():
        yield "kompaan_outbox_oldest_due_age_seconds", (platform,), age


def _age(since: datetime, at: datetime) -> float:
    return max(0.0, (at - since).total_seconds())
