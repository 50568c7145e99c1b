"""The buttons about modules of a sector."""

from typing import Literal

from handlers.talking.routing.tap import Tap


class ShowModule(Tap, code="Xm"):
    """Show a module: to the administrator to decide, to the sector as it stands."""

    module: int


class ListModule(Tap, code="Xl"):
    """List all indicators of a module, to take away."""

    module: int


class ProposeModule(Tap, code="Xf"):
    """Propose the module of a file that was shown, or put it away."""

    file: int
    what: Literal["yes", "no"]


class WithdrawModule(Tap, code="Xw"):
    """Take a module back that the school said nothing of yet."""

    module: int


class ForeseeModule(Tap, code="Xv"):
    """Show what taking a module in for a programme would do."""

    module: int
    programme: int


class TakeModule(Tap, code="Xt"):
    """Take a module in for a programme."""

    module: int
    programme: int


class RefuseModule(Tap, code="Xr"):
    """Ask why a module is not taken in."""

    module: int


class TakeModuleOut(Tap, code="Xo"):
    """Take a module out of a programme in which nothing was said of it."""

    module: int
    programme: int
