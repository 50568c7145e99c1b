"""What is kept: what can be said and tapped, and what is told unasked."""

from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.rights.noticing.asked import GuardianAwaited
from handlers.rights.noticing.guardian import (
    show_guardians,
    tapped_guardian,
    tapped_note,
    typed_guardian,
)
from handlers.rights.noticing.privacy import show_privacy, tapped_privacy
from handlers.rights.noticing.taps import NoteGuardian, ShowGuardian, ShowPrivacy
from handlers.rights.noticing.tell import tell_begins, tell_notice
from handlers.talking.routing.route import (
    ANY_OFFICE,
    EVERYBODY,
    CommandRoute,
    Routes,
    Words,
    asks,
    on,
)

ROUTES = Routes(
    commands=(
        CommandRoute(
            "privacy",
            Words("privacy", "confidentialite", "datenschutz"),
            show_privacy,
            _("what is kept of you, and who sees it"),
            EVERYBODY,
            place=225,
            offices=ANY_OFFICE,
        ),
        CommandRoute(
            "guardian",
            Words("ouder voogd", "parent representant", "eltern vormund"),
            show_guardians,
            _("what a student's guardian said, where one has to say yes"),
            frozenset({Role.COACH}),
            place=128,
        ),
    ),
    taps=(
        on(ShowPrivacy, tapped_privacy),
        on(ShowGuardian, tapped_guardian),
        on(NoteGuardian, tapped_note),
    ),
    questions=(asks(GuardianAwaited, typed_guardian, any_words=True),),
    tellings={ErrandKind.NOTICE: tell_notice},
    at_once={Asks.GUARDIAN_AGREED: tell_begins},
)
