"""Planning: lessons on campus."""

from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.planning.lessons import lessons, tapped_lesson, tapped_lessons, tapped_new_lesson
from handlers.planning.tell_lesson import lesson
from handlers.talking.old import old
from handlers.talking.route import CommandRoute, Routes

ROUTES = Routes(
    commands=(
        CommandRoute(
            "lessons",
            ("lessen", "cours", "unterricht"),
            lessons,
            _("when you teach, so that I tell you before"),
            frozenset({Role.TEACHER}),
            place=140,
        ),
    ),
    taps=(
        old("ls", "", tapped_lessons),
        old("la", "\\d+(?::[0-6](?::\\d{1,2}(?::\\d{2})?)?)?", tapped_new_lesson),
        old("lt", "\\d+:[0-6]:\\d{2}:\\d{2}", tapped_lesson),
    ),
    tellings={
        ErrandKind.LESSON: lesson,
    },
)
