"""Name who stands in for somebody who is away: it can be undone, and both hear it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from bot.domain.folding import fold
from bot.domain.school.naming import understood
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.supporting.substitutes import (
    LONGEST_NAME,
    LONGEST_SUBSTITUTION,
    AlreadyReplaced,
    AlreadyThere,
    Candidate,
    ScoresOtherwise,
    SeatTaken,
    SubstituteRefused,
    Substitution,
    WrongEnd,
)
from bot.domain.telling.asks import Asks
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.importing import PersonRow
from bot.use_cases.supporting.absence.note_absence import keep_away
from bot.use_cases.supporting.substitutes.log_roles import log_roles
from bot.use_cases.supporting.substitutes.see_substitutes import Replaceable
from bot.use_cases.supporting.substitutes.tell_substitute import (
    hand_questions,
    tell_substitution,
)

NAMESAKES = 20
"""People with a name like it who are looked at."""

_NAME = re.compile(r"[^\W\d_]+(?:[ '’.-]+[^\W\d_]+)+\.?")


class WrongName(Exception):
    """It is no first name and family name, or too long."""


@dataclass(frozen=True, slots=True)
class Named:
    """What was stored, and the entry that undo takes back (None for the command line)."""

    substitution: Substitution
    entry: int | None


def find_namesake(candidates: Sequence[Candidate], name: str) -> Candidate | None:
    """Find who of the school is called so, letter for letter but for accents and capitals."""
    wanted = fold(name)
    return next((own for own in candidates if wanted in map(fold, understood(own.name))), None)


def is_in_school(uow: UnitOfWork, organisation_id: int, name: str) -> bool:
    """Say whether anybody of the school is called so, in whatever role or in none."""
    wanted = fold(name)
    found = uow.school_people.list_called(organisation_id, wanted, NAMESAKES)
    return any(wanted in map(fold, understood(own.name)) for own in found)


def read_name(typed: str) -> str:
    """Read the whole name of somebody who is new. Raises WrongName."""
    name = " ".join(typed.split())
    if len(name) > LONGEST_NAME or not _NAME.fullmatch(name):
        raise WrongName
    return name


def name_substitute(
    uow: UnitOfWork,
    by: int | None,
    replaced: Replaceable,
    who: int | str,
    ends_at: datetime,
    at: datetime,
) -> Named:
    """Let somebody stand in until an instant, as the coach (None is the command line).

    `who` is somebody of the school, or the name (`read_name`) of a newcomer, who is added to it.
    Who is away is noted so until then. Instants are aware. Raises WrongEnd, AlreadyThere,
    AlreadyReplaced and ScoresOtherwise, and stores nothing then.
    """
    if not at < ends_at <= at + LONGEST_SUBSTITUTION:
        raise WrongEnd
    role, absent = replaced.first.role, replaced.first.person_id
    if isinstance(who, str):
        seats = _free_seats(uow, replaced, None)
        person_id = _add_newcomer(uow, replaced.first.organisation_id, who)
    else:
        seats, person_id = _free_seats(uow, replaced, who), who
        _refuse_two_roles(uow, seats, person_id, role)
    ids = uow.substitutes.add(seats, person_id, ends_at, by, at)
    named = Substitution(tuple(uow.substitutes.find(ids)))
    kept = note_absent(uow, absent, ends_at, at)
    uow.prompts.unplan(absent)
    hand_questions(uow, named, absent, person_id, at)
    log_roles(uow, named, by, at, began=True)
    tell_substitution(uow, named, Asks.SUBSTITUTE_NAMED, by, at)
    before = {"of": ids[0], "did": "named", "ids": ids, "absence": kept}
    entry = None if by is None else uow.acts.record(by, Act.SUBSTITUTE, at, before=before)
    return Named(named, entry)


def note_absent(
    uow: UnitOfWork, absent: int, ends_at: datetime, at: datetime
) -> dict[str, Any] | None:
    """Note that somebody is away as long as another stands in; None where it is known already."""
    until = ends_at - timedelta(seconds=1)
    known = uow.absences.list_known([absent], at).get(absent)
    if known is not None and known >= until:
        return None
    return keep_away(uow, absent, until, at)


def _add_newcomer(uow: UnitOfWork, organisation_id: int, name: str) -> int:
    """Add somebody to the school who is in no roster."""
    row = PersonRow(f"s-{uuid4().hex[:12]}", name, fold(name))
    (added,) = uow.catalogue.people.add(organisation_id, [row])
    return added.id


def may_stand_in_again(uow: UnitOfWork, ended: Substitution) -> bool:
    """Say whether what ended can go on: as it could be named now, at each of its placements.

    So it cannot where another one stands in by now, where they have the role there by the roster,
    where they score otherwise, or where who was away has no seat there any more.
    """
    first, tracks = ended.first, {own.track_id for own in ended.parts}
    places = {own.placement_id for own in ended.parts}
    seats = [
        seat
        for seat in uow.substitutes.list_seats(tracks)
        if (seat.person_id, seat.role, seat.substitute_id) == (first.absent_id, first.role, None)
        and seat.placement_id in places
    ]
    if {seat.placement_id for seat in seats} != places:
        return False
    try:
        free = _free_seats(uow, Replaceable(tuple(seats)), first.person_id)
        _refuse_two_roles(uow, free, first.person_id, first.role)
    except SubstituteRefused:
        return False
    return len(free) == len(seats)


def _free_seats(uow: UnitOfWork, replaced: Replaceable, person_id: int | None) -> list[SeatTaken]:
    """List the seats that this person can take. Raises AlreadyThere and AlreadyReplaced."""
    tracks = {seat.track_id for seat in replaced.seats}
    role, absent = replaced.first.role, replaced.first.person_id
    for own in uow.substitutes.list_running(tracks):
        if (own.absent_id, own.role) == (absent, role):
            raise AlreadyReplaced(own.person)
    taken = uow.substitutes.list_seats(tracks)
    held = {own.placement_id for own in taken if (own.person_id, own.role) == (person_id, role)}
    free = [seat for seat in replaced.seats if seat.placement_id not in held]
    if not free:
        raise AlreadyThere
    return free


def _refuse_two_roles(
    uow: UnitOfWork, seats: Sequence[SeatTaken], person_id: int, role: Role
) -> None:
    """Let nobody speak for two perspectives on one track. Raises ScoresOtherwise."""
    named = {seat.track_id: seat.student for seat in seats}
    for track in uow.tracks.list_of(person_id):
        if track.id in named and any(own in track.roles for own in PERSPECTIVES if own is not role):
            raise ScoresOtherwise(named[track.id])
