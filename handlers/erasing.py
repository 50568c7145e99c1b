"""What a tick erases: who is to be forgotten, and what of ended tracks has been kept long enough.

Each is one transaction, noted apart before: a process that dies loses that one, and the next tick
begins there. What is left in the file of the database is cleaned behind it.
"""

from collections.abc import Callable

from bot.ports.topics import Topic
from bot.use_cases.rights.forgetting.erase_person import (
    ErasingTools,
    erase_person,
    look_through_again,
    mark_clean,
)
from bot.use_cases.rights.retain_track import retain_track
from bot.use_cases.supporting.substitutes.let_erased_go import (
    let_erased_go,
    list_standing_in_for,
    list_stood_in_by,
    tell_nobody_comes_back,
)
from handlers.agenda import Agenda
from handlers.slices import Slices

Clean = Callable[[], bool]
"""Takes what was deleted out of the database's file; False where somebody else reads it now."""

TRACKS_AT_ONCE = 50
"""Ended tracks that are looked at in one transaction."""


def nothing_to_clean() -> bool:
    """Leave the file to the database."""
    return True


def retain(slices: Slices, agenda: Agenda, tools: ErasingTools | None) -> None:
    """Announce what is erased in a month, and erase what was announced."""
    if tools is None or Topic.RETENTION not in agenda.list_topics(slices):
        return
    done: set[int] = set()
    while True:
        with slices.reading() as uow:
            found = uow.retentions.list_stirring(agenda.world, TRACKS_AT_ONCE)
        some = [track_id for track_id in found if track_id not in done]
        if not some:
            return
        for track_id in some:
            with slices.writing() as uow:
                retain_track(uow, track_id, agenda.world.at, tools.erasures)
        done.update(some)


def forget(slices: Slices, agenda: Agenda, tools: ErasingTools | None, clean: Clean) -> None:
    """Erase whose time has come, and look once more through who was erased before."""
    if tools is None or Topic.FORGETTING not in agenda.list_topics(slices):
        return
    with slices.reading() as uow:
        before = uow.forgettings.list_unclean(agenda.world)
        due = uow.forgettings.list_due(agenda.world)
    for wanted in due:
        with slices.writing() as uow:
            left = list_stood_in_by(uow, wanted.person_id)
            behind = list_standing_in_for(uow, wanted.person_id)
            if erase_person(uow, wanted, agenda.world.at, tools):
                let_erased_go(uow, left, agenda.world.at)
                tell_nobody_comes_back(uow, behind, agenda.world.at)
    looked = []
    for erased in before:
        with slices.writing() as uow:
            if look_through_again(uow, erased, agenda.world.at):
                looked.append(erased)
    if looked and clean():
        with slices.writing() as uow:
            for erased in looked:
                mark_clean(uow, erased, agenda.world.at)
