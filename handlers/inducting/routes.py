"""Teachers new to dual learning: five steps, planned by who coaches them."""

from bot.domain.dated import Matter
from bot.domain.school.offices import Office
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.inducting.adding import (
    tapped_add,
    tapped_end_starter,
    tapped_first_day,
    tapped_mark,
    typed_first_day,
    typed_starter,
)
from handlers.inducting.asked import (
    FirstDayAwaited,
    StarterSought,
    StepDayOffered,
    StepMomentAwaited,
    StepOffered,
    StepWordsAwaited,
)
from handlers.inducting.asking import tell_session_asked, tell_steps_planned
from handlers.inducting.dated import say_dated, tap_dated
from handlers.inducting.holding import (
    mean_step_day,
    tapped_not_together,
    tapped_step_day,
    tapped_step_was,
    tapped_together_day,
    tapped_together_was,
)
from handlers.inducting.noting import tapped_write_step, typed_step_words
from handlers.inducting.one import (
    tapped_call_off_step,
    tapped_starter,
    tapped_step,
    tapped_step_was_not,
)
from handlers.inducting.own import tapped_ask_session, tapped_own, tapped_own_step
from handlers.inducting.planning import (
    mean_step_moment,
    tapped_choose_step,
    tapped_move_step,
    tapped_plan_step,
    tapped_type_step,
    typed_step_moment,
)
from handlers.inducting.starters import show_starters, tapped_starters
from handlers.inducting.taps import (
    AddStarter,
    AskForSession,
    CallOffStep,
    ChooseStep,
    ChooseTogether,
    EndStarter,
    ListStarters,
    MarkStarter,
    MoveStep,
    MoveTogether,
    NotTogether,
    PlanStep,
    PlanTogether,
    SayFirstDay,
    ShowOwnStep,
    ShowOwnSteps,
    ShowStarter,
    ShowStep,
    StepWas,
    StepWasNot,
    StepWasOn,
    TogetherWas,
    TogetherWasOn,
    TypeStepMoment,
    TypeTogetherMoment,
    WriteOfStep,
)
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import (
    CommandRoute,
    OnDesk,
    QuestionRoute,
    Routes,
    Words,
    asks,
    on,
)

ROUTES = Routes(
    commands=(
        CommandRoute(
            "starters",
            Words(
                "nieuweleerkrachten nieuwkomers starters",
                "nouveauxenseignants debutants",
                "neuelehrkraefte neulinge",
            ),
            show_starters,
            _("teachers new to dual learning, and their steps"),
            frozenset(),
            place=175,
            offices=frozenset({Office.INDUCTION}),
        ),
    ),
    taps=(
        on(ListStarters, tapped_starters),
        on(ShowStarter, tapped_starter),
        on(ShowStep, tapped_step),
        on(PlanStep, tapped_plan_step),
        on(MoveStep, tapped_move_step),
        on(ChooseStep, tapped_choose_step),
        on(TypeStepMoment, tapped_type_step),
        on(PlanTogether, tapped_plan_step),
        on(MoveTogether, tapped_move_step),
        on(ChooseTogether, tapped_choose_step),
        on(TypeTogetherMoment, tapped_type_step),
        on(CallOffStep, tapped_call_off_step),
        on(StepWas, tapped_step_was),
        on(StepWasOn, tapped_step_day),
        on(StepWasNot, tapped_step_was_not),
        on(TogetherWas, tapped_together_was),
        on(TogetherWasOn, tapped_together_day),
        on(NotTogether, tapped_not_together),
        on(WriteOfStep, tapped_write_step),
        on(AddStarter, tapped_add),
        on(MarkStarter, tapped_mark),
        on(EndStarter, tapped_end_starter),
        on(SayFirstDay, tapped_first_day),
        on(ShowOwnSteps, tapped_own),
        on(ShowOwnStep, tapped_own_step),
        on(AskForSession, tapped_ask_session),
    ),
    questions=(
        asks(StarterSought, typed_starter),
        asks(FirstDayAwaited, typed_first_day),
        QuestionRoute(StepOffered, stands=stand_offered, means=mean_step_moment),
        asks(StepMomentAwaited, typed_step_moment),
        QuestionRoute(StepDayOffered, stands=stand_offered, means=mean_step_day),
        asks(StepWordsAwaited, typed_step_words, any_words=True),
    ),
    dated={Matter.TEACHER_STEP: OnDesk(say_dated, tap_dated)},
    tellings={
        ErrandKind.SESSION_ASKED: tell_session_asked,
        ErrandKind.STEP_PLANNED: tell_steps_planned,
    },
)
