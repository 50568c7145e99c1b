"""The buttons about visits."""

from datetime import date

from bot.domain.school.tracks import Role
from bot.domain.visiting.promises import PromiseOutcome
from bot.domain.visiting.visits import MinutePart
from handlers.divergence.taps import UtcMoment
from handlers.talking.routing.tap import Tap


class ShowVisits(Tap, code="yv"):
    """Show how it stands with the visits at a placement."""

    placement: int


class ListVisits(Tap, code="yl"):
    """Show a page of the placements, counted from 0."""

    page: int


class PlanVisit(Tap, code="yp"):
    """Propose a moment for a visit."""

    placement: int


class MoveVisit(Tap, code="ym"):
    """Show a visit at another moment."""

    placement: int
    moment: UtcMoment


class ChooseVisit(Tap, code="yc"):
    """Plan a visit at the moment that is shown."""

    placement: int
    moment: UtcMoment


class TypeVisitMoment(Tap, code="yt"):
    """Type another moment."""

    placement: int


class CallOffVisit(Tap, code="yo"):
    """Call the visit off that is to come."""

    placement: int


class PrepareVisit(Tap, code="yr"):
    """Show what stands open before a visit."""

    placement: int


class WasThere(Tap, code="yw"):
    """Say that one was there, and ask when."""

    placement: int


class WasThereOn(Tap, code="yd"):
    """Say on which day one was there."""

    placement: int
    day: date


class WriteMinutes(Tap, code="yi"):
    """Write a part of the minutes of a visit, or show its question again."""

    visit: int
    part: MinutePart


class SkipMinute(Tap, code="yk"):
    """Go on without an answer to a question of the minutes."""

    visit: int
    part: MinutePart


class WritePromise(Tap, code="yq"):
    """Write down what was promised at a visit."""

    visit: int


class PromisedBy(Tap, code="yb"):
    """Say who promised what was written down."""

    visit: int
    role: Role


class ShowMinutes(Tap, code="yz"):
    """Show the minutes of a visit."""

    visit: int


class EndPromise(Tap, code="ye"):
    """Say how a promise ended."""

    promise: int
    outcome: PromiseOutcome


class ShowPromise(Tap, code="yg"):
    """Show a promise, with what can be said of it."""

    promise: int


class ReopenPromise(Tap, code="yu"):
    """Say that a promise stands again."""

    promise: int


class NotThere(Tap, code="yx"):
    """Take back that one was there."""

    visit: int


class AskForVisit(Tap, code="yf"):
    """Ask the coach for a visit at a placement."""

    placement: int
