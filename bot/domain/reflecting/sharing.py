"""Who may read what a student answers: chosen by the student, for each answer.

Ours. Only me means nobody else, the coach included.
"""

from enum import StrEnum

from bot.domain.school.tracks import Role


class Share(StrEnum):
    """With whom an answer is shared."""

    ME = "me"
    COACH = "coach"
    ALL = "all"


READERS: dict[Share, frozenset[Role]] = {
    Share.ME: frozenset({Role.STUDENT}),
    Share.COACH: frozenset({Role.STUDENT, Role.COACH}),
    Share.ALL: frozenset(Role),
}
"""The roles on a track whose people may read an answer that is shared so."""
