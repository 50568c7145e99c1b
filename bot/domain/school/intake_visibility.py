"""Who sees what of an intake: the same kind of table as for a track, in `visibility.py`.

Source: document 001 §4.3; who sees which part is ours.
"""

from enum import IntEnum, StrEnum

from bot.domain.school.tracks import Role


class IntakeSeat(StrEnum):
    """What somebody is in an intake: it is no role on a track, and none of those counts here."""

    CANDIDATE = "candidate"
    COMPANY = "company"
    """The contact of a company with a place on offer."""
    LEADER = "leader"
    """Whom the school named to lead it; without anybody named each coach of the programme."""


class IntakePart(StrEnum):
    """What there is to see of an intake."""

    CANDIDATE_ANSWERS = "candidate answers"
    COMPANY_ANSWERS = "company answers"
    INTERVIEW = "interview"
    """When it is, and with whom; and whether it led to a match."""
    VERDICT = "verdict"
    """What was said of each criterion, the feedback, and another way to go on."""


class IntakeSight(IntEnum):
    """What one seat sees of one part."""

    NOTHING = 0
    OWN = 1
    """What oneself said, or what was told of oneself once it was decided."""
    ALL = 2
    """What was sent, of everybody in the intake; and drafts of what is decided."""


INTAKE_SIGHT = {
    (IntakeSeat.CANDIDATE, IntakePart.CANDIDATE_ANSWERS): IntakeSight.OWN,
    (IntakeSeat.CANDIDATE, IntakePart.COMPANY_ANSWERS): IntakeSight.NOTHING,
    (IntakeSeat.CANDIDATE, IntakePart.INTERVIEW): IntakeSight.OWN,
    (IntakeSeat.CANDIDATE, IntakePart.VERDICT): IntakeSight.OWN,
    (IntakeSeat.COMPANY, IntakePart.CANDIDATE_ANSWERS): IntakeSight.NOTHING,
    (IntakeSeat.COMPANY, IntakePart.COMPANY_ANSWERS): IntakeSight.OWN,
    (IntakeSeat.COMPANY, IntakePart.INTERVIEW): IntakeSight.OWN,
    (IntakeSeat.COMPANY, IntakePart.VERDICT): IntakeSight.NOTHING,
    (IntakeSeat.LEADER, IntakePart.CANDIDATE_ANSWERS): IntakeSight.ALL,
    (IntakeSeat.LEADER, IntakePart.COMPANY_ANSWERS): IntakeSight.ALL,
    (IntakeSeat.LEADER, IntakePart.INTERVIEW): IntakeSight.ALL,
    (IntakeSeat.LEADER, IntakePart.VERDICT): IntakeSight.ALL,
}
"""(the viewer's seat in the intake, what is looked at) → how much of it is seen."""

SCORES_WITHOUT_INTAKE = frozenset({Role.MENTOR, Role.TEACHER})
"""Who says how a student learns, and so never sees that student's intake, though they lead it."""
