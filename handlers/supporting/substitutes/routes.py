"""Standing in for a mentor or a teacher who is away, until a day."""

from bot.domain.dated import Matter
from bot.domain.telling.asks import Asks
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.supporting.substitutes.asked import (
    NewcomerAwaited,
    SubstituteDayAwaited,
    SubstituteOffered,
)
from handlers.supporting.substitutes.dated import say_dated, tap_dated
from handlers.supporting.substitutes.ending import (
    tapped_end,
    tapped_invite,
    tapped_move,
    tapped_other_end,
)
from handlers.supporting.substitutes.naming import (
    mean_candidate,
    tapped_newcomer,
    tapped_who,
    typed_newcomer,
)
from handlers.supporting.substitutes.substitutes import (
    show_substitutes,
    tapped_for_whom,
    tapped_name,
    tapped_show,
)
from handlers.supporting.substitutes.taps import (
    AskForWhom,
    AskNewcomer,
    AskOtherEnd,
    AskUntilWhen,
    AskWhoStandsIn,
    InviteSubstitute,
    MoveEnd,
    NameSubstitute,
    ShowSubstitution,
    StandInUntil,
)
from handlers.supporting.substitutes.tell import tell_substitute_asked, tell_substitutes
from handlers.supporting.substitutes.until import (
    stand_day,
    tapped_until,
    tapped_until_when,
    typed_day,
)
from handlers.talking.routing.doors import EndSubstitution
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import (
    CommandRoute,
    OnDesk,
    QuestionRoute,
    Routes,
    Words,
    asks,
    on,
)

ROUTES = Routes(
    commands=(
        CommandRoute(
            "substitute",
            Words("vervanger", "remplacant", "vertretung"),
            show_substitutes,
            _("who stands in for somebody"),
            place=171,
        ),
    ),
    taps=(
        on(NameSubstitute, tapped_name),
        on(AskForWhom, tapped_for_whom),
        on(AskWhoStandsIn, tapped_who),
        on(AskNewcomer, tapped_newcomer),
        on(AskUntilWhen, tapped_until_when),
        on(StandInUntil, tapped_until),
        on(ShowSubstitution, tapped_show),
        on(EndSubstitution, tapped_end),
        on(AskOtherEnd, tapped_other_end),
        on(MoveEnd, tapped_move),
        on(InviteSubstitute, tapped_invite),
    ),
    questions=(
        QuestionRoute(SubstituteOffered, stands=stand_offered, means=mean_candidate),
        asks(NewcomerAwaited, typed_newcomer, any_words=True),
        asks(SubstituteDayAwaited, typed_day, stands=stand_day),
    ),
    tellings={ErrandKind.SUBSTITUTE: tell_substitutes},
    in_hours=dict.fromkeys(
        (
            Asks.SUBSTITUTE_NAMED,
            Asks.SUBSTITUTE_ENDED,
            Asks.SUBSTITUTE_GONE,
            Asks.SUBSTITUTE_LEFT,
        ),
        tell_substitute_asked,
    ),
    dated={Matter.SUBSTITUTE: OnDesk(say_dated, tap_dated)},
)
