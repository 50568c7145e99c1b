"""Flexible evaluation: the course components that a student chooses to be evaluated on."""

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.evaluating.choosing.asked import LateReasonAwaited
from handlers.evaluating.choosing.choose import (
    remind_to_choose,
    seek_choice,
    show_choice,
    tapped_component,
)
from handlers.evaluating.choosing.evaluations import (
    list_prepared,
    show_evaluations,
    tapped_evaluations,
    tapped_file,
)
from handlers.evaluating.choosing.late import (
    tapped_choice,
    tapped_late,
    tapped_reason,
    typed_reason,
)
from handlers.evaluating.choosing.taps import (
    BringEvaluations,
    ChooseComponent,
    ChooseLate,
    GiveReason,
    ShowChoice,
    ShowEvaluations,
)
from handlers.evaluating.choosing.tell import tell_evaluations, tell_late
from handlers.talking.routing.route import About, CommandRoute, Routes, Words, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "choose",
            Words("kies", "choisir", "waehlen"),
            About(seek_choice, show_choice),
            _("course components to be evaluated on"),
            frozenset({Role.STUDENT, Role.TEACHER, Role.COACH}),
            place=130,
        ),
        CommandRoute(
            "evaluations",
            Words("evaluaties evaluatie", "evaluations", "auswertungen"),
            About.named(list_prepared, show_evaluations),
            _("the evaluations to prepare, by component and by student"),
            SEES_CLASS_GROUP,
            place=132,
        ),
    ),
    taps=(
        on(ChooseComponent, tapped_component),
        on(ShowChoice, tapped_choice),
        on(ChooseLate, tapped_late),
        on(GiveReason, tapped_reason),
        on(ShowEvaluations, tapped_evaluations),
        on(BringEvaluations, tapped_file),
    ),
    questions=(asks(LateReasonAwaited, typed_reason, any_words=True),),
    tellings={
        ErrandKind.CHOOSE: remind_to_choose,
        ErrandKind.LATE_CHOICE: tell_late,
        ErrandKind.EVALUATIONS: tell_evaluations,
    },
)
