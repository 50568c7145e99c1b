"""Reflecting: the question after the day, and what comes of an answer."""

from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from bot.use_cases.reflecting.ask_feedback import ASKS_FEEDBACK
from handlers.reflecting.asked import AnswerAwaited, EvidenceAwaited, FeedbackAwaited, GoalAwaited
from handlers.reflecting.evidence import (
    only_numbers,
    tapped_evidence,
    tapped_indicator,
    typed_indicator,
)
from handlers.reflecting.feedback import (
    ASKS_GIVEN,
    given,
    tapped_feedback,
    tapped_give,
    tapped_giver,
    typed_feedback,
    wanted,
)
from handlers.reflecting.goals import tapped_goal, tapped_no_goal, typed_goal
from handlers.reflecting.parts import (
    corrected,
    sent_file,
    so_far,
    tapped_answer_done,
    tapped_meant,
    typed_part,
)
from handlers.reflecting.reflect import (
    meant_as_answer,
    reflect,
    seek_reflect,
    tapped_answer_prompt,
    tapped_other,
    tapped_skip,
)
from handlers.reflecting.shown import tapped_read, tapped_share, tapped_withdraw
from handlers.reflecting.tell_prompt import prompt
from handlers.reflecting.timeline import tapped_earlier
from handlers.reflecting.week import tapped_week
from handlers.talking.old import old
from handlers.talking.route import EVERYBODY, About, CommandRoute, Routes, asks

ROUTES = Routes(
    commands=(
        CommandRoute(
            "reflect",
            ("reflecteer", "reflechir", "reflektieren"),
            About(seek_reflect, reflect),
            _("look back on the day; read what was shared"),
            EVERYBODY,
            place=30,
        ),
    ),
    taps=(
        old("rm", "", tapped_meant, live=True),
        old("ra", "\\d+", tapped_answer_prompt),
        old("ro", "\\d+", tapped_other),
        old("rs", "\\d+", tapped_skip),
        old("rd", "\\d+", tapped_answer_done),
        old("rr", "\\d+(?::here)?", tapped_read),
        old("rv", "\\d+:(?:me|coach|all)", tapped_share),
        old("rx", "\\d+:(?:ask|yes)", tapped_withdraw),
        old("rg", "\\d+", tapped_goal),
        old("rk", "\\d+", tapped_no_goal),
        old("re", "\\d+", tapped_evidence),
        old("ri", "\\d+:\\d+", tapped_indicator),
        old("rf", "\\d+", tapped_feedback),
        old("rb", "\\d+:\\d+", tapped_giver),
        old("rw", "\\d+", tapped_give),
        old("rh", "\\d+:\\d+", tapped_earlier),
        old("rq", "[a-z]+:[a-z0-9]+", tapped_week),
    ),
    questions=(
        asks(AnswerAwaited, typed_part, any_words=True, stands=so_far, kept=so_far),
        asks(GoalAwaited, typed_goal, any_words=True),
        asks(EvidenceAwaited, typed_indicator, fits=only_numbers),
        asks(FeedbackAwaited, typed_feedback, any_words=True),
    ),
    tellings={
        ErrandKind.PROMPT: prompt,
    },
    at_once={
        ASKS_FEEDBACK: wanted,
        ASKS_GIVEN: given,
    },
    prose=meant_as_answer,
    file=sent_file,
    edit=corrected,
)
