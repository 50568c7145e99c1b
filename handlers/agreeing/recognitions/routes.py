"""Until when workplaces are recognised."""

from bot.domain.school.tracks import Role
from bot.messages import _
from handlers.agreeing.recognitions.asked import RecognitionEndOffered
from handlers.agreeing.recognitions.saying import (
    chosen_from,
    chosen_until,
    keep_recognition,
    mean_end,
    tapped_asked,
    tapped_end,
)
from handlers.agreeing.recognitions.shown import tapped_recognition, tapped_recognitions
from handlers.agreeing.recognitions.taps import (
    AskRecognitionEnd,
    ListRecognitions,
    RecognisedFrom,
    RecognisedUntil,
    RecognitionAsked,
    ShowRecognition,
)
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import CommandRoute, QuestionRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "recognition",
            Words("erkenning erkenningen", "agrement", "anerkennung"),
            keep_recognition,
            _("until when workplaces are recognised"),
            frozenset({Role.COACH}),
            place=174,
        ),
    ),
    taps=(
        on(ShowRecognition, tapped_recognition),
        on(ListRecognitions, tapped_recognitions),
        on(AskRecognitionEnd, tapped_end),
        on(RecognisedUntil, chosen_until),
        on(RecognisedFrom, chosen_from),
        on(RecognitionAsked, tapped_asked),
    ),
    questions=(QuestionRoute(RecognitionEndOffered, stands=stand_offered, means=mean_end),),
)
