"""Planning: lessons on campus."""

from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.planning.lessons import (
    keep_lessons,
    tapped_addition,
    tapped_lessons,
    tapped_removal,
)
from handlers.planning.taps import (
    AddLesson,
    AnswerMirror,
    RemoveLesson,
    ShowLessons,
    ShowMissing,
    ShowNews,
)
from handlers.planning.tell_lesson import tapped_missing, tapped_news, tell_lesson
from handlers.planning.tell_mirror import tapped_mirror, tell_mirror, tell_practice
from handlers.talking.routing.route import CommandRoute, Routes, on

ROUTES = Routes(
    commands=(
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
        on(AnswerMirror, tapped_mirror),
    ),
    tellings={
        ErrandKind.LESSON: tell_lesson,
        ErrandKind.MIRROR: tell_mirror,
        ErrandKind.PRACTICE: tell_practice,
    },
)
