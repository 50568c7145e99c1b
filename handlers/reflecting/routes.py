"""Reflecting: the question after the day, and what comes of an answer."""

from bot.domain.telling.asks import Asks
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from bot.use_cases.telling.come_back import BACK
from handlers.reflecting.answers import tapped_answer, tapped_more, tapped_share, tapped_withdraw
from handlers.reflecting.asked import (
    AnswerAwaited,
    AnswerMeant,
    EvidenceAwaited,
    FeedbackAwaited,
    GoalAwaited,
)
from handlers.reflecting.evidence import (
    only_numbers,
    tapped_evidence,
    tapped_indicator,
    typed_indicator,
)
from handlers.reflecting.feedback import (
    meant_as_feedback,
    present_feedback,
    tapped_give,
    tapped_giver,
    tapped_givers,
    tapped_judge,
    tell_given,
    tell_helped,
    tell_not_asked,
    tell_not_given,
    tell_wanted,
    typed_feedback,
)
from handlers.reflecting.goals import tapped_goal, tapped_no_goal, typed_goal
from handlers.reflecting.parts import (
    edited_part,
    so_far,
    tapped_done,
    tapped_meant,
    tapped_skip_follow_up,
    typed_part,
)
from handlers.reflecting.reflect import (
    meant_as_answer,
    reflect,
    seek_reflect,
    sent_file,
    stand_meant,
    tapped_other,
    tapped_prompt,
    tapped_skip,
)
from handlers.reflecting.taps import (
    AnswerPrompt,
    AskAnother,
    AskFeedback,
    FinishAnswer,
    GiveFeedback,
    JudgeFeedback,
    OfferEvidence,
    OfferGivers,
    SetGoal,
    ShareAnswer,
    ShowAnswer,
    ShowEarlier,
    ShowMore,
    SkipFollowUp,
    SkipPrompt,
    TakeAsAnswer,
    TakeBackGoal,
    ToggleEvidence,
    WithdrawAnswer,
)
from handlers.reflecting.tell_prompt import tell_prompt
from handlers.reflecting.timeline import tapped_earlier
from handlers.reflecting.week import tapped_week
from handlers.talking.routing.doors import ChangeWeek
from handlers.talking.routing.route import (
    EVERYBODY,
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
            "reflect",
            Words("reflecteer", "reflechir", "reflektieren"),
            About(seek_reflect, reflect),
            _("look back on the day; read what was shared"),
            EVERYBODY,
            place=30,
        ),
    ),
    taps=(
        on(TakeAsAnswer, tapped_meant),
        on(AnswerPrompt, tapped_prompt),
        on(AskAnother, tapped_other),
        on(SkipPrompt, tapped_skip),
        on(SkipFollowUp, tapped_skip_follow_up),
        on(FinishAnswer, tapped_done),
        on(ShowAnswer, tapped_answer),
        on(ShowMore, tapped_more),
        on(ShareAnswer, tapped_share),
        on(WithdrawAnswer, tapped_withdraw),
        on(SetGoal, tapped_goal),
        on(TakeBackGoal, tapped_no_goal),
        on(OfferEvidence, tapped_evidence),
        on(ToggleEvidence, tapped_indicator),
        on(OfferGivers, tapped_givers),
        on(AskFeedback, tapped_giver),
        on(GiveFeedback, tapped_give),
        on(JudgeFeedback, tapped_judge),
        on(ShowEarlier, tapped_earlier),
        on(ChangeWeek, tapped_week),
    ),
    questions=(
        QuestionRoute(AnswerMeant, stands=stand_meant),
        asks(AnswerAwaited, typed_part, any_words=True, stands=so_far, kept=so_far),
        asks(GoalAwaited, typed_goal, any_words=True),
        asks(EvidenceAwaited, typed_indicator, fits=only_numbers),
        asks(FeedbackAwaited, typed_feedback, any_words=True, presents=present_feedback),
    ),
    tellings={
        ErrandKind.PROMPT: tell_prompt,
        ErrandKind.HELPED: tell_helped,
    },
    at_once={
        Asks.FEEDBACK: tell_wanted,
        Asks.FEEDBACK_GIVEN: tell_given,
        BACK[Asks.FEEDBACK]: tell_not_asked,
        BACK[Asks.FEEDBACK_GIVEN]: tell_not_given,
    },
    prose=(meant_as_answer, meant_as_feedback),
    file=sent_file,
    edit=edited_part,
)
