"""Periods: opening, moving, and what is told before a photo."""

from bot.domain.dated import Matter
from bot.domain.telling.asks import Asks
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.periods.dated import say_dated, tap_dated
from handlers.periods.period import (
    keep_periods,
    tapped_cancel,
    tapped_last,
    tapped_move,
    tapped_period,
    tapped_proposed,
    tapped_usual,
    tapped_year,
)
from handlers.periods.taps import (
    AddProposedPeriod,
    AddUsualPeriods,
    AskAgain,
    CancelPeriod,
    MarkLast,
    MovePhoto,
    ShowPeriod,
    SureOfYear,
)
from handlers.periods.tell_coach import tell_missing, tell_reached, tell_unmailed, tell_unreachable
from handlers.periods.tell_open import remind, remind_again, tapped_again
from handlers.periods.tell_periods import (
    rehearse_photo,
    tell_cancelled,
    tell_moved,
    tell_opened,
    tell_taken,
)
from handlers.talking.routing.route import EVERYBODY, CommandRoute, OnDesk, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "periods",
            Words("periodes", "periodes", "perioden zeitraeume"),
            keep_periods,
            _("the evaluation periods and their photos"),
            EVERYBODY,
            place=120,
        ),
    ),
    taps=(
        on(ShowPeriod, tapped_period),
        on(MovePhoto, tapped_move),
        on(CancelPeriod, tapped_cancel),
        on(MarkLast, tapped_last),
        on(AddUsualPeriods, tapped_usual),
        on(AddProposedPeriod, tapped_proposed),
        on(SureOfYear, tapped_year),
        on(AskAgain, tapped_again),
    ),
    in_hours={Asks.AGAIN: remind_again},
    tellings={
        ErrandKind.CANCELLED: tell_cancelled,
        ErrandKind.MOVED: tell_moved,
        ErrandKind.OPENED: tell_opened,
        ErrandKind.TAKEN: tell_taken,
        ErrandKind.REHEARSAL: rehearse_photo,
        ErrandKind.REMINDER: remind,
        ErrandKind.MISSING: tell_missing,
        ErrandKind.UNREACHABLE: tell_unreachable,
        ErrandKind.UNMAILED: tell_unmailed,
        ErrandKind.REACHED: tell_reached,
    },
    dated={Matter.PHOTO: OnDesk(say_dated, tap_dated)},
)
