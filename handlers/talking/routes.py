"""Talking: help, settings, language, and what puts a question away."""

from bot.messages import _
from handlers.talking.helping.cancel import cancel
from handlers.talking.helping.help import show_help
from handlers.talking.meaning.meant import ChooseKind, tapped_kind
from handlers.talking.meaning.reply_meant import (
    KeepReply,
    ReplyMeant,
    SendReply,
    stand_reply,
    tapped_note_instead,
    tapped_reply,
)
from handlers.talking.meaning.whom import ChooseTarget, PutAway, put_away, tapped_target
from handlers.talking.menu import RunCommand, tapped_command
from handlers.talking.ordinary.away import AwayOffered, BeAway, mean_away, tapped_away
from handlers.talking.replacing import CorrectOld, tapped_old
from handlers.talking.routing.offering import Offered, stand_offered
from handlers.talking.routing.route import (
    ANY_OFFICE,
    EVERYBODY,
    CommandRoute,
    QuestionRoute,
    Routes,
    Words,
    on,
)
from handlers.talking.settings import (
    ChangeSetting,
    ChooseLanguage,
    answer_language,
    show_settings,
    tapped_language,
    tapped_setting,
    type_back,
)

ROUTES = Routes(
    commands=(
        CommandRoute(
            "help",
            Words("hulp", "aide", "hilfe"),
            show_help,
            _("what you can do here"),
            EVERYBODY,
            place=230,
            offices=ANY_OFFICE,
        ),
        CommandRoute(
            "cancel",
            Words("annuleer stop", "arreter", "abbrechen"),
            cancel,
            _("put away what I asked"),
            EVERYBODY,
            place=240,
            offices=ANY_OFFICE,
        ),
        CommandRoute(
            "language",
            Words("taal", "langue", "sprache"),
            answer_language,
            _("choose your language"),
            EVERYBODY,
            place=220,
            offices=ANY_OFFICE,
        ),
        CommandRoute(
            "settings",
            Words("instellingen", "reglages", "einstellungen"),
            show_settings,
            _("how I talk with you"),
            EVERYBODY,
            place=210,
            offices=ANY_OFFICE,
        ),
    ),
    taps=(
        on(ChooseLanguage, tapped_language),
        on(ChangeSetting, tapped_setting),
        on(RunCommand, tapped_command),
        on(BeAway, tapped_away),
        on(ChooseKind, tapped_kind),
        on(ChooseTarget, tapped_target),
        on(PutAway, put_away),
        on(CorrectOld, tapped_old),
        on(SendReply, tapped_reply),
        on(KeepReply, tapped_note_instead),
    ),
    questions=(
        QuestionRoute(ReplyMeant, stands=stand_reply),
        QuestionRoute(Offered, stands=stand_offered),
        QuestionRoute(AwayOffered, stands=stand_offered, means=mean_away),
    ),
    typed=type_back,
)
