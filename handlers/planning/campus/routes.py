"""Groups on campus: who works on what in a lesson, and the question after it."""

from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.planning.campus.asking import (
    tapped_coverage,
    tapped_given,
    tapped_outcome,
    tapped_outcomes,
    tapped_unreached,
    tell_given,
)
from handlers.planning.campus.calendar import tapped_calendar
from handlers.planning.campus.changing import tapped_movable, tapped_move, tapped_swap
from handlers.planning.campus.deciding import (
    opened_lesson,
    tapped_again,
    tapped_confirmation,
    tapped_decision,
    tapped_lesson,
)
from handlers.planning.campus.groups import keep_groups
from handlers.planning.campus.setting import tapped_need, tapped_setting
from handlers.planning.campus.taps import (
    BringLesson,
    ConfirmLesson,
    CoverScenarios,
    DecideLesson,
    MoveStudent,
    OpenLesson,
    PlanAgain,
    SayGiven,
    SayOutcome,
    SayUnreached,
    SetGroups,
    SetNeed,
    ShowLesson,
    ShowMovable,
    ShowOutcomes,
    SwapCompetence,
)
from handlers.planning.campus.typing.lines import type_given
from handlers.talking.routing.route import CommandRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "groups",
            Words("groepjes groepen", "groupes", "gruppen"),
            keep_groups,
            _("who works on what in the next lesson"),
            frozenset({Role.STUDENT, Role.TEACHER, Role.COACH}),
            place=139,
        ),
    ),
    taps=(
        on(OpenLesson, opened_lesson),
        on(ShowLesson, tapped_lesson),
        on(ConfirmLesson, tapped_confirmation),
        on(MoveStudent, tapped_move),
        on(ShowMovable, tapped_movable),
        on(SwapCompetence, tapped_swap),
        on(DecideLesson, tapped_decision),
        on(PlanAgain, tapped_again),
        on(BringLesson, tapped_calendar),
        on(SetGroups, tapped_setting),
        on(SetNeed, tapped_need),
        on(SayGiven, tapped_given),
        on(ShowOutcomes, tapped_outcomes),
        on(SayOutcome, tapped_outcome),
        on(SayUnreached, tapped_unreached),
        on(CoverScenarios, tapped_coverage),
    ),
    tellings={
        ErrandKind.GIVEN: tell_given,
    },
    typed=type_given,
)
