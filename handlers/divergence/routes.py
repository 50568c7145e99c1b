"""Divergence: alerts, what a coach does about them, the log, raters."""

from bot.domain.school.tracks import Role
from bot.messages import _
from bot.use_cases.divergence.tell_coaches import ASKS_ALERT
from handlers.divergence.acts import tapped_resolve, tapped_seen, tapped_snooze, typed_resolution
from handlers.divergence.asked import (
    AnswerAwaited,
    MomentAwaited,
    QuestionAwaited,
    ResolutionAwaited,
)
from handlers.divergence.asking import (
    ASKS_ANSWER,
    ASKS_QUESTION,
    answer_back,
    question,
    tapped_answer,
    tapped_ask,
    tapped_usual_question,
    typed_answer,
    typed_question,
)
from handlers.divergence.listed import alerts, tapped_alert
from handlers.divergence.log import log, seek_log, tapped_export
from handlers.divergence.raters import raters
from handlers.divergence.talk import tapped_moment, tapped_other_moment, tapped_talk, typed_moment
from handlers.divergence.tell_alert import alert
from handlers.divergence.tell_digest import digest
from handlers.talking.old import old
from handlers.talking.route import About, CommandRoute, Routes, asks

ROUTES = Routes(
    commands=(
        CommandRoute(
            "alerts",
            ("signalen", "alertes", "meldungen"),
            alerts,
            _("where the three views differ"),
            frozenset({Role.COACH}),
            place=160,
        ),
        CommandRoute(
            "log",
            ("logboek", "journal", "protokoll"),
            About(seek_log, log),
            _("what was done about a student; with export, as a file"),
            frozenset({Role.COACH}),
            place=180,
        ),
        CommandRoute(
            "raters",
            ("beoordelaars", "evaluateurs", "bewerter"),
            raters,
            _("how those who score lean"),
            frozenset({Role.COACH}),
            place=190,
        ),
    ),
    taps=(
        old("av", "\\d+", tapped_alert),
        old("ak", "\\d+", tapped_seen),
        old("aq", "\\d+:[smta]", tapped_ask),
        old("au", "\\d+:[smta]", tapped_usual_question),
        old("an", "\\d+", tapped_answer),
        old("at", "\\d+", tapped_talk),
        old("tm", "\\d+:\\d{12}", tapped_moment),
        old("ty", "\\d+", tapped_other_moment),
        old("lx", "\\d+", tapped_export),
        old("az", "\\d+", tapped_snooze),
        old("ar", "\\d+", tapped_resolve),
    ),
    questions=(
        asks(QuestionAwaited, typed_question, any_words=True),
        asks(AnswerAwaited, typed_answer, any_words=True),
        asks(ResolutionAwaited, typed_resolution, any_words=True),
        asks(MomentAwaited, typed_moment),
    ),
    tellings={
        "digest": digest,
    },
    at_once={
        ASKS_ALERT: alert,
        ASKS_QUESTION: question,
        ASKS_ANSWER: answer_back,
    },
)
