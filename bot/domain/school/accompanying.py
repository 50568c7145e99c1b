"""Who sees what of the work around a track: agreements, visits, handovers, substitutes.

A part of the method's table of who sees what (`visibility.py`), which is about what was said and
what comes of it.
"""

from enum import IntEnum

from bot.domain.school.tracks import Role


class AgreementSight(IntEnum):
    """What one viewer's role sees of the agreement about a placement."""

    NOTHING = 0
    OWN = 1
    """Its kind and its days, and what that viewer's side still owes."""
    ALL = 2
    """What everybody owes."""


AGREEMENT_SIGHT = {
    Role.STUDENT: AgreementSight.OWN,
    Role.MENTOR: AgreementSight.OWN,
    Role.TEACHER: AgreementSight.NOTHING,
    Role.COACH: AgreementSight.ALL,
}
"""What the viewer's role sees of agreements, a mentor at the own placement alone."""


def agreement_sight_of(roles: frozenset[Role]) -> AgreementSight:
    """Join what several roles of one viewer see of an agreement: the most of each."""
    return max((AGREEMENT_SIGHT[role] for role in roles), default=AgreementSight.NOTHING)


class VisitSight(IntEnum):
    """What one viewer's role sees of visits at the workplaces of a track."""

    NOTHING = 0
    DAYS = 1
    """When the last visit was, and for when the next is planned."""
    ALL = 2
    """Also the minutes, and what was promised."""


VISIT_SIGHT = {
    Role.STUDENT: VisitSight.DAYS,
    Role.MENTOR: VisitSight.DAYS,
    Role.TEACHER: VisitSight.DAYS,
    Role.COACH: VisitSight.ALL,
}
"""What the viewer's role on the track sees of visits, a mentor of those at the own placement."""


def visit_sight_of(roles: frozenset[Role]) -> VisitSight:
    """Join what several roles of one viewer see of visits: the most of each."""
    return max((VISIT_SIGHT[role] for role in roles), default=VisitSight.NOTHING)


SEES_HANDOVERS = frozenset({Role.COACH})
"""Who around a track sees that it is to go to another coach; the coach to come sees it, too.

The others hear who the coach is once it is so. What a desk's owner notes for themselves, nobody
else sees, whatever their role.
"""

SEES_INTERVENTIONS = frozenset({Role.COACH})
"""Who sees what others did about a student, or about a workplace or class group around one.

Everybody sees their own.
"""

NAMES_SUBSTITUTES = frozenset({Role.COACH})
"""Who says who stands in for a mentor or a teacher; who was stood in for may end it, too."""

SEES_SUBSTITUTES = frozenset({Role.STUDENT, Role.MENTOR, Role.TEACHER, Role.COACH})
"""Who around a track sees who stands in for whom there, and until when.

Who stands in sees by the rows above what their role sees, on the tracks that were named, and
nothing once the day is over.
"""
