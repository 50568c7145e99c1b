"""What is kept of oneself: the command, the button, and what is told of it."""

from bot.domain.telling.asks import Asks
from bot.messages import _
from handlers.rights.having.mydata import (
    show_own_data,
    tapped_own_data,
    tell_asked,
    tell_failed,
    tell_own_data,
)
from handlers.rights.having.taps import TakeOwnData
from handlers.talking.routing.route import ANY_OFFICE, EVERYBODY, CommandRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "mydata",
            Words("mijngegevens", "mesdonnees", "meinedaten"),
            show_own_data,
            _("what is kept of me, and all of it as one file"),
            EVERYBODY,
            place=250,
            offices=ANY_OFFICE,
        ),
    ),
    taps=(on(TakeOwnData, tapped_own_data),),
    at_once={
        Asks.OWN_DATA: tell_own_data,
        Asks.OWN_DATA_FAILED: tell_failed,
        Asks.OWN_DATA_ASKED: tell_asked,
    },
)
