"""The buttons of who runs a school's Kompaan."""

from typing import Literal

from bot.domain.school.frameworks import PriorRule, Setting
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


class ShowTeachersCoaches(Tap, code="bta"):
    """List who coaches the teachers who are new."""


class ChangeTeachersCoach(Tap, code="btc"):
    """Let somebody coach the teachers, or end that; or ask first whether that is meant."""

    person: int
    what: Literal["make", "end"]
    sure: Literal["ask", "yes"]


class ChangeStarter(Tap, code="btn"):
    """Mark a teacher as new to dual learning, or say that it is over."""

    person: int
    what: Literal["make", "end"]


class ShowActs(Tap, code="bl"):
    """Show the newest lines of the log of acts."""


NamingCode = Literal["full", "first", "discreet"]


class ShowNaming(Tap, code="bh"):
    """Show what people are called in chats, with what each choice means."""


class SetNaming(Tap, code="bs"):
    """Choose what people are called in chats."""

    naming: NamingCode


class ShowKeepings(Tap, code="bx"):
    """Show for how long each programme keeps what."""


class ShowKeeping(Tap, code="by"):
    """Show for how long a programme keeps what, with what can be chosen."""

    programme: int


class SetKeeping(Tap, code="bz"):
    """Choose for how many months a programme keeps what was said, and photos."""

    programme: int
    months: int
    photo_months: int


class AskFile(Tap, code="bf"):
    """Say which files can be sent."""


class ShowFile(Tap, code="bo"):
    """Say how far it is with a large file."""

    file: int


class TakeFile(Tap, code="bk"):
    """Read the file in that was shown, or put it away."""

    file: int
    what: Literal["yes", "no"]


class ShowEducations(Tap, code="Ba"):
    """Show in which education each programme stands."""


class ShowEducation(Tap, code="Be"):
    """Show in which education a programme stands, with what can be chosen."""

    programme: int


class SetEducation(Tap, code="Bs"):
    """Say in which education a programme stands."""

    programme: int
    setting: Setting


class ShowPriorRules(Tap, code="Bp"):
    """Show what each programme counts of what was learned before."""


class ShowPriorRule(Tap, code="Bq"):
    """Show what a programme counts of it, with what can be chosen."""

    programme: int


class SetPriorRule(Tap, code="Br"):
    """Say what a programme counts of it."""

    programme: int
    rule: PriorRule
