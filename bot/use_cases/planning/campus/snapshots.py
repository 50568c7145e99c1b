"""A session on campus as plain values, for undo, and back again."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.domain.planning.campus.model import GroupKind
from bot.domain.planning.sessions import (
    CampusGroup,
    CampusPlace,
    CampusSession,
    Outcome,
    SessionState,
)


def write_session(session: CampusSession) -> dict[str, Any]:
    """Write a session as plain values."""
    return asdict(session) | {"starts_at": session.starts_at.isoformat()}


def read_session(written: Mapping[str, Any]) -> CampusSession:
    """Read a session back; its `id` is what it was then."""
    groups = tuple(
        CampusGroup(
            GroupKind(group["kind"]),
            tuple(_read_place(place) for place in group["places"]),
            group["competence_id"],
            group["scenario_id"],
        )
        for group in written["groups"]
    )
    read = {
        "starts_at": datetime.fromisoformat(written["starts_at"]),
        "state": SessionState(written["state"]),
        "groups": groups,
    }
    return CampusSession(**{**written, **read})


def _read_place(written: Mapping[str, Any]) -> CampusPlace:
    outcome = written["outcome"]
    return CampusPlace(**{**written, "outcome": Outcome(outcome) if outcome else None})
