"""What the simulated term takes a class to be: each value with where it comes from.

SOURCE values are those of the documents, OURS are guesses, to be replaced by what schools really
see. They stood before the first run, and none was changed after it.
"""

from dataclasses import dataclass

SOURCE, OURS = "source", "ours"


@dataclass(frozen=True, slots=True)
class Assumptions:
    """One set of them; shares between 0 and 1 unless they say otherwise."""

    weeks: int = 15
    students: int = 12
    lessons: int = 3
    groups: int = 2
    away: float = 0.05
    gaps: int = 3
    offered: float = 0.6
    not_kept: float = 0.15
    unplanned: float = 0.1
    rare: float = 0.1
    often: float = 0.5
    mentioned: float = 0.65
    lesson: float = 3.0
    exposure: float = 1.0
    own_choice: float = 0.5
    supported_at: float = 2.0
    alone_at: float = 5.0


MEANINGS = {
    "weeks": (OURS, "weeks of a term"),
    "students": (OURS, "students of a class"),
    "lessons": (OURS, "lessons a week: the 41 sessions of a fixed timetable fit in a term"),
    "groups": (OURS, "groups at a time; the sources' example has two"),
    "away": (OURS, "the chance to be away from a lesson"),
    "gaps": (OURS, "competences that no workplace of the class trains"),
    "offered": (SOURCE, "of the others, what a workplace trains: dual learning is 60 % at work"),
    "not_kept": (OURS, "of what is planned at work, what never comes up there"),
    "unplanned": (OURS, "of what is not planned at work, what comes up there all the same"),
    "rare": (OURS, "the lowest chance that what a workplace trains comes up in a week"),
    "often": (OURS, "the highest"),
    "mentioned": (OURS, "the chance that a mentor scores what came up in a week"),
    "lesson": (OURS, "what all lessons on a competence together bring, in weeks at work"),
    "exposure": (OURS, "what a week at work, or practice with others, brings"),
    "own_choice": (OURS, "what a lesson on something of the own choice brings"),
    "supported_at": (OURS, "from so much on a competence is shown with support"),
    "alone_at": (OURS, "from so much on it is shown alone"),
}
"""By name of the value. The 60 % are a share of time (document 004, chapter 2 §5); that a workplace
trains as large a share of the competences is ours."""
