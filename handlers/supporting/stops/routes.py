"""A placement that stops, said by a mentor or coach."""

from bot.domain.supporting.stops import MAY_STOP
from bot.domain.telling.asks import Asks
from bot.messages import _
from handlers.supporting.stops.asked import StopDayOffered
from handlers.supporting.stops.choosing import mean_day, tapped_day, tapped_stopped, tapped_why
from handlers.supporting.stops.stops import seek_stop, show_stop, tapped_go_on, tapped_stop
from handlers.supporting.stops.taps import AskStop, GoOnAfterAll, LastDay, StopPlacement, WhyStop
from handlers.supporting.stops.tell import tell_goes_on, tell_stopped
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import About, CommandRoute, QuestionRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "stops",
            Words("stopt", "arret", "beendet"),
            About(seek_stop, show_stop),
            _("a placement stops"),
            MAY_STOP,
            place=124,
        ),
    ),
    taps=(
        on(AskStop, tapped_stop),
        on(WhyStop, tapped_why),
        on(LastDay, tapped_day),
        on(StopPlacement, tapped_stopped),
        on(GoOnAfterAll, tapped_go_on),
    ),
    questions=(QuestionRoute(StopDayOffered, stands=stand_offered, means=mean_day),),
    in_hours={Asks.STOPPED: tell_stopped, Asks.GOES_ON: tell_goes_on},
)
