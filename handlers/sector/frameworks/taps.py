"""The buttons about frameworks in a programme."""

from handlers.talking.routing.tap import Tap


class ShowJoining(Tap, code="Xg"):
    """List the programmes, to add the competences of another framework to one."""


class ShowFrameworks(Tap, code="Xh"):
    """Show which frameworks a programme has, and which could join."""

    programme: int


class ForeseeFramework(Tap, code="Xj"):
    """Show which numbers the competences of a framework would get."""

    programme: int
    framework: int


class JoinFramework(Tap, code="Xk"):
    """Let the competences of a framework join a programme."""

    programme: int
    framework: int
