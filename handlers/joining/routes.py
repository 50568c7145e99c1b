"""Joining: the first words."""

from handlers.joining.start import START, greet, tapped_first
from handlers.talking.routing.doors import BeginScoring
from handlers.talking.routing.route import CommandRoute, Routes, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "start",
            START[1:],
            greet,
        ),
    ),
    taps=(on(BeginScoring, tapped_first),),
)
