"""Places: where unasked messages go, and the e-mail address."""

from bot.domain.telling.asks import Asks
from bot.use_cases.telling.mail.confirm_address import is_code
from handlers.talking.places.address import (
    ask_for_address,
    is_address,
    stand_code,
    take_address,
    take_code,
    tapped_give,
)
from handlers.talking.places.asked import AddressAwaited, CodeAwaited
from handlers.talking.places.shown import tapped_ask, tapped_away, tapped_place, tapped_places
from handlers.talking.places.taps import (
    AskAway,
    ChoosePlace,
    GiveAddress,
    ShowPlaces,
    TakeAddressAway,
)
from handlers.talking.places.tell_lost import tell_code_lost, tell_lost
from handlers.talking.routing.route import Routes, asks, on

ROUTES = Routes(
    taps=(
        on(ShowPlaces, tapped_places),
        on(ChoosePlace, tapped_place),
        on(GiveAddress, tapped_give),
        on(AskAway, tapped_ask),
        on(TakeAddressAway, tapped_away),
    ),
    questions=(
        asks(AddressAwaited, take_address, fits=is_address, stands=ask_for_address),
        asks(CodeAwaited, take_code, fits=is_code, stands=stand_code),
    ),
    at_once={Asks.PLACE_LOST: tell_lost, Asks.CODE_LOST: tell_code_lost},
)
