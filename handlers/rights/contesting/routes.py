"""Contesting: what can be said and tapped, and what is told at once."""

from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.messages import _
from handlers.rights.contesting.asked import (
    ContestOffered,
    ContestWords,
    CorrectedWords,
    EndingWords,
)
from handlers.rights.contesting.contest import (
    seek_contest,
    show_contest,
    tapped_colour,
    tapped_note,
    tapped_notes,
    tapped_view,
    typed_contest,
)
from handlers.rights.contesting.listed import (
    tapped_correct,
    tapped_list,
    tapped_settle,
    tapped_withdraw,
    typed_correction,
    typed_ending,
)
from handlers.rights.contesting.offered import is_no_line, typed_before
from handlers.rights.contesting.taps import (
    ContestNote,
    ContestView,
    CorrectContestedNote,
    ListContestNotes,
    ListContests,
    SettleContest,
    WithdrawContest,
)
from handlers.rights.contesting.tell import tell_contested, tell_ended
from handlers.talking.routing.doors import ContestColour
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import About, CommandRoute, Routes, Words, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "contest",
            Words("betwist", "contester", "bestreiten"),
            About(seek_contest, show_contest),
            _("say that a note or a colour about you is not right"),
            frozenset({Role.STUDENT}),
            place=183,
        ),
    ),
    taps=(
        on(ContestColour, tapped_colour),
        on(ContestView, tapped_view),
        on(ListContestNotes, tapped_notes),
        on(ContestNote, tapped_note),
        on(ListContests, tapped_list),
        on(WithdrawContest, tapped_withdraw),
        on(SettleContest, tapped_settle),
        on(CorrectContestedNote, tapped_correct),
    ),
    questions=(
        asks(ContestOffered, typed_before, fits=is_no_line, stands=stand_offered),
        asks(ContestWords, typed_contest, any_words=True),
        asks(EndingWords, typed_ending, any_words=True),
        asks(CorrectedWords, typed_correction, any_words=True),
    ),
    at_once={Asks.CONTESTED: tell_contested, Asks.CONTEST_ENDED: tell_ended},
)
