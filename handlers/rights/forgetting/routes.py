"""What being forgotten takes in: one command for everybody, its buttons, and what is told."""

from bot.domain.telling.asks import Asks
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.rights.forgetting.asked import WhyItWaits
from handlers.rights.forgetting.deciding import (
    say_waiting,
    tapped_carry_out,
    tapped_longer,
    tapped_why,
    typed_why,
)
from handlers.rights.forgetting.in_words import type_forget
from handlers.rights.forgetting.taps import (
    CarryOut,
    ConfirmForgetting,
    KeepLonger,
    SayWhyItWaits,
    WishForgetting,
    WithdrawForgetting,
)
from handlers.rights.forgetting.tell import (
    tell_again,
    tell_confirmed,
    tell_held,
    tell_kept_until,
    tell_slept,
    tell_withdrawn,
)
from handlers.rights.forgetting.wishing import (
    show_forgetting,
    tapped_confirm,
    tapped_wish,
    tapped_withdraw,
)
from handlers.talking.routing.route import ANY_OFFICE, CommandRoute, Routes, Words, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "forget",
            Words("vergeet", "oublier", "vergessen"),
            show_forgetting,
            _("be forgotten: what goes, what stays, and how"),
            place=190,
            offices=ANY_OFFICE,
        ),
    ),
    taps=(
        on(WishForgetting, tapped_wish),
        on(ConfirmForgetting, tapped_confirm),
        on(WithdrawForgetting, tapped_withdraw),
        on(CarryOut, tapped_carry_out),
        on(SayWhyItWaits, tapped_why),
        on(KeepLonger, tapped_longer),
    ),
    waits=(say_waiting,),
    questions=(asks(WhyItWaits, typed_why, any_words=True),),
    typed=type_forget,
    tellings={ErrandKind.FORGET: tell_again, ErrandKind.KEPT_UNTIL: tell_kept_until},
    at_once={
        Asks.FORGET_AGAIN: tell_slept,
        Asks.FORGET_CONFIRMED: tell_confirmed,
        Asks.FORGET_WITHDRAWN: tell_withdrawn,
        Asks.FORGET_HELD: tell_held,
    },
)
