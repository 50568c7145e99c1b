"""Read what the campus has planned for students, or gave them: that is no gap."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from bot.ports import UnitOfWork


def read_on_campus(uow: UnitOfWork, track_ids: Collection[int]) -> Mapping[int, frozenset[int]]:
    """Read the competences of sessions that are confirmed for tracks, or were given to them.

    A confirmed one counts as long as its lesson stands in its teacher's timetable.
    """
    sessions = uow.gaps.list_on_campus(track_ids)
    tables = {
        (group, table.teacher_id): table
        for group in {own.class_group_id for own in sessions if not own.given}
        for table in uow.lessons.list_of_class_group(group)
    }
    found: dict[int, set[int]] = defaultdict(set)
    for own in sessions:
        table = tables.get((own.class_group_id, own.teacher_id))
        if own.given or (table is not None and table.has(own.starts_at, own.class_group_id)):
            found[own.track_id].add(own.competence_id)
    return {track_id: frozenset(competences) for track_id, competences in found.items()}
