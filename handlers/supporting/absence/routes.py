"""Being away, said of oneself or noted for another."""

from bot.domain.telling.asks import Asks
from bot.messages import _
from handlers.supporting.absence.asked import AbsenceOffered
from handlers.supporting.absence.in_words import type_absent
from handlers.supporting.absence.others import (
    mean_absence,
    seek_absent,
    show_absent,
    tapped_ask,
    tapped_end,
    tapped_note,
)
from handlers.supporting.absence.taps import AskAbsence, EndAbsence, NoteAbsence
from handlers.supporting.absence.tell import tapped_tell, tell_away, tell_noted
from handlers.talking.routing.doors import TellAbsence
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import About, CommandRoute, QuestionRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "absent",
            Words("afwezig", "absent", "abwesend"),
            About(seek_absent, show_absent),
            _("somebody is away: you, or a student"),
            place=67,
        ),
    ),
    taps=(
        on(AskAbsence, tapped_ask),
        on(NoteAbsence, tapped_note),
        on(EndAbsence, tapped_end),
        on(TellAbsence, tapped_tell),
    ),
    questions=(QuestionRoute(AbsenceOffered, stands=stand_offered, means=mean_absence),),
    typed=type_absent,
    in_hours={Asks.AWAY_TOLD: tell_away, Asks.AWAY_NOTED: tell_noted},
)
