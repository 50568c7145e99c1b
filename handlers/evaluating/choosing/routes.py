"""Flexible evaluation: the course components that a student chooses to be evaluated on."""

from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.evaluating.choosing.choose import choose, remind_to_choose, tapped_component
from handlers.evaluating.choosing.taps import ChooseComponent
from handlers.talking.routing.route import CommandRoute, Routes, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "choose",
            ("kies", "choisir", "waehlen"),
            choose,
            _("course components to be evaluated on"),
            frozenset({Role.STUDENT, Role.TEACHER, Role.COACH}),
            place=130,
        ),
    ),
    taps=(on(ChooseComponent, tapped_component),),
    tellings={ErrandKind.CHOOSE: remind_to_choose},
)
