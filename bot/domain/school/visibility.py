"""Who sees what of a track: one table, from which the storage builds every read.

Source: document 004, chapter 3 §6 g ('who sees what'); the mentor's and the teacher's
own notes, and the coach's limit to own tracks, are ours.
"""

from dataclasses import dataclass
from enum import IntEnum

from bot.domain.school.offices import Office
from bot.domain.school.tracks import Role


class Level(IntEnum):
    """How deep a viewer looks into one perspective."""

    NOTHING = 0
    COLOURS = 1
    INDICATORS = 2


@dataclass(frozen=True, slots=True)
class Sight:
    """What one viewer's role sees of one perspective; all_notes False means own notes only."""

    level: Level
    all_notes: bool = False


_OWN_NOTES = Sight(Level.INDICATORS)
_COLOURS = Sight(Level.COLOURS)
_ALL = Sight(Level.INDICATORS, all_notes=True)

SIGHT: dict[tuple[Role, Role], Sight] = {
    (Role.STUDENT, Role.STUDENT): _OWN_NOTES,
    (Role.STUDENT, Role.MENTOR): _COLOURS,
    (Role.STUDENT, Role.TEACHER): _COLOURS,
    (Role.MENTOR, Role.STUDENT): _OWN_NOTES,
    (Role.MENTOR, Role.MENTOR): _OWN_NOTES,
    (Role.MENTOR, Role.TEACHER): _OWN_NOTES,
    (Role.TEACHER, Role.STUDENT): _OWN_NOTES,
    (Role.TEACHER, Role.MENTOR): _OWN_NOTES,
    (Role.TEACHER, Role.TEACHER): _OWN_NOTES,
    (Role.COACH, Role.STUDENT): _ALL,
    (Role.COACH, Role.MENTOR): _ALL,
    (Role.COACH, Role.TEACHER): _ALL,
}
"""(viewer's role on the track, perspective looked at) → what is seen of it."""

SEES_CLASS_GROUP = frozenset({Role.TEACHER, Role.COACH})
"""Who may look at, and act on, a class group as a whole."""


def sight_of(roles: frozenset[Role], perspective: Role) -> Sight:
    """Join what several roles of one viewer see of a perspective: the most of each."""
    sights = [SIGHT[role, perspective] for role in roles]
    if not sights:
        return Sight(Level.NOTHING)
    return Sight(max(sight.level for sight in sights), any(sight.all_notes for sight in sights))


SEES_CHOICES = frozenset({Role.STUDENT, Role.TEACHER, Role.COACH})
"""Who around a track sees what its student is evaluated on."""

CHOOSES_LATE = frozenset({Role.TEACHER})
"""Who changes, with a reason, what a student is evaluated on, once the choice is over."""


class PlanSight(IntEnum):
    """What one viewer's role sees of the training plans of a track."""

    NOTHING = 0
    OWN = 1
    """The plan of the own workplace; of others what they add, as 'elsewhere'."""
    ALL = 2
    """The plan of each workplace, with the company."""


PLAN_SIGHT = {
    Role.STUDENT: PlanSight.ALL,
    Role.MENTOR: PlanSight.OWN,
    Role.TEACHER: PlanSight.ALL,
    Role.COACH: PlanSight.ALL,
}
"""What the viewer's role on the track sees of where each competence is pursued."""

SEES_ACTIVITIES = frozenset({Role.MENTOR, Role.TEACHER, Role.COACH})
"""Who around a placement sees what its workplace can offer."""

WRITES_ACTIVITIES = frozenset({Role.MENTOR, Role.COACH})
"""Who says what a workplace can offer: its mentor, and the coach in the mentor's name."""

SEES_RECOGNITIONS = frozenset({Role.COACH})
"""Who around a placement follows until when its workplace is recognised.

Its last day stands in the activity list as well, for whoever sees that.
"""

SEES_MENTOR_COURSES = frozenset({Role.COACH})
"""Who around a placement sees whether its mentors followed a training; a mentor sees the own."""


def plan_sight_of(roles: frozenset[Role]) -> PlanSight:
    """Join what several roles of one viewer see of the training plans: the most of each."""
    return max((PLAN_SIGHT[role] for role in roles), default=PlanSight.NOTHING)


class GroupSight(IntEnum):
    """What one viewer's role sees of the groups of a lesson on campus."""

    NOTHING = 0
    OWN = 1
    """The own group of a confirmed lesson: who is in it, and what it is on."""
    ALL = 2
    """Every group of the class, and why it is as it is."""


GROUP_SIGHT = {
    Role.STUDENT: GroupSight.OWN,
    Role.MENTOR: GroupSight.NOTHING,
    Role.TEACHER: GroupSight.ALL,
    Role.COACH: GroupSight.ALL,
}
"""What the viewer's role on a track sees of the groups in which its student is."""

SEES_GROUPS = frozenset(role for role, sight in GROUP_SIGHT.items() if sight is GroupSight.ALL)
"""Who sees the groups of a class as a whole."""


class ResultSight(IntEnum):
    """What one viewer's role sees of the result at the workplace."""

    NOTHING = 0
    ARITHMETIC = 1
    """How it comes about, and how far it is from the mark to reach."""
    ALL = 2
    """That it leads to nomination for deliberation as well, and what was decided."""


RESULT_SIGHT = {
    Role.STUDENT: ResultSight.ARITHMETIC,
    Role.MENTOR: ResultSight.ARITHMETIC,
    Role.TEACHER: ResultSight.ALL,
    Role.COACH: ResultSight.ALL,
}
"""What the viewer's role on a track sees of its result; who is not around it sees nothing."""

SEES_NOMINATED = frozenset(role for role, sight in RESULT_SIGHT.items() if sight is ResultSight.ALL)
"""Who hears at the last photo who is nominated for deliberation."""

ENTERS_RESULT = frozenset({Role.MENTOR, Role.COACH})
"""Who enters the result at the workplace where a programme's rule is that people do."""


def result_sight_of(roles: frozenset[Role]) -> ResultSight:
    """Join what several roles of one viewer see of a result: the most of each."""
    return max((RESULT_SIGHT[role] for role in roles), default=ResultSight.NOTHING)


class DecisionSight(IntEnum):
    """What one viewer's role sees of the decisions of the class council about a track."""

    NOTHING = 0
    TOLD = 1
    """Those of which a person told the student."""
    ALL = 2
    """Every one, with what it was made on."""


DECISION_SIGHT = {
    Role.STUDENT: DecisionSight.TOLD,
    Role.MENTOR: DecisionSight.NOTHING,
    Role.TEACHER: DecisionSight.ALL,
    Role.COACH: DecisionSight.ALL,
}
"""What the viewer's role on the track sees of what was decided."""


def decision_sight_of(roles: frozenset[Role]) -> DecisionSight:
    """Join what several roles of one viewer see of decisions: the most of each."""
    return max((DECISION_SIGHT[role] for role in roles), default=DecisionSight.NOTHING)


class ClaimSight(IntEnum):
    """What one viewer's role sees of what a student says to have learned before."""

    NOTHING = 0
    RECOGNISED = 1
    """What was confirmed: of which indicators, and how it was learned."""
    SENT = 2
    """Every claim that was sent, with its words, its references, and what was said of it."""
    ALL = 3
    """Also what is still being written."""


CLAIM_SIGHT = {
    Role.STUDENT: ClaimSight.ALL,
    Role.MENTOR: ClaimSight.RECOGNISED,
    Role.TEACHER: ClaimSight.SENT,
    Role.COACH: ClaimSight.SENT,
}
"""What the viewer's role on the track sees of it; who is not around it sees nothing."""


def claim_sight_of(roles: frozenset[Role]) -> ClaimSight:
    """Join what several roles of one viewer see of claims: the most of each."""
    return max((CLAIM_SIGHT[role] for role in roles), default=ClaimSight.NOTHING)


SEES_COUNCIL_PAGE = frozenset({Role.TEACHER, Role.COACH})
"""Who opens a student's page for the class council; what stands on it goes by the rows above."""

SEES_AFTERWARDS = frozenset({Role.TEACHER, Role.COACH})
"""Who was around a track when all of it ended, and still sees what its class council needs.

That is the result at the workplace, the decision, and the page of the council as it can be handed
round, by the rows above, for `COUNCIL_DAYS`; a coach records the decision, too. Nothing else is
seen, and nothing is scored. Its student goes on looking.
"""

SEES_END_VIEW = frozenset({Role.STUDENT, Role.TEACHER, Role.COACH})
"""Who opens what a student takes along at the last photo: it is the student's, so no mentor."""


ANSWERS_SEEN_BY: dict[Role, frozenset[Role]] = {
    Role.STUDENT: frozenset({Role.TEACHER, Role.COACH}),
    Role.MENTOR: frozenset({Role.COACH}),
    Role.TEACHER: frozenset({Role.COACH}),
    Role.COACH: frozenset(),
}
"""In which role somebody answers a questionnaire with their name → who around that track reads it.

Everybody reads what they answered themselves.
"""

SEES_UNSIGNED = frozenset({Role.COACH})
"""Who around those asked sees what came of a questionnaire without names, once it has ended.

So do those who were asked, and who runs Kompaan for the school.
"""


class ModuleSight(IntEnum):
    """What somebody sees of the modules that sectors propose."""

    NOTHING = 0
    OWN = 1
    """Those of the own sector, and what the school did with them."""
    ALL = 2
    """Those of every sector of the school."""


MODULE_SIGHT: dict[Role | Office, ModuleSight] = {
    **dict.fromkeys(Role, ModuleSight.NOTHING),
    **dict.fromkeys(Office, ModuleSight.NOTHING),
    Office.ADMINISTRATION: ModuleSight.ALL,
    Office.SECTOR: ModuleSight.OWN,
}
"""What a module says before it is taken in; then its competences are read like any other."""


class TotalsSight(IntEnum):
    """What somebody sees of the totals that are told to sectors."""

    NOTHING = 0
    OWN = 1
    """Those of the programmes of which the own sector is told."""
    ALL = 2
    """Those of every programme of which a sector is told; no other numbers than it sees."""


TOTALS_SIGHT: dict[Role | Office, TotalsSight] = {
    **dict.fromkeys(Role, TotalsSight.NOTHING),
    **dict.fromkeys(Office, TotalsSight.NOTHING),
    Office.ADMINISTRATION: TotalsSight.ALL,
    Office.SECTOR: TotalsSight.OWN,
}
"""Nobody around a track sees any: who knows students could tell the others by the numbers."""
