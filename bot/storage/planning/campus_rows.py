"""Sessions on campus, made of the rows of their groups and places."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from bot.domain.planning.campus.model import GroupKind
from bot.domain.planning.sessions import (
    CampusGroup,
    CampusPlace,
    CampusSession,
    Outcome,
    SessionState,
)
from bot.ports.planning.campus import OwnGroup


def made_sessions(sessions: Sequence[Any], places: Iterable[Any]) -> list[CampusSession]:
    """Make sessions of their rows, with the places that were read of them, in order."""
    groups: dict[int, list[CampusGroup]] = defaultdict(list)
    for _group, rows in groupby(places, key=lambda row: row.id):
        own = list(rows)
        placed = tuple(
            CampusPlace(
                row.track_id, row.joins, row.moved, Outcome(row.outcome) if row.outcome else None
            )
            for row in own
        )
        groups[own[0].campus_session_id].append(
            CampusGroup(GroupKind(own[0].kind), placed, own[0].competence_id, own[0].scenario_id)
        )
    return [
        CampusSession(
            organisation_id=row.organisation_id,
            class_group_id=row.class_group_id,
            programme_id=row.programme_id,
            teacher_id=row.teacher_id,
            starts_at=row.starts_at,
            state=SessionState(row.state),
            groups=tuple(groups[row.id]),
            locked=row.locked,
            entry_id=row.entry_id,
            id=row.id,
        )
        for row in sessions
    ]


def made_groups(rows: Iterable[Any]) -> list[OwnGroup]:
    """Make a student's own groups of the rows of all who are in them."""
    found = []
    for _group, together in groupby(rows, key=lambda row: row.id):
        own = list(together)
        head = own[0]
        group = CampusGroup(
            GroupKind(head.kind),
            (CampusPlace(head.own_track),),
            head.competence_id,
            head.scenario_id,
        )
        others = tuple(row.name for row in own if row.track_id != row.own_track)
        found.append(OwnGroup(head.starts_at, group, others))
    return found
