"""Tracks that go to another coach, as a coach or an administrator says."""

from bot.domain.dated import Matter
from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.supporting.handover.asked import HandoverDayOffered, NewCoachOffered
from handlers.supporting.handover.choosing import (
    mean_coach,
    seek_handover,
    show_choice,
    tapped_begin,
    tapped_choose,
    tapped_list,
)
from handlers.supporting.handover.dated import say_dated, tap_dated
from handlers.supporting.handover.doing import (
    mean_first_day,
    tapped_call_off,
    tapped_from,
    tapped_now,
    tapped_show,
)
from handlers.supporting.handover.opened import tapped_open
from handlers.supporting.handover.taps import (
    CallOffHandover,
    ChooseNewCoach,
    HandOverFrom,
    HandOverNow,
    ListHandovers,
    OpenHandover,
    ShowHandover,
)
from handlers.supporting.handover.telling import tell_handover_asked, tell_handovers
from handlers.talking.routing.doors import BeginHandover
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import (
    About,
    CommandRoute,
    OnDesk,
    QuestionRoute,
    Routes,
    Words,
    on,
)

ROUTES = Routes(
    commands=(
        CommandRoute(
            "handover",
            Words("overdracht", "passation", "uebergabe"),
            About(seek_handover, show_choice),
            _("hand students over to another coach"),
            frozenset({Role.COACH}),
            place=175,
        ),
    ),
    taps=(
        on(BeginHandover, tapped_begin),
        on(ListHandovers, tapped_list),
        on(ChooseNewCoach, tapped_choose),
        on(ShowHandover, tapped_show),
        on(HandOverNow, tapped_now),
        on(HandOverFrom, tapped_from),
        on(CallOffHandover, tapped_call_off),
        on(OpenHandover, tapped_open),
    ),
    questions=(
        QuestionRoute(NewCoachOffered, stands=stand_offered, means=mean_coach),
        QuestionRoute(HandoverDayOffered, stands=stand_offered, means=mean_first_day),
    ),
    dated={Matter.HANDOVER: OnDesk(say_dated, tap_dated)},
    tellings={ErrandKind.HANDOVER: tell_handovers},
    in_hours=dict.fromkeys(
        (Asks.HANDED_OVER, Asks.HANDOVER_PLANNED, Asks.HANDED_BACK, Asks.HANDOVER_FAILED),
        tell_handover_asked,
    ),
)
