"""Planning: lessons on campus."""

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.planning.lessons import (
    keep_lessons,
    tapped_addition,
    tapped_lessons,
    tapped_removal,
)
from handlers.planning.matrix import (
    list_planned,
    show_matrix,
    tapped_matrix,
    tapped_matrix_sheet,
)
from handlers.planning.planned_weeks import tapped_planned_weeks
from handlers.planning.taps import (
    AddLesson,
    BringMatrix,
    RemoveLesson,
    ShowLessons,
    ShowMatrix,
    ShowMissing,
    ShowNews,
    ShowPlannedWeeks,
    ShowTuning,
)
from handlers.planning.tell_lesson import tapped_missing, tapped_news, tell_lesson
from handlers.planning.tuning import list_tuned, show_tuning, tapped_tuning
from handlers.talking.routing.route import About, CommandRoute, Routes, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "plan",
            ("planning", "klasoverzicht"),
            About.named(list_planned, show_matrix),
            _("what the workplaces of a class group train"),
            SEES_CLASS_GROUP,
            place=138,
        ),
        CommandRoute(
            "tuning",
            ("afstemming",),
            About.named(list_tuned, show_tuning),
            _("whether campus and work are tuned"),
            frozenset({Role.COACH}),
            place=185,
        ),
        CommandRoute(
            "lessons",
            ("lessen", "cours", "unterricht"),
            keep_lessons,
            _("when you teach, so that I tell you before"),
            frozenset({Role.TEACHER}),
            place=140,
        ),
    ),
    taps=(
        on(ShowLessons, tapped_lessons),
        on(AddLesson, tapped_addition),
        on(RemoveLesson, tapped_removal),
        on(ShowNews, tapped_news),
        on(ShowMissing, tapped_missing),
        on(ShowMatrix, tapped_matrix),
        on(BringMatrix, tapped_matrix_sheet),
        on(ShowPlannedWeeks, tapped_planned_weeks),
        on(ShowTuning, tapped_tuning),
    ),
    tellings={
        ErrandKind.LESSON: tell_lesson,
    },
)
