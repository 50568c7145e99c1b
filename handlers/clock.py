"""One tick of the clock: what is due is done, for each world by its own time, in short slices."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.periods.chain import Of, Trace, named
from bot.domain.periods.period import Period
from bot.domain.telling.hours import Works
from bot.ports import Shown
from bot.ports.periods.photos import Sign
from bot.ports.topics import Topic
from bot.ports.worlds import World
from bot.use_cases.administering import sign_acts as acts
from bot.use_cases.administering.files.drop_old_files import drop_old_files
from bot.use_cases.divergence.settle_divergences import (
    AT_MOST,
    carry_alerts,
    is_awake,
    is_outlived,
    list_settled,
    settle_divergences,
    wake_alerts,
)
from bot.use_cases.evaluating.deciding.sign_decisions import list_to_sign, sign_decisions
from bot.use_cases.periods.seal_photo import list_digests, make_seal, seal_photo
from bot.use_cases.periods.take_photos import take_photos
from bot.use_cases.rights.forgetting.erase_person import ErasingTools
from bot.use_cases.telling.deliver_here import deliver_here, page_of
from bot.use_cases.telling.deliver_outbox import Compose
from handlers import sweeps
from handlers.agenda import Agenda
from handlers.erasing import Clean, forget, nothing_to_clean, retain
from handlers.planning_day import plan
from handlers.slices import Rest, Slices, Transaction, no_rest


def no_traces(_of: Of) -> Sequence[Trace]:
    """Know of no photo that was given up."""
    return ()


@dataclass(frozen=True, slots=True)
class Tools:
    """What a tick may use: the school's working days, a key, who composes, and the platforms.

    `lines` are the platforms on which people talk, each with whether its taps carry no time.
    `reading` opens a transaction that only reads, and `rest` leaves the database to others.
    `known` tells of which of the school's periods a photo is known outside the database, and
    `given_up` which of a period were given up there; `signed` tells which decisions are
    known there, `signed_acts` which lines of the log of acts. The school is `held` while the clock
    is not believed; the sample has a clock of its own. With `erasing` people are erased, and
    `clean` takes what was deleted out of the database's file.
    """

    works: Works
    sign: Sign
    compose: Compose
    lines: Sequence[tuple[str, bool]] = ()
    reading: Transaction | None = None
    rest: Rest = no_rest
    known: Callable[[], Collection[Of]] = tuple
    given_up: Callable[[Of], Sequence[Trace]] = no_traces
    signed: Callable[[], Collection[Trace]] = tuple
    signed_acts: Callable[[], Collection[Trace]] = tuple
    held: bool = False
    erasing: ErasingTools | None = None
    clean: Clean = nothing_to_clean


@dataclass(slots=True)
class Tick:
    """One tick in one world; `arrived` collects what reached people on our own platforms."""

    world: World
    tools: Tools
    zones: Sequence[str]
    arrived: list[tuple[int, Shown]] = field(default_factory=list)
    agenda: Agenda = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nothing looked for."""
        self.agenda = Agenda(self.world, self.zones)


def photograph(slices: Slices, tick: Tick) -> None:
    """Take the photos that are due, a few tracks at a time, and seal each."""
    # The sample's people are reached by no platform that could hold something back.
    lines = () if tick.world.sample else tick.tools.lines
    if Topic.PHOTOS not in tick.agenda.list_topics(slices):
        return
    with slices.reading() as uow:
        more = bool(uow.photos.list_due(tick.world))
    known = () if tick.world.sample or not more else tick.tools.known()
    while more:
        with slices.writing() as uow:
            taken = take_photos(uow, tick.world, uow.looks.list_of(lines), known)
        if taken.whole is not None:
            _seal(slices, tick, taken.whole)
        more = taken.more


def _seal(slices: Slices, tick: Tick, period: Period) -> None:
    tracks: list[tuple[int, str]] = []
    some: Sequence[tuple[int, str]] = ((0, ""),)
    while some:
        with slices.reading() as uow:
            some = list_digests(uow, period, tracks[-1][0] if tracks else 0)
        tracks.extend(some)
    instead = () if tick.world.sample else tick.tools.given_up(named(period.id, period.name))
    kept = False
    while not kept:
        with slices.reading() as uow:
            sealed = make_seal(uow, period, tracks, tick.tools.sign, tick.world.at, instead)
        if sealed is None:
            return
        with slices.writing() as uow:
            kept = seal_photo(uow, period, sealed)


def sign(slices: Slices, tick: Tick) -> None:
    """Sign the decisions that were recorded since the last tick."""
    if Topic.DECISIONS not in tick.agenda.list_topics(slices):
        return
    with slices.reading() as uow:
        some = bool(list_to_sign(uow, tick.world, ()))
    if some:
        known = () if tick.world.sample else tick.tools.signed()
        with slices.writing() as uow:
            sign_decisions(uow, tick.world, tick.tools.sign, known)


def sign_log(slices: Slices, tick: Tick) -> None:
    """Sign the log of acts at its newest line, where it has new ones."""
    if Topic.ACTS not in tick.agenda.list_topics(slices):
        return
    known = () if tick.world.sample else tick.tools.signed_acts()
    with slices.reading() as uow:
        some = bool(acts.list_to_sign(uow, tick.world, known))
    if some:
        with slices.writing() as uow:
            acts.sign_acts(uow, tick.world, tick.tools.sign, known)


def drop_files(slices: Slices, tick: Tick) -> None:
    """Delete what administrators sent and nobody read in."""
    if Topic.HANDED in tick.agenda.list_topics(slices):
        with slices.writing() as uow:
            drop_old_files(uow, tick.world)


def settle(slices: Slices, tick: Tick) -> None:
    """Compare what was said on tracks whose scorers have finished, and write to the coaches."""
    topics = tick.agenda.list_topics(slices)
    with slices.reading() as uow:
        settled = list_settled(uow, tick.world) if Topic.SITTINGS in topics else []
        awake = Topic.AWAKE in topics and is_awake(uow, tick.world)
        outlived = Topic.OUTLIVED in topics and is_outlived(uow, tick.world)
    if awake:
        with slices.writing() as uow:
            wake_alerts(uow, tick.world)
    while outlived:
        with slices.writing() as uow:
            outlived = carry_alerts(uow, tick.world)
    for at in range(0, len(settled), AT_MOST):
        with slices.writing() as uow:
            settle_divergences(uow, tick.world, settled[at : at + AT_MOST])


def deliver(slices: Slices, tick: Tick) -> None:
    """Deliver to whoever is on the page: the sample's people, and the school's who joined there.

    Chats have workers of their own, and who has none is told what is due once they look.
    """
    platform = page_of(tick.world)
    with slices.reading() as uow:
        due = uow.outbox.is_due(platform, tick.world.at)
    shown: Sequence[tuple[int, Shown]] | None = () if due else None
    while shown is not None:
        with slices.writing() as uow:
            shown = deliver_here(uow, platform, tick.world.at, tick.tools.compose)
        tick.arrived.extend(shown or ())


def bring(slices: Slices, tick: Tick) -> None:
    """Deliver to whoever is on the page, where something is due."""
    if Topic.ARRIVALS in tick.agenda.list_topics(slices):
        deliver(slices, tick)


Work = Callable[[Slices, Tick], None]


def sweeping(own: sweeps.Sweep) -> Work:
    """Make a tick's work of what goes on as long as it finds more."""
    return lambda slices, tick: own.go(slices, tick.agenda)


TICKS: dict[str, Work] = {
    "endings": sweeping(sweeps.END),
    "stops": sweeping(sweeps.LEAVE),
    "handovers": sweeping(sweeps.HAND_OVER),
    "substitutes": sweeping(sweeps.LET_SUBSTITUTES_GO),
    "claims": sweeping(sweeps.SETTLE_CLAIMS),
    "questionnaires": sweeping(sweeps.KEEP_ROUNDS),
    "sessions": sweeping(sweeps.EXPIRE),
    "photos": photograph,
    "totals": sweeping(sweeps.COUNT_PHOTOS),
    "decisions": sign,
    "divergence": settle,
    "contests": sweeping(sweeps.SETTLE_CONTESTS),
    "plan": lambda slices, tick: plan(slices, tick.agenda, tick.tools.works),
    "own data": sweeping(sweeps.DROP),
    "back": sweeping(sweeps.GIVE_BACK),
    "files": drop_files,
    "acts": sign_log,
    "intakes": sweeping(sweeps.ERASE_INTAKES),
    "retention": lambda slices, tick: retain(slices, tick.agenda, tick.tools.erasing),
    "forgetting": lambda slices, tick: forget(
        slices, tick.agenda, tick.tools.erasing, tick.tools.clean
    ),
    "deliver": bring,
}
"""What each tick does, in this order; each in as many slices as it takes."""


def run_tick(transaction: Transaction, at: datetime, tools: Tools) -> list[tuple[int, Shown]]:
    """Do everything that is due at an instant; returns what reached people on our own platforms.

    What fails holds up nothing else; the first error is raised at the end.
    """
    errors: list[Exception] = []
    with _slices(transaction, tools) as slices:
        with slices.reading() as uow:
            worlds = [world for world in uow.worlds.list_at(at) if world.sample or not tools.held]
            ticks = [Tick(world, tools, uow.worlds.list_zones(world)) for world in worlds]
        for tick in ticks:
            errors += _do_all(slices, tick)
    if errors:
        raise errors[0]
    return [arrival for tick in ticks for arrival in tick.arrived]


def run_world(transaction: Transaction, tick: Tick) -> list[tuple[int, Shown]]:
    """Do everything that is due in one world; returns what reached people there."""
    with _slices(transaction, tick.tools) as slices:
        errors = _do_all(slices, tick)
    if errors:
        raise errors[0]
    return tick.arrived


def _slices(transaction: Transaction, tools: Tools) -> Slices:
    return Slices(transaction, tools.reading, tools.rest)


def _do_all(slices: Slices, tick: Tick) -> list[Exception]:
    """Do all kinds of work in one world; returns what went wrong meanwhile."""
    errors: list[Exception] = []
    for work in TICKS.values():
        try:
            work(slices, tick)
        except Exception as error:
            errors.append(error)
    return errors
