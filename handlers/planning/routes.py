"""Planning: lessons on campus, and the work that comes up."""

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.planning.contexts.asked import ContextMenu, ContextTitle, SpanAwaited
from handlers.planning.contexts.coming import (
    reads_as_days,
    stand_at_span,
    tapped_drop,
    tapped_plan,
    typed_span,
)
from handlers.planning.contexts.command import answer_contexts, seek_contexts
from handlers.planning.contexts.keeping import (
    mean_trained,
    stand_at_context,
    tapped_edit,
    tapped_finish,
    tapped_programme,
    tapped_remove,
    tapped_trained_by,
    typed_title,
)
from handlers.planning.contexts.shown import tapped_contexts
from handlers.planning.contexts.taps import (
    DropContext,
    EditContext,
    FinishContext,
    PlanContext,
    RemoveContext,
    ShowContexts,
    ShowProgrammeContexts,
    ToggleTrained,
)
from handlers.planning.lessons import (
    keep_lessons,
    tapped_addition,
    tapped_lessons,
    tapped_removal,
)
from handlers.planning.matrix import (
    list_planned,
    show_matrix,
    tapped_matrix,
    tapped_matrix_sheet,
)
from handlers.planning.planned_weeks import tapped_planned_weeks
from handlers.planning.taps import (
    AddLesson,
    BringMatrix,
    RemoveLesson,
    ShowLessons,
    ShowMatrix,
    ShowMissing,
    ShowNews,
    ShowPlannedWeeks,
    ShowTuning,
)
from handlers.planning.tell_lesson import tapped_missing, tapped_news, tell_lesson
from handlers.planning.tuning import list_tuned, show_tuning, tapped_tuning
from handlers.talking.routing.route import (
    About,
    CommandRoute,
    QuestionRoute,
    Routes,
    asks,
    on,
)

ROUTES = Routes(
    commands=(
        CommandRoute(
            "plan",
            ("planning", "klasoverzicht"),
            About.named(list_planned, show_matrix),
            _("what the workplaces of a class group train"),
            SEES_CLASS_GROUP,
            place=138,
        ),
        CommandRoute(
            "tuning",
            ("afstemming",),
            About.named(list_tuned, show_tuning),
            _("whether campus and work are tuned"),
            frozenset({Role.COACH}),
            place=185,
        ),
        CommandRoute(
            "lessons",
            ("lessen", "cours", "unterricht"),
            keep_lessons,
            _("when you teach, so that I tell you before"),
            frozenset({Role.TEACHER}),
            place=140,
        ),
        CommandRoute(
            "contexts",
            ("contexten", "contextes", "kontexte"),
            About(seek_contexts, answer_contexts),
            _("the work that comes up, and what it trains"),
            place=148,
        ),
    ),
    taps=(
        on(ShowLessons, tapped_lessons),
        on(AddLesson, tapped_addition),
        on(RemoveLesson, tapped_removal),
        on(ShowNews, tapped_news),
        on(ShowMissing, tapped_missing),
        on(ShowContexts, tapped_contexts),
        on(PlanContext, tapped_plan),
        on(DropContext, tapped_drop),
        on(ShowProgrammeContexts, tapped_programme),
        on(EditContext, tapped_edit),
        on(RemoveContext, tapped_remove),
        on(ToggleTrained, tapped_trained_by),
        on(FinishContext, tapped_finish),
        on(ShowMatrix, tapped_matrix),
        on(BringMatrix, tapped_matrix_sheet),
        on(ShowPlannedWeeks, tapped_planned_weeks),
        on(ShowTuning, tapped_tuning),
    ),
    questions=(
        asks(SpanAwaited, typed_span, fits=reads_as_days, stands=stand_at_span),
        asks(ContextTitle, typed_title, any_words=True),
        QuestionRoute(ContextMenu, stands=stand_at_context, means=mean_trained),
    ),
    tellings={
        ErrandKind.LESSON: tell_lesson,
    },
)
