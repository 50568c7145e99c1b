"""Divergence: alerts, what a coach does about them, the log, raters."""

from bot.domain.dated import Matter
from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from bot.use_cases.telling.come_back import BACK
from handlers.divergence.acts import tapped_resolve, tapped_seen, tapped_snooze, typed_resolution
from handlers.divergence.answering import (
    meant_as_answer,
    present_question,
    stand_reader,
    tapped_answer,
    tapped_reader,
    tell_question,
    tell_unread,
    typed_answer,
)
from handlers.divergence.asked import (
    CoachAnswerAwaited,
    MomentAwaited,
    QuestionAwaited,
    ReaderAwaited,
    ResolutionAwaited,
    TalkOffered,
)
from handlers.divergence.asking import (
    tapped_ask,
    tapped_usual_question,
    tell_answer,
    tell_not_asked,
    typed_question,
)
from handlers.divergence.listed import (
    list_alerts,
    tapped_alert,
    tapped_differing,
    tapped_page,
    typed_act,
)
from handlers.divergence.log import seek_log, show_log, tapped_export, tapped_log
from handlers.divergence.raters import show_raters
from handlers.divergence.talks.dated import say_dated, tap_dated
from handlers.divergence.talks.talk import (
    mean_moment,
    tapped_choice,
    tapped_moment,
    tapped_other_moment,
    tapped_talk,
    typed_moment,
)
from handlers.divergence.taps import (
    AcknowledgeAlert,
    AnswerQuestion,
    ChooseMoment,
    ChooseReader,
    ExportLog,
    ListAlerts,
    ListSmaller,
    MoveTalk,
    PlanTalk,
    ResolveAlert,
    SendUsualQuestion,
    ShowAlert,
    ShowDiffering,
    ShowLog,
    SnoozeAlert,
    TypeMoment,
    WriteQuestion,
)
from handlers.divergence.tell_alert import tell_alerts
from handlers.divergence.tell_digest import tapped_smaller, tell_digest
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import (
    About,
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
            "alerts",
            Words("signalen", "alertes", "meldungen"),
            list_alerts,
            _("where the three views differ"),
            frozenset({Role.COACH}),
            place=160,
        ),
        CommandRoute(
            "log",
            Words("logboek", "journal", "protokoll"),
            About(seek_log, show_log),
            _("what was done about a student; with export, as a file"),
            frozenset({Role.COACH}),
            place=180,
        ),
        CommandRoute(
            "raters",
            Words("beoordelaars", "evaluateurs", "bewerter"),
            show_raters,
            _("how those who score lean"),
            frozenset({Role.COACH}),
            place=190,
        ),
    ),
    taps=(
        on(ShowAlert, tapped_alert),
        on(ShowDiffering, tapped_differing),
        on(ListAlerts, tapped_page),
        on(ListSmaller, tapped_smaller),
        on(AcknowledgeAlert, tapped_seen),
        on(SnoozeAlert, tapped_snooze),
        on(ResolveAlert, tapped_resolve),
        on(WriteQuestion, tapped_ask),
        on(SendUsualQuestion, tapped_usual_question),
        on(AnswerQuestion, tapped_answer),
        on(ChooseReader, tapped_reader),
        on(PlanTalk, tapped_talk),
        on(MoveTalk, tapped_moment),
        on(ChooseMoment, tapped_choice),
        on(TypeMoment, tapped_other_moment),
        on(ExportLog, tapped_export),
        on(ShowLog, tapped_log),
    ),
    questions=(
        asks(QuestionAwaited, typed_question, any_words=True),
        asks(CoachAnswerAwaited, typed_answer, any_words=True, presents=present_question),
        QuestionRoute(ReaderAwaited, stands=stand_reader),
        asks(ResolutionAwaited, typed_resolution, any_words=True),
        asks(MomentAwaited, typed_moment),
        QuestionRoute(TalkOffered, stands=stand_offered, means=mean_moment),
    ),
    tellings={
        ErrandKind.DIGEST: tell_digest,
    },
    at_once={
        Asks.ALERT: tell_alerts,
        Asks.QUESTION: tell_question,
        Asks.ANSWER: tell_answer,
        BACK[Asks.QUESTION]: tell_not_asked,
        BACK[Asks.ANSWER]: tell_unread,
    },
    prose=(meant_as_answer,),
    typed=typed_act,
    dated={Matter.TALK: OnDesk(say_dated, tap_dated)},
)
