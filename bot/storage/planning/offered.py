"""What the workplaces of tracks offer: contexts and activities, resolved to competences."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection, and_, bindparam, exists, select, union

from bot.storage.tables import (
    activity,
    activity_competence,
    activity_context,
    activity_exception,
    activity_list,
    context_competence,
    placement,
    track,
)

OF_CONTEXTS = (
    select(activity.c.activity_list_id, context_competence.c.competence_id)
    .join(activity_context, activity_context.c.activity_id == activity.c.id)
    .join(context_competence, context_competence.c.context_id == activity_context.c.context_id)
)
OF_ACTIVITIES = select(activity.c.activity_list_id, activity_competence.c.competence_id).join(
    activity_competence, activity_competence.c.activity_id == activity.c.id
)
_ALL = union(OF_CONTEXTS, OF_ACTIVITIES).subquery("all_of")
_NOT_HERE = exists(activity_exception.c.competence_id).where(
    activity_exception.c.activity_list_id == activity_list.c.id,
    activity_exception.c.competence_id == _ALL.c.competence_id,
)
_OFFERED = (
    select(placement.c.track_id, placement.c.id, _ALL.c.competence_id)
    .join(track, track.c.id == placement.c.track_id)
    .join(
        activity_list,
        and_(
            activity_list.c.workplace_id == placement.c.workplace_id,
            activity_list.c.programme_id == track.c.programme_id,
        ),
    )
    .outerjoin(_ALL, and_(_ALL.c.activity_list_id == activity_list.c.id, ~_NOT_HERE))
    .where(
        placement.c.track_id.in_(bindparam("tracks", expanding=True)),
        placement.c.ended_at.is_(None),
        placement.c.left_at.is_(None),
    )
)


def read_offered(
    connection: Connection, track_ids: Collection[int]
) -> dict[int, dict[int, frozenset[int]]]:
    """Read the competences that are offered, by track and running placement with a list."""
    found: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for row in connection.execute(_OFFERED, {"tracks": list(track_ids)}):
        known = found[row.track_id][row.id]
        if row.competence_id is not None:
            known.add(row.competence_id)
    return {
        track_id: {placement_id: frozenset(own) for placement_id, own in several.items()}
        for track_id, several in found.items()
    }
