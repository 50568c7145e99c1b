"""What came up at a workplace: whose word says so, wherever it is told of one or of many."""

from collections.abc import Mapping

from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Counts

SPEAKS_FOR_WORK = Role.MENTOR
"""What came up at work, or cannot be seen there, is what the mentor says (ours): a student scores
what was learnt on campus as well, so of a student's word it is told whose it is."""


def met_at_work(counts: Mapping[Role, Counts]) -> bool:
    """Say whether anything of a competence came up at a student's workplace, by its counts."""
    return counts.get(SPEAKS_FOR_WORK, Counts()).covered > 0
