"""Visits at workplaces: planned, prepared and written down by coaches, asked for by others."""

from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import (
    About,
    CommandRoute,
    QuestionRoute,
    Routes,
    Words,
    asks,
    on,
)
from handlers.visiting.asked import (
    MinuteAwaited,
    PromiseAwaited,
    PromiserAwaited,
    VisitDayOffered,
    VisitMomentAwaited,
    VisitOffered,
)
from handlers.visiting.asking import tapped_ask, tell_visit_asked
from handlers.visiting.dated import DATED
from handlers.visiting.minutes import (
    mean_visit_day,
    tapped_day,
    tapped_minutes,
    tapped_not_there,
    tapped_skip,
    tapped_was_there,
    tapped_write,
    typed_minute,
)
from handlers.visiting.planning import (
    mean_visit_moment,
    tapped_choose,
    tapped_move,
    tapped_plan,
    tapped_type,
    typed_visit_moment,
)
from handlers.visiting.preparing import tapped_prepare
from handlers.visiting.promises import (
    stand_promiser,
    tapped_end_promise,
    tapped_promise,
    tapped_promised_by,
    tapped_reopen,
    tapped_write_promise,
    typed_promise,
)
from handlers.visiting.taps import (
    AskForVisit,
    CallOffVisit,
    ChooseVisit,
    EndPromise,
    ListVisits,
    MoveVisit,
    NotThere,
    PlanVisit,
    PrepareVisit,
    PromisedBy,
    ReopenPromise,
    ShowMinutes,
    ShowPromise,
    ShowVisits,
    SkipMinute,
    TypeVisitMoment,
    WasThere,
    WasThereOn,
    WriteMinutes,
    WritePromise,
)
from handlers.visiting.visits import (
    seek_visit,
    show_visits,
    tapped_call_off,
    tapped_list,
    tapped_visits,
)

ROUTES = Routes(
    commands=(
        CommandRoute(
            "visit",
            Words("bezoek", "visite", "besuch"),
            About(seek_visit, show_visits),
            _("visits at the workplace"),
            place=170,
        ),
    ),
    taps=(
        on(ShowVisits, tapped_visits),
        on(ListVisits, tapped_list),
        on(PlanVisit, tapped_plan),
        on(MoveVisit, tapped_move),
        on(ChooseVisit, tapped_choose),
        on(TypeVisitMoment, tapped_type),
        on(CallOffVisit, tapped_call_off),
        on(PrepareVisit, tapped_prepare),
        on(WasThere, tapped_was_there),
        on(WasThereOn, tapped_day),
        on(ShowMinutes, tapped_minutes),
        on(WriteMinutes, tapped_write),
        on(SkipMinute, tapped_skip),
        on(NotThere, tapped_not_there),
        on(WritePromise, tapped_write_promise),
        on(PromisedBy, tapped_promised_by),
        on(EndPromise, tapped_end_promise),
        on(ShowPromise, tapped_promise),
        on(ReopenPromise, tapped_reopen),
        on(AskForVisit, tapped_ask),
    ),
    questions=(
        QuestionRoute(VisitOffered, stands=stand_offered, means=mean_visit_moment),
        asks(VisitMomentAwaited, typed_visit_moment),
        QuestionRoute(VisitDayOffered, stands=stand_offered, means=mean_visit_day),
        asks(MinuteAwaited, typed_minute, any_words=True),
        asks(PromiseAwaited, typed_promise, any_words=True),
        QuestionRoute(PromiserAwaited, stands=stand_promiser),
    ),
    tellings={ErrandKind.VISIT_ASKED: tell_visit_asked},
    dated=DATED,
)
