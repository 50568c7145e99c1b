"""Erase anew who is on the list of erasures and here again, as after a backup was put back."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.rights.erasures import Erasure
from bot.ports import UnitOfWork
from bot.use_cases.rights.forgetting.erase_person import ErasingTools, erase_known


def list_back(uow: UnitOfWork, tools: ErasingTools) -> list[Erasure]:
    """List the lines of the list of whom, or of which track, something is here again.

    A row with another school's id than the one that was erased is somebody else's.
    """
    lines = tools.erasures.read()
    here = {own.id: own for own in uow.erasing.list_back({line.person_id for line in lines})}
    found = []
    for line in lines:
        known = here.get(line.person_id)
        if known is None or known.organisation_id != line.organisation_id:
            continue
        if tools.erasures.mark(known.organisation_id, known.id, known.school_id) != line.mark:
            continue
        if line.whole or uow.erasing.list_tracks_back(line.tracks, line.at, words=line.words):
            found.append(line)
    return found


def erase_again(
    uow: UnitOfWork, lines: Sequence[Erasure], at: datetime, tools: ErasingTools
) -> int:
    """Erase them anew at an instant (aware); gives how many people, or tracks of who stays."""
    count = 0
    for line in lines:
        known = uow.erasing.hold(line.person_id)
        if known is None:
            continue
        count += 1
        if line.whole:
            standing = uow.forgettings.hold_open(known.id)
            wanted = standing or uow.forgettings.add(known.id, known.organisation_id, at)
            erase_known(uow, known, at, tools.say)
            uow.forgettings.mark_erased(wanted.id, at)
            continue
        for track_id in uow.erasing.list_tracks_back(line.tracks, line.at, words=False):
            uow.erasing.erase_track(track_id)
        if line.words:
            uow.erasing.erase_words(line.tracks, line.at)
    return count
