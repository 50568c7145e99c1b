"""Which roles do more than score (ours)."""

from bot.domain.school.tracks import Role

TALLIES = frozenset({Role.STUDENT, Role.MENTOR})
"""Who counts how often something was done: those who were there."""

COACHES_LEARNING = frozenset({Role.MENTOR, Role.TEACHER})
"""Who gets the method cards and tips: those from whom a student learns."""

SETS_FOCUS = frozenset({Role.MENTOR, Role.TEACHER})
"""Who points at what matters in the coming weeks."""
