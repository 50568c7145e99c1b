"""The buttons of who runs a school's Kompaan."""

from typing import Literal

from handlers.talking.routing.tap import Tap


class FindPeople(Tap, code="bp"):
    """Ask for whom to look."""


class ShowPerson(Tap, code="bi"):
    """Show somebody of the school: whether they came, and what can be done."""

    person: int


class InviteSomebody(Tap, code="bn"):
    """Make a link by which somebody comes in."""

    person: int


class ShowClassGroups(Tap, code="bg"):
    """List the class groups whose people can be invited."""


class InviteGroup(Tap, code="bv"):
    """Show who of a class group did not come yet, or invite all of them."""

    group: int
    sure: Literal["ask", "yes"]


class CloseDevices(Tap, code="bd"):
    """Close somebody's chat on all devices, or ask first whether that is meant."""

    person: int
    sure: Literal["ask", "yes"]


class ShowPlacements(Tap, code="bt"):
    """Show where a student is placed."""

    person: int


class EndPlacement(Tap, code="be"):
    """End a placement of a student, or ask first whether that is meant."""

    person: int
    placement: int
    sure: Literal["ask", "yes"]


class ResumePlacement(Tap, code="br"):
    """Take a placement of a student up again."""

    person: int
    placement: int


class ShowTeam(Tap, code="bm"):
    """List who runs the school's Kompaan."""


class ChangeTeam(Tap, code="bc"):
    """Make somebody an administrator, or end that; or ask first whether that is meant."""

    person: int
    what: Literal["make", "end"]
    sure: Literal["ask", "yes"]


class ShowActs(Tap, code="bl"):
    """Show the newest lines of the log of acts."""


class AskFile(Tap, code="bf"):
    """Say which files can be sent."""


class TakeFile(Tap, code="bk"):
    """Read the file in that was shown, or put it away."""

    file: int
    what: Literal["yes", "no"]
