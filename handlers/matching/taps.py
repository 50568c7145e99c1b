"""The buttons of intakes."""

from enum import StrEnum

from bot.domain.matching.interviews import Alternative, CriterionMet, InterviewOutcome
from handlers.divergence.taps import UtcMoment
from handlers.talking.routing.tap import Tap


class IntakeSide(StrEnum):
    """Whose own it is that a button is about."""

    CANDIDATE = "c"
    COMPANY = "p"


class ListIntakes(Tap, code="ima"):
    """Show all that one has to do with."""


class ShowIntake(Tap, code="imb"):
    """Show a round to who leads it, a page of it counted from 0."""

    intake: int
    page: int


class ShowCandidate(Tap, code="imc"):
    """Show a candidate to who leads the round."""

    candidacy: int


class ShowPlace(Tap, code="imd"):
    """Show a place on offer to who leads the round."""

    place: int


class InviteCandidate(Tap, code="ime"):
    """Ask for the name of a candidate."""

    intake: int


class OfferPlace(Tap, code="imf"):
    """Ask for a workplace and its contact."""

    intake: int


class TakeKnown(Tap, code="img"):
    """The name that was typed is that of somebody who is known."""

    person: int


class TakeNew(Tap, code="imh"):
    """The name that was typed is that of somebody new."""


class ShowBeside(Tap, code="imi"):
    """Show the answers of a candidate and of a company under each other."""

    candidacy: int
    place: int


class PlanInterview(Tap, code="imj"):
    """Propose a moment for an interview; without a place (0) it is with the school alone."""

    candidacy: int
    place: int


class MoveInterview(Tap, code="imk"):
    """Show an interview at another moment."""

    candidacy: int
    place: int
    moment: UtcMoment


class ChooseInterview(Tap, code="iml"):
    """Plan an interview at the moment that is shown."""

    candidacy: int
    place: int
    moment: UtcMoment


class TypeInterviewMoment(Tap, code="imm"):
    """Type another moment for an interview."""

    candidacy: int
    place: int


class CallOffInterview(Tap, code="imn"):
    """Call an interview off."""

    interview: int


class WriteOutcome(Tap, code="imo"):
    """Write down what comes of an interview, from where it stands."""

    candidacy: int
    place: int


class SayMet(Tap, code="imp"):
    """Say of a criterion whether it is met."""

    interview: int
    criterion: int
    met: CriterionMet


class AskCriterion(Tap, code="imq"):
    """Ask a criterion of this number again."""

    interview: int
    number: int


class WriteFeedback(Tap, code="imr"):
    """Write the feedback anew."""

    interview: int


class SayWhether(Tap, code="ims"):
    """Say whether it is a match."""

    interview: int
    outcome: InterviewOutcome


class SayAlternative(Tap, code="imt"):
    """Say where the candidate can go on."""

    interview: int
    alternative: Alternative


class DecideNoMatch(Tap, code="imu"):
    """Tell that there is no match."""

    interview: int


class ListGroups(Tap, code="ioj"):
    """Show the class groups in which a candidate can begin."""

    interview: int


class ChooseGroup(Tap, code="imv"):
    """Say in which class group a candidate begins; 0 where it is to be typed."""

    interview: int
    group: int


class ChooseCoach(Tap, code="imw"):
    """Say who coaches a candidate who begins; `group` is 0 for one that is new."""

    interview: int
    group: int
    coach: int


class MatchHere(Tap, code="imx"):
    """Let a candidate begin as it was shown."""

    interview: int


class AnswerQuestions(Tap, code="imy"):
    """Answer the questions of a round, from where one was."""

    side: IntakeSide
    own: int


class WithdrawFromIntake(Tap, code="ioa"):
    """Withdraw from a round; `sure` is 1 once it was asked."""

    side: IntakeSide
    own: int
    sure: int


class ShowOwnIntake(Tap, code="ioc"):
    """Show how it stands with one's own candidacy or place."""

    side: IntakeSide
    own: int


class InviteAgain(Tap, code="iod"):
    """Make another link for a candidate, or for a company's contact."""

    side: IntakeSide
    own: int


class SetOutIntake(Tap, code="ioe"):
    """Show an administrator who leads a round."""

    intake: int


class AddLeader(Tap, code="iof"):
    """Ask who leads a round."""

    intake: int


class NameLeader(Tap, code="iog"):
    """Let somebody lead a round."""

    intake: int
    person: int


class EndLeader(Tap, code="ioh"):
    """Let somebody no longer lead a round."""

    intake: int
    person: int


class CloseIntake(Tap, code="ioi"):
    """Close a round; `sure` is 1 once it was asked."""

    intake: int
    sure: int
