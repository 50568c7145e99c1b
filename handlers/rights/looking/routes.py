"""Who looked: what can be said and tapped."""

from bot.domain.school.tracks import Role
from bot.messages import _
from handlers.rights.looking.looks import list_looked_at, show_looks, tapped_looks
from handlers.rights.looking.taps import ShowLooks
from handlers.talking.routing.route import About, CommandRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "looks",
            Words("gekeken", "regards", "blicke"),
            About.named(list_looked_at, show_looks),
            _("who opened what is kept, day by day"),
            frozenset({Role.STUDENT, Role.COACH}),
            place=182,
        ),
    ),
    taps=(on(ShowLooks, tapped_looks),),
)
