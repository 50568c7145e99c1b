"""Put sessions on campus back as they stood before something was done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.ports import UnitOfWork
from bot.ports.planning.campus import ClassHome
from bot.use_cases.planning.campus.snapshots import read_session


def put_sessions_back(
    uow: UnitOfWork, teacher_id: int, written: Sequence[Mapping[str, Any]]
) -> None:
    """Store these sessions as they were written; what was not stored then is dropped."""
    for session in map(read_session, written):
        home = ClassHome(session.organisation_id, session.class_group_id, session.programme_id)
        stands = next(
            (
                known
                for known in uow.campus.list_sessions(teacher_id, home)
                if (known.teacher_id, known.starts_at) == (session.teacher_id, session.starts_at)
            ),
            None,
        )
        if session.id:
            uow.campus.keep(replace(session, id=stands.id if stands else 0))
        elif stands:
            uow.campus.drop([stands.id])
