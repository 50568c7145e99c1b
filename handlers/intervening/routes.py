"""Interventions: what can be said and tapped, and what is asked unasked."""

from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.intervening.asked import InterventionAwaited, OutcomeAwaited, PurposeAwaited
from handlers.intervening.helped import (
    tapped_judge,
    tapped_outcome,
    tapped_unjudge,
    tell_follow_up,
    typed_outcome,
)
from handlers.intervening.interventions import (
    seek_interventions,
    show_interventions,
    tapped_acts_on,
    tapped_drop,
    tapped_level,
    tapped_list,
    tapped_list_about,
    tapped_more,
    tapped_show,
)
from handlers.intervening.noting import (
    tapped_about,
    tapped_note,
    tapped_purpose,
    typed_intervention,
    typed_purpose,
)
from handlers.intervening.taps import (
    ChooseActsOn,
    ChooseLevel,
    DropIntervention,
    JudgeIntervention,
    ListAbout,
    ListInterventions,
    NoteAbout,
    NoteIntervention,
    SayMore,
    ShowIntervention,
    ShowYear,
    UnjudgeIntervention,
    WriteOutcome,
    WritePurpose,
    YearFile,
)
from handlers.intervening.year import tapped_year, tapped_year_file
from handlers.talking.routing.route import About, CommandRoute, Routes, Words, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "intervention",
            Words("interventie", "intervention", "intervention massnahme"),
            About(seek_interventions, show_interventions),
            _("what was done to help learning"),
            place=172,
        ),
    ),
    taps=(
        on(ListInterventions, tapped_list),
        on(ListAbout, tapped_list_about),
        on(NoteIntervention, tapped_note),
        on(NoteAbout, tapped_about),
        on(ShowIntervention, tapped_show),
        on(SayMore, tapped_more),
        on(ChooseLevel, tapped_level),
        on(ChooseActsOn, tapped_acts_on),
        on(WritePurpose, tapped_purpose),
        on(DropIntervention, tapped_drop),
        on(JudgeIntervention, tapped_judge),
        on(UnjudgeIntervention, tapped_unjudge),
        on(WriteOutcome, tapped_outcome),
        on(ShowYear, tapped_year),
        on(YearFile, tapped_year_file),
    ),
    questions=(
        asks(InterventionAwaited, typed_intervention, any_words=True),
        asks(PurposeAwaited, typed_purpose, any_words=True),
        asks(OutcomeAwaited, typed_outcome, any_words=True),
    ),
    tellings={ErrandKind.DID_IT_HELP: tell_follow_up},
)
