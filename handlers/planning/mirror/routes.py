"""What could be practised at a workplace: told to its mentor, answered, and told to the student."""

from bot.domain.telling.errands import ErrandKind
from handlers.planning.mirror.taps import AnswerMirror
from handlers.planning.mirror.tell import tapped_mirror, tell_mirror, tell_practice
from handlers.talking.routing.route import Routes, on

ROUTES = Routes(
    taps=(on(AnswerMirror, tapped_mirror),),
    tellings={
        ErrandKind.MIRROR: tell_mirror,
        ErrandKind.PRACTICE: tell_practice,
    },
)
