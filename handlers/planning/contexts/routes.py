"""Contexts: which work comes up, what it trains, and who says so."""

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
from handlers.talking.routing.route import (
    About,
    CommandRoute,
    QuestionRoute,
    Routes,
    Words,
    asks,
    on,
)

ROUTES = Routes(
    commands=(
        CommandRoute(
            "contexts",
            Words("contexten", "contextes", "kontexte"),
            About(seek_contexts, answer_contexts),
            _("the work that comes up, and what it trains"),
            place=148,
        ),
    ),
    taps=(
        on(ShowContexts, tapped_contexts),
        on(PlanContext, tapped_plan),
        on(DropContext, tapped_drop),
        on(ShowProgrammeContexts, tapped_programme),
        on(EditContext, tapped_edit),
        on(RemoveContext, tapped_remove),
        on(ToggleTrained, tapped_trained_by),
        on(FinishContext, tapped_finish),
    ),
    questions=(
        asks(SpanAwaited, typed_span, fits=reads_as_days, stands=stand_at_span),
        asks(ContextTitle, typed_title, any_words=True),
        QuestionRoute(ContextMenu, stands=stand_at_context, means=mean_trained),
    ),
)
