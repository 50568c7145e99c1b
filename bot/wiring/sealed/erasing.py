"""Erasing in an installation: what it needs, and who is erased anew when a backup was put back."""

import logging
import os
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.domain.rights.forgetting import Forgetting
from bot.messages import Moment, Sayable, _, _n, listed, words
from bot.ports.worlds import World
from bot.refusal import Refused
from bot.storage.health import Finding
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.rights.forgetting.erase_again import erase_again, find_back
from bot.use_cases.rights.forgetting.erase_person import ErasingTools
from bot.wiring import House
from bot.wiring.sealed.erasures import erasures_of
from handlers.rights.forgetting.last_words import say_last

log = logging.getLogger(__name__)


def erasing_tools(house: House) -> ErasingTools:
    """Gather what erasing somebody needs."""
    return ErasingTools(erasures_of(house), say_last)


def erase_who_is_back(house: House, at: datetime, *, always: bool = False) -> int:
    """Erase anew, at an instant, who is on the list of erasures and in the database again.

    Gives how many. What was overruled before it was carried out is taken off the list. Unless
    `always`, nothing is looked through while neither has changed. Raises Refused where the list
    cannot be used.
    """
    tools = erasing_tools(house)
    seen = _look(house)
    if seen is None or (seen == house.erasures_held and not always):
        return 0
    with house.reading() as uow:
        back = find_back(uow, tools)
    for line in back.overruled:
        tools.erasures.take_back(line)
    count = 0
    if back.due:
        with house.transaction() as uow:
            count = erase_again(uow, find_back(uow, tools).due, at, tools)
        log.warning("erased what the list of erasures holds and was here: %d", count)
    house.erasures_held = _look(house)
    return count


def _look(house: House) -> object:
    """Tell whether the list, or how many are erased here, is as it was; None without a list."""
    try:
        found = os.stat(erasures_of(house).path)
    except FileNotFoundError:
        return None
    except OSError as error:
        log.debug("%s", error)
        return "unreadable"
    with house.reading() as uow:
        return found.st_ino, found.st_mtime_ns, found.st_size, uow.erasing.count_erased()


LATE = timedelta(days=1)
"""How long after its instant an erasure is overdue: the clock does not run then."""


def examined_forgetting(house: House, at: datetime) -> Iterator[Finding]:
    """Say who waits to be forgotten, and what of ended tracks does; names are in none of it."""
    try:
        with house.reading() as uow:
            yield from _wishes(uow, at)
            yield _kept(uow, at)
            yield from _unminded(uow, at)
            unread = erasures_of(house).count_unread()
            back = len(find_back(uow, erasing_tools(house)).due)
    except Refused as unusable:
        yield Finding(False, unusable.text)
        return
    if unread:
        said = _n(
            "{count} line of the list of erasures beside the key says nothing any more: it was "
            "changed, or signed with another key. Put the newest copy of that list back.",
            "{count} lines of the list of erasures beside the key say nothing any more: they were "
            "changed, or signed with another key. Put the newest copy of that list back.",
            unread,
        )
        yield Finding(False, said)
    if back:
        said = _n(
            "{count} person who was erased is back, as after a backup was put back: the next tick "
            "erases them again.",
            "{count} people who were erased are back, as after a backup was put back: the next "
            "tick erases them again.",
            back,
        )
        yield Finding(False, said)


def _wishes(uow: StoredUnitOfWork, at: datetime) -> Iterator[Finding]:
    for wished in uow.forgettings.list_open(World(False, at)):
        if wished.confirmed_at is not None:
            yield _of_wish(uow, wished, at)


def _of_wish(uow: StoredUnitOfWork, wished: Forgetting, at: datetime) -> Finding:
    person = uow.people.find(wished.person_id)
    who = person.school_id if person else "—"
    if wished.held_at is not None or wished.due_at is None:
        said = _("{who} wants to be forgotten, and it was said why that waits.", who=who)
        return Finding(True, said)
    if at >= wished.due_at + LATE:
        return Finding(False, _("{who} should have been erased: does the clock run?", who=who))
    when = Moment(wished.due_at, year=True)
    if not uow.administrators.list_deciders(wished.person_id):
        said = _(
            "{who} wants to be forgotten, and nobody decides about that: look at it, then 'kompaan "
            "forget {who}' with --now or --reason. Else it is done from {when} on.",
            who=who,
            when=when,
        )
        return Finding(False, said)
    return Finding(True, _("{who} wants to be forgotten: from {when} on.", who=who, when=when))


A_YEAR = timedelta(days=365)
"""How long a track may run without a workplace before it is named: it is kept all that time."""

NAMED = 5
"""Students who are named in one line."""


def _unminded(uow: StoredUnitOfWork, at: datetime) -> Iterator[Finding]:
    """Name the tracks that nobody minds: whose time never begins, and those without a coach."""
    world = World(False, at)
    if idle := uow.alone.list_without_workplace(world, at - A_YEAR):
        said = _n(
            "{count} track has had no workplace for a year, and its months begin when it ends: "
            "{who}. End it, or give it a workplace.",
            "{count} tracks have had no workplace for a year, and their months begin when they "
            "end: {who}. End them, or give them a workplace.",
            len(idle),
            who=_some(idle),
        )
        yield Finding(False, said)
    if alone := uow.alone.list_without_coach(world):
        said = _n(
            "{count} track has no coach, so alerts and incidents of {who} reach nobody.",
            "{count} tracks have no coach, so alerts and incidents of {who} reach nobody.",
            len(alone),
            who=_some(alone),
        )
        yield Finding(False, said)


def _some(students: Sequence[str]) -> Sayable:
    more = ["…"] if len(students) > NAMED else []
    return listed([*students[:NAMED], *more])


def _kept(uow: StoredUnitOfWork, at: datetime) -> Finding:
    waiting, overdue, worded = uow.retentions.count_waiting(World(False, at))
    if overdue:
        said = _n(
            "{count} ended track should have been looked at: does the clock run?",
            "{count} ended tracks should have been looked at: does the clock run?",
            overdue,
        )
        return Finding(False, said)
    said = _n(
        "{count} ended track waits for the end of its months.",
        "{count} ended tracks wait for the end of their months.",
        waiting,
    )
    if not worded:
        return Finding(True, said)
    only = _(
        "Of {many} only the words of photos and decisions are still kept, for their own months.",
        many=worded,
    )
    return Finding(True, words(said, only))
