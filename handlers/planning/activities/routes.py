"""What a workplace can offer: its activity list."""

from bot.domain.school.visibility import SEES_ACTIVITIES
from bot.messages import _
from handlers.planning.activities.asked import RecognitionAwaited
from handlers.planning.activities.saying import (
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
from handlers.planning.activities.taps import (
    AskRecognition,
    ChooseCompetences,
    ChooseContexts,
    OfferCompetence,
    OfferContext,
    SetRecognition,
    ShowActivities,
)
from handlers.planning.activities.typing import keep_activities
from handlers.talking.routing.route import CommandRoute, Routes, Words, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "activities",
            Words("activiteiten activiteitenlijst", "activites", "taetigkeiten"),
            keep_activities,
            _("what can be done at a workplace"),
            SEES_ACTIVITIES,
            place=142,
        ),
    ),
    taps=(
        on(ShowActivities, tapped_activities),
        on(ChooseContexts, tapped_contexts),
        on(OfferContext, tapped_context),
        on(ChooseCompetences, tapped_competences),
        on(OfferCompetence, tapped_competence),
        on(AskRecognition, tapped_recognition),
        on(SetRecognition, chosen_recognition),
    ),
    questions=(asks(RecognitionAwaited, take_recognition, fits=is_day),),
)
