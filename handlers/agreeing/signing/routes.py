"""Signatures that are said to be there: their buttons, and what coaches are told."""

from bot.domain.telling.errands import ErrandKind
from handlers.agreeing.signing.signing import tapped_confirm, tapped_signed, tell_signed
from handlers.agreeing.signing.taps import ConfirmSigned, SaySigned
from handlers.talking.routing.route import Routes, on

ROUTES = Routes(
    taps=(on(SaySigned, tapped_signed), on(ConfirmSigned, tapped_confirm)),
    tellings={ErrandKind.SIGNED: tell_signed},
)
