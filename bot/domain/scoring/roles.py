"""Which roles do more than score (ours)."""

from bot.domain.school.tracks import Role

TALLIES = frozenset({Role.STUDENT, Role.MENTOR})
"""Who counts how often something was done: those who were there."""

SETS_FOCUS = frozenset({Role.MENTOR, Role.TEACHER})
"""Who points at what matters in the coming weeks."""
