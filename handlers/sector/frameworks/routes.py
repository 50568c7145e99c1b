"""Several frameworks in one programme."""

from handlers.sector.frameworks.joining import (
    tapped_foresee_framework,
    tapped_frameworks,
    tapped_join,
    tapped_joining,
)
from handlers.sector.frameworks.taps import (
    ForeseeFramework,
    JoinFramework,
    ShowFrameworks,
    ShowJoining,
)
from handlers.talking.rights.guarded import guarded
from handlers.talking.routing.route import Routes, on

ROUTES = Routes(
    taps=(
        on(ShowJoining, guarded(tapped_joining)),
        on(ShowFrameworks, guarded(tapped_frameworks)),
        on(ForeseeFramework, guarded(tapped_foresee_framework)),
        on(JoinFramework, guarded(tapped_join)),
    ),
)
