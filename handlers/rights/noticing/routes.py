"""What is kept: what can be said and tapped, and what is told unasked."""

from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.rights.noticing.privacy import show_privacy, tapped_privacy
from handlers.rights.noticing.taps import ShowPrivacy
from handlers.rights.noticing.tell import tell_notice
from handlers.talking.routing.route import EVERYBODY, CommandRoute, Routes, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "privacy",
            ("confidentialite", "datenschutz"),
            show_privacy,
            _("what is kept of you, and who sees it"),
            EVERYBODY,
            place=225,
        ),
    ),
    taps=(on(ShowPrivacy, tapped_privacy),),
    tellings={ErrandKind.NOTICE: tell_notice},
)
