"""The people of a class, or of a whole school, so that one finds somebody among them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.folding import fold
from bot.domain.school.tracks import Role, Track
from bot.platforms.web.chat import Pane

MANY = 12
"""From more people on nobody knows by heart who is around whom."""

_NUMBER = re.compile(r"([0-9]+)")


def in_order(panes: Sequence[Pane], tracks: Mapping[int, Sequence[Track]]) -> list[Pane]:
    """Order people by class group and name; of many, with who is around which students.

    `tracks` are those of each, by identity. The class group is told where there are several.
    """
    ids = {pane.person_id: pane.school_id for pane in panes}
    groups = {
        pane.person_id: own[0].class_group
        for pane in panes
        for own in (_learned(pane, tracks),)
        if own
    }
    several, many = len(set(groups.values())) > 1, len(panes) > MANY
    told = (
        replace(
            pane,
            class_group=groups.get(pane.person_id, "") if several else "",
            students=[
                ids[track.student_id]
                for track in (tracks[pane.person_id] if many else ())
                if track.student_id != pane.person_id
            ],
        )
        for pane in panes
    )
    return sorted(told, key=lambda pane: (_by_number(pane.class_group), fold(pane.name)))


def _learned(pane: Pane, tracks: Mapping[int, Sequence[Track]]) -> Sequence[Track]:
    return [track for track in tracks[pane.person_id] if Role.STUDENT in track.roles]


def _by_number(name: str) -> list[tuple[int, str]]:
    """Order names as people do, so that 5 comes before 10."""
    return [(int(part or 0), "") if part.isdecimal() else (0, part) for part in _NUMBER.split(name)]
