"""Questionnaires: what can be said and tapped, and what is told unasked."""

from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.asking.answering import tapped_begin, tapped_send
from handlers.asking.listing import (
    show_questionnaires,
    tapped_close,
    tapped_closing,
    tapped_list,
)
from handlers.asking.results import tapped_named, tapped_sheet, tapped_table, tapped_unsigned
from handlers.asking.taps import (
    AskClosing,
    BeginAnswering,
    CloseQuestionnaire,
    ListNamed,
    ListQuestionnaires,
    ShowNamed,
    ShowUnsigned,
    TakeTable,
)
from handlers.asking.telling import (
    say_questionnaires_waiting,
    tell_closing,
    tell_ended,
    tell_open,
)
from handlers.talking.routing.doors import SendAnswers
from handlers.talking.routing.route import CommandRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "questionnaire",
            Words("vragenlijst", "questionnaire", "fragebogen"),
            show_questionnaires,
            _("questions of your school, and what came of them"),
            place=174,
        ),
    ),
    taps=(
        on(ListQuestionnaires, tapped_list),
        on(BeginAnswering, tapped_begin),
        on(SendAnswers, tapped_send),
        on(ShowUnsigned, tapped_unsigned),
        on(TakeTable, tapped_table),
        on(ListNamed, tapped_named),
        on(ShowNamed, tapped_sheet),
        on(AskClosing, tapped_closing),
        on(CloseQuestionnaire, tapped_close),
    ),
    tellings={
        ErrandKind.QUESTIONNAIRE: tell_open,
        ErrandKind.QUESTIONNAIRE_CLOSES: tell_closing,
        ErrandKind.QUESTIONNAIRE_ENDED: tell_ended,
    },
    waits=(say_questionnaires_waiting,),
)
