"""The buttons of the result at the workplace; photo 0 is how it stands now."""

from bot.domain.evaluating.workplace_rule import RuleKind
from handlers.talking.routing.tap import Tap


class ShowResult(Tap, code="oa"):
    """Show the result of a track in a photo."""

    track: int
    photo: int


class ShowResults(Tap, code="ob"):
    """Show a page of the results of the class group of a track, in the programme of that track."""

    track: int
    photo: int
    page: int


class MarkLastPhoto(Tap, code="of"):
    """Say of a photo that was taken whether the class council decides after it: 1 that it does.

    Then the class group of the track is shown again.
    """

    track: int
    photo: int
    last: int


class ShowWorkplaceRule(Tap, code="oc"):
    """Show a programme's rule to its coach, with the ways to state one."""

    programme: int


class StateWorkplaceRule(Tap, code="od"):
    """Begin to state a programme's rule of a kind."""

    programme: int
    rule: RuleKind


class EnterResult(Tap, code="oe"):
    """Begin to enter a result of a track in a period, in the name of a person where one is said.

    Without one a coach is asked in whose; 0 is the own name.
    """

    track: int
    period: int
    person: int | None
