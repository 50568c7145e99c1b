"""What the workplaces of a class group train, planned and in reality."""

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.messages import _
from handlers.planning.matrix.shown import (
    list_planned,
    show_matrix,
    tapped_matrix,
    tapped_matrix_sheet,
)
from handlers.planning.matrix.taps import BringMatrix, ShowMatrix, ShowPlannedWeeks, ShowTuning
from handlers.planning.matrix.tuning import list_tuned, show_tuning, tapped_tuning
from handlers.planning.matrix.weeks import tapped_planned_weeks
from handlers.talking.routing.route import About, CommandRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "plan",
            Words("klasoverzicht planning", "planification", "klassenplan"),
            About.named(list_planned, show_matrix),
            _("what the workplaces of a class group train"),
            SEES_CLASS_GROUP,
            place=138,
        ),
        CommandRoute(
            "tuning",
            Words("afstemming", "concordance", "abstimmung"),
            About.named(list_tuned, show_tuning),
            _("whether campus and work are tuned"),
            frozenset({Role.COACH}),
            place=185,
        ),
    ),
    taps=(
        on(ShowMatrix, tapped_matrix),
        on(BringMatrix, tapped_matrix_sheet),
        on(ShowPlannedWeeks, tapped_planned_weeks),
        on(ShowTuning, tapped_tuning),
    ),
)
