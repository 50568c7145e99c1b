"""How groups on campus are made with a teacher: set once, and the sessions competences take."""

from dataclasses import dataclass

MOST_GROUPS = 9
MOST_STUDENTS = 99


@dataclass(frozen=True, slots=True)
class CampusSetting:
    """How many groups a teacher leads at a time, and how large a group and a class may be.

    Source: document 004, chapter 2 §4 d: both are agreed with the teacher beforehand; that there
    are two unless something is said is ours. None is no limit.
    """

    groups: int = 2
    group_size: int | None = None
    class_size: int | None = None
