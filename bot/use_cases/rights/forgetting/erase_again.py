"""Erase anew who is on the list of erasures and here again, as after a backup was put back.

So is finished what was killed after its line was written. What somebody said of it since counts
more: a wish that was taken back or put off, or a track that was kept longer, takes the line back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.rights.erasures import Erasure
from bot.ports import UnitOfWork
from bot.ports.rights.erasing import Known
from bot.use_cases.rights.forgetting.erase_person import ErasingTools, erase_known


@dataclass(frozen=True, slots=True)
class Back:
    """Lines of whom, or of which track, something is here: `due`, or `overruled` since."""

    due: list[Erasure] = field(default_factory=list)
    overruled: list[Erasure] = field(default_factory=list)


def find_back(uow: UnitOfWork, tools: ErasingTools) -> Back:
    """Find the lines of the list of whom, or of which track, something is here.

    A row with another school's id than the one that was erased is somebody else's.
    """
    back = Back()
    for line in _list_here(uow, tools):
        (back.overruled if is_overruled(uow, line) else back.due).append(line)
    return back


def _list_here(uow: UnitOfWork, tools: ErasingTools) -> Iterator[Erasure]:
    lines = tools.erasures.read()
    here = {own.id: own for own in uow.erasing.list_back({line.person_id for line in lines})}
    for line in lines:
        known = here.get(line.person_id)
        if known is None or known.organisation_id != line.organisation_id:
            continue
        if tools.erasures.mark(known.organisation_id, known.id, known.school_id) != line.mark:
            continue
        if line.whole or uow.erasing.list_tracks_back(line.tracks, line.at, words=line.words):
            yield line


def is_overruled(uow: UnitOfWork, line: Erasure) -> bool:
    """Say whether somebody said after a line, which was not carried out then, that it must not."""
    if line.whole:
        latest = uow.forgettings.find_latest_no(line.person_id)
        return latest is not None and latest > line.at
    return any(uow.retentions.is_kept_longer(track_id, line.at) for track_id in line.tracks)


def erase_again(
    uow: UnitOfWork, lines: Sequence[Erasure], at: datetime, tools: ErasingTools
) -> int:
    """Erase them anew at an instant (aware); gives how many people, or tracks of who stays."""
    count = 0
    for line in lines:
        known = uow.erasing.hold(line.person_id)
        # Asked once more, since now nobody else says anything about it.
        if known is None or is_overruled(uow, line):
            continue
        count += 1
        if line.whole:
            _erase_whole(uow, known, at, tools)
        else:
            _erase_tracks(uow, line, at)
    return count


def _erase_whole(uow: UnitOfWork, known: Known, at: datetime, tools: ErasingTools) -> None:
    standing = uow.forgettings.hold_open(known.id)
    wanted = standing or uow.forgettings.add(known.id, known.organisation_id, at)
    erase_known(uow, known, at, tools.say)
    uow.forgettings.mark_erased(wanted.id, at)
    uow.rights_acts.note(
        known.organisation_id, RightsActKind.ERASED, at, about=known.id, forgetting=wanted.id
    )


def _erase_tracks(uow: UnitOfWork, line: Erasure, at: datetime) -> None:
    for track_id in uow.erasing.list_tracks_back(line.tracks, line.at, words=False):
        uow.erasing.erase_track(track_id)
    if line.words:
        uow.erasing.erase_words(line.tracks, line.at)
    for track_id in line.tracks:
        uow.rights_acts.note(
            line.organisation_id,
            RightsActKind.WORDS_ERASED if line.words else RightsActKind.TRACK_ERASED,
            at,
            about=line.person_id,
            track=track_id,
        )
