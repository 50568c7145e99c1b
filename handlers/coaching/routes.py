"""Coaching: tips, and the next step."""

from bot.domain.school.tracks import PERSPECTIVES
from bot.domain.scoring.roles import COACHES_LEARNING
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.coaching.next_step import seek_next_step, show_next_step, tapped_next_step
from handlers.coaching.taps import GiveTip, JudgeTip, ShowTipCard
from handlers.coaching.tell_tip import tell_tip
from handlers.coaching.tips import (
    answer_tips,
    seek_tips,
    tapped_tip,
    tapped_tip_card,
    tapped_verdict,
)
from handlers.talking.routing.doors import ShowNextStep
from handlers.talking.routing.route import About, CommandRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "next",
            Words("volgende", "suivant", "naechste"),
            About(seek_next_step, show_next_step),
            _("the next step, and why"),
            frozenset(PERSPECTIVES),
            place=50,
        ),
        CommandRoute(
            "tips",
            Words("tips tip", "conseils", "tipps"),
            About(seek_tips, answer_tips),
            _("a tip that fits where the student stands"),
            COACHES_LEARNING,
            place=150,
        ),
    ),
    taps=(
        on(ShowNextStep, tapped_next_step),
        on(GiveTip, tapped_tip),
        on(ShowTipCard, tapped_tip_card),
        on(JudgeTip, tapped_verdict),
    ),
    tellings={
        ErrandKind.TIP: tell_tip,
    },
)
