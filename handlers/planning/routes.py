"""Planning: lessons on campus, what workplaces can offer, and training plans."""

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_ACTIVITIES
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.planning.activities import (
    chosen_recognition,
    is_day,
    take_recognition,
    tapped_activities,
    tapped_competence,
    tapped_competences,
    tapped_context,
    tapped_contexts,
    tapped_recognition,
)
from handlers.planning.activities_typed import keep_activities
from handlers.planning.asked import RecognitionAwaited
from handlers.planning.lessons import (
    keep_lessons,
    tapped_addition,
    tapped_lessons,
    tapped_removal,
)
from handlers.planning.taps import (
    AddLesson,
    AnswerMirror,
    AskRecognition,
    ChooseCompetences,
    ChooseContexts,
    OfferCompetence,
    OfferContext,
    RemoveLesson,
    SetRecognition,
    ShowActivities,
    ShowLessons,
    ShowMissing,
    ShowNews,
)
from handlers.planning.tell_lesson import tapped_missing, tapped_news, tell_lesson
from handlers.planning.tell_mirror import tapped_mirror, tell_mirror, tell_practice
from handlers.talking.routing.route import CommandRoute, Routes, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "lessons",
            ("lessen", "cours", "unterricht"),
            keep_lessons,
            _("when you teach, so that I tell you before"),
            frozenset({Role.TEACHER}),
            place=140,
        ),
        CommandRoute(
            "activities",
            ("activiteiten", "activiteitenlijst"),
            keep_activities,
            _("what can be done at a workplace"),
            SEES_ACTIVITIES,
            place=142,
        ),
    ),
    taps=(
        on(ShowLessons, tapped_lessons),
        on(AddLesson, tapped_addition),
        on(RemoveLesson, tapped_removal),
        on(ShowNews, tapped_news),
        on(ShowMissing, tapped_missing),
        on(AnswerMirror, tapped_mirror),
        on(ShowActivities, tapped_activities),
        on(ChooseContexts, tapped_contexts),
        on(OfferContext, tapped_context),
        on(ChooseCompetences, tapped_competences),
        on(OfferCompetence, tapped_competence),
        on(AskRecognition, tapped_recognition),
        on(SetRecognition, chosen_recognition),
    ),
    questions=(asks(RecognitionAwaited, take_recognition, fits=is_day),),
    tellings={
        ErrandKind.LESSON: tell_lesson,
        ErrandKind.MIRROR: tell_mirror,
        ErrandKind.PRACTICE: tell_practice,
    },
)
