"""Periods: opening, moving, the choice, and what is told before a photo."""

from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from bot.ports.telling.errands import ASKS_AGAIN
from handlers.periods.choose import choose, tapped_choice, to_choose
from handlers.periods.period import (
    periods,
    tapped_next,
    tapped_period,
    tapped_period_cancel,
    tapped_period_move,
    tapped_usual,
)
from handlers.periods.tell_coach import missing, unreachable
from handlers.periods.tell_open import again, reminder, tapped_again
from handlers.periods.tell_periods import cancelled, moved, opened, rehearsal, taken
from handlers.talking.old import old
from handlers.talking.route import EVERYBODY, CommandRoute, Routes

ROUTES = Routes(
    commands=(
        CommandRoute(
            "periods",
            ("periodes", "perioden"),
            periods,
            _("the evaluation periods and their photos"),
            EVERYBODY,
            place=120,
        ),
        CommandRoute(
            "choose",
            ("kies", "choisir", "waehlen"),
            choose,
            _("course components to be evaluated on"),
            frozenset({Role.STUDENT, Role.TEACHER, Role.COACH}),
            place=130,
        ),
    ),
    taps=(
        old("pe", "\\d+", tapped_period),
        old("pm", "\\d+:-?[dw]", tapped_period_move),
        old("pk", "\\d+:(?:ask|yes)", tapped_period_cancel),
        old("pu", "\\d+", tapped_usual),
        old("pn", "\\d+:\\d{8}", tapped_next),
        old("ch", "\\d+:\\d+:\\d+", tapped_choice),
        old("ag", "later|tomorrow", tapped_again),
    ),
    in_hours={ASKS_AGAIN: again},
    tellings={
        ErrandKind.CANCELLED: cancelled,
        ErrandKind.MOVED: moved,
        ErrandKind.OPENED: opened,
        ErrandKind.CHOOSE: to_choose,
        ErrandKind.TAKEN: taken,
        ErrandKind.REHEARSAL: rehearsal,
        ErrandKind.REMINDER: reminder,
        ErrandKind.MISSING: missing,
        ErrandKind.UNREACHABLE: unreachable,
    },
)
