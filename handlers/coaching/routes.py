"""Coaching: tips, and the next step."""

from bot.domain.coaching.methods import Method
from bot.domain.coaching.tips import Verdict
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.coaching.next_step import next_step, seek_next_step, tapped_next_step
from handlers.coaching.tell_tip import tip
from handlers.coaching.tips import seek_tips, tapped_another, tapped_tip_card, tapped_verdict, tips
from handlers.talking.old import old
from handlers.talking.route import About, CommandRoute, Routes

ROUTES = Routes(
    commands=(
        CommandRoute(
            "next",
            ("volgende", "suivant", "naechste"),
            About(seek_next_step, next_step),
            _("the next step, and why"),
            frozenset(PERSPECTIVES),
            place=50,
        ),
        CommandRoute(
            "tips",
            ("tip", "conseils", "tipps"),
            About(seek_tips, tips),
            _("a tip that fits where the student stands"),
            frozenset({Role.MENTOR}),
            place=150,
        ),
    ),
    taps=(
        old("nx", "\\d+:\\d+", tapped_next_step),
        old("tp", "\\d+:\\d+", tapped_another),
        old("tc", "|".join(Method), tapped_tip_card),
        old("tv", f"\\d+:(?:{'|'.join(Verdict)})", tapped_verdict),
    ),
    tellings={
        ErrandKind.TIP: tip,
    },
)
