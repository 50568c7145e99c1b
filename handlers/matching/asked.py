"""What dialogues about intakes wait for."""

from dataclasses import dataclass

from bot.domain.matching.interviews import Alternative
from bot.ports.talking import Awaited
from handlers.talking.routing.offering import Offered
from handlers.talking.routing.question import Question


@dataclass(frozen=True)
class CandidateAwaited(Question):
    """The name of a candidate."""

    kind = Awaited.INTAKE_CANDIDATE
    intake: int = 0


@dataclass(frozen=True)
class PlaceAwaited(Question):
    """A workplace, and its contact behind a comma."""

    kind = Awaited.INTAKE_PLACE
    intake: int = 0


@dataclass(frozen=True)
class KnownOffered(Offered):
    """Whether a name that was typed is of somebody known; without a workplace a candidate's."""

    kind = Awaited.INTAKE_KNOWN
    intake: int = 0
    workplace: str = ""
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class OfInterview:
    """Between whom an interview is: a candidacy, and the place on offer."""

    candidacy: int = 0
    offer: int = 0


@dataclass(frozen=True)
class InterviewOffered(OfInterview, Offered):
    """When an interview is, shown at a moment that is proposed."""

    kind = Awaited.INTERVIEW_OFFERED


@dataclass(frozen=True)
class InterviewMomentAwaited(OfInterview, Question):
    """When an interview is."""

    kind = Awaited.INTERVIEW_MOMENT


@dataclass(frozen=True)
class IntakeFeedbackAwaited(Question):
    """The feedback to a candidate."""

    kind = Awaited.INTAKE_FEEDBACK
    interview: int = 0


@dataclass(frozen=True)
class AlternativeAwaited(Question):
    """What is said of another way to go on."""

    kind = Awaited.INTAKE_ALTERNATIVE
    interview: int = 0
    alternative: str = Alternative.OTHER.value


@dataclass(frozen=True)
class GroupAwaited(Question):
    """The name of the class group in which a candidate begins."""

    kind = Awaited.INTAKE_GROUP
    interview: int = 0


@dataclass(frozen=True)
class MatchOffered(Offered):
    """Whether a candidate is to begin as it is shown; without a coach it is asked who coaches."""

    kind = Awaited.INTAKE_MATCH
    interview: int = 0
    group: str = ""
    coach: int = 0


@dataclass(frozen=True)
class LeaderAwaited(Question):
    """Who leads a round: a name, or the school's id."""

    kind = Awaited.INTAKE_LEADER
    intake: int = 0
