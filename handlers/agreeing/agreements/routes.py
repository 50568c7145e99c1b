"""Agreements about placements: followed by coaches, seen by students and mentors."""

from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.agreeing.agreements.agreements import (
    seek_agreement,
    show_agreement,
    tapped_agreement,
    tapped_list,
)
from handlers.agreeing.agreements.asked import (
    AgreementDaysOffered,
    AgreementEndOffered,
    WeeklyHoursOffered,
)
from handlers.agreeing.agreements.checklist import tapped_done, tapped_open, tapped_tick
from handlers.agreeing.agreements.ending import mean_agreement_end, tapped_ask_end, tapped_end
from handlers.agreeing.agreements.making import (
    mean_agreement_days,
    tapped_ask_days,
    tapped_make,
    tapped_take_back,
)
from handlers.agreeing.agreements.reminding import tapped_remind, tell_owed, tell_owed_alone
from handlers.agreeing.agreements.saying_hours import (
    mean_weekly_hours,
    tapped_ask_hours,
    tapped_hours,
)
from handlers.agreeing.agreements.taps import (
    AskAgreementDays,
    AskAgreementEnd,
    AskHours,
    EndAgreement,
    ListAgreements,
    MakeAgreement,
    RemindOwing,
    SayHours,
    ShowAgreement,
    ShowDone,
    ShowOpenSteps,
    TakeAgreementBack,
    TickStep,
)
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import About, CommandRoute, QuestionRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "agreement",
            Words("overeenkomst contract", "convention contrat", "vereinbarung vertrag"),
            About(seek_agreement, show_agreement),
            _("the agreement with the workplace"),
            frozenset({Role.STUDENT, Role.MENTOR, Role.COACH}),
            place=171,
        ),
    ),
    taps=(
        on(ShowAgreement, tapped_agreement),
        on(ListAgreements, tapped_list),
        on(AskHours, tapped_ask_hours),
        on(SayHours, tapped_hours),
        on(AskAgreementDays, tapped_ask_days),
        on(MakeAgreement, tapped_make),
        on(TakeAgreementBack, tapped_take_back),
        on(TickStep, tapped_tick),
        on(ShowDone, tapped_done),
        on(ShowOpenSteps, tapped_open),
        on(RemindOwing, tapped_remind),
        on(AskAgreementEnd, tapped_ask_end),
        on(EndAgreement, tapped_end),
    ),
    questions=(
        QuestionRoute(AgreementDaysOffered, stands=stand_offered, means=mean_agreement_days),
        QuestionRoute(WeeklyHoursOffered, stands=stand_offered, means=mean_weekly_hours),
        QuestionRoute(AgreementEndOffered, stands=stand_offered, means=mean_agreement_end),
    ),
    tellings={ErrandKind.AGREEMENT: tell_owed},
    in_hours={Asks.AGREEMENT_OWED: tell_owed_alone},
)
