"""What one student met nowhere and nobody plans, told once."""

from bot.domain.telling.errands import ErrandKind
from handlers.planning.gaps.tell import tell_gaps
from handlers.talking.routing.route import Routes

ROUTES = Routes(
    tellings={
        ErrandKind.GAP: tell_gaps,
    },
)
