"""Lessons on campus: when they are, and what the workplaces brought before one."""

from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.planning.lessons.taps import (
    AddLesson,
    RemoveLesson,
    ShowLessons,
    ShowMissing,
    ShowNews,
)
from handlers.planning.lessons.tell import tapped_missing, tapped_news, tell_lesson
from handlers.planning.lessons.times import (
    keep_lessons,
    tapped_addition,
    tapped_lessons,
    tapped_removal,
)
from handlers.talking.routing.route import CommandRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "lessons",
            Words("lessen", "cours", "unterricht"),
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
    ),
    tellings={
        ErrandKind.LESSON: tell_lesson,
    },
)
