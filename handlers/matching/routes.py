"""Intakes: candidates and companies with a place, interviews, and what comes of them."""

from bot.domain.dated import Matter
from bot.domain.school.offices import Office
from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.matching import deciding, naming, outcome, own, planning, taking_in, telling
from handlers.matching import taps as tap
from handlers.matching.asked import (
    AlternativeAwaited,
    CandidateAwaited,
    GroupAwaited,
    IntakeFeedbackAwaited,
    InterviewMomentAwaited,
    InterviewOffered,
    KnownOffered,
    LeaderAwaited,
    MatchOffered,
    PlaceAwaited,
)
from handlers.matching.dated import say_dated, tap_dated
from handlers.matching.intakes import show_intakes, tapped_intakes
from handlers.matching.leading import (
    tapped_beside,
    tapped_candidate,
    tapped_intake,
    tapped_place,
)
from handlers.talking.routing.doors import SendIntakeAnswers
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import (
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
            "intake",
            Words("intake aanmelding", "admission", "aufnahme"),
            show_intakes,
            _("an intake: how it goes, and where it stands"),
            frozenset({Role.COACH}),
            place=178,
            offices=frozenset({Office.ADMINISTRATION, Office.INTAKE}),
        ),
    ),
    taps=(
        on(tap.ListIntakes, tapped_intakes),
        on(tap.ShowIntake, tapped_intake),
        on(tap.ShowCandidate, tapped_candidate),
        on(tap.ShowPlace, tapped_place),
        on(tap.ShowBeside, tapped_beside),
        on(tap.InviteCandidate, taking_in.tapped_invite),
        on(tap.OfferPlace, taking_in.tapped_offer),
        on(tap.TakeKnown, taking_in.tapped_known),
        on(tap.TakeNew, taking_in.tapped_new),
        on(tap.InviteAgain, taking_in.tapped_again),
        on(tap.PlanInterview, planning.tapped_plan),
        on(tap.MoveInterview, planning.tapped_move),
        on(tap.ChooseInterview, planning.tapped_choose),
        on(tap.TypeInterviewMoment, planning.tapped_type),
        on(tap.CallOffInterview, planning.tapped_call_off),
        on(tap.WriteOutcome, outcome.tapped_outcome),
        on(tap.SayMet, outcome.tapped_met),
        on(tap.AskCriterion, outcome.tapped_criterion),
        on(tap.WriteFeedback, outcome.tapped_feedback),
        on(tap.SayWhether, outcome.tapped_whether),
        on(tap.SayAlternative, outcome.tapped_way),
        on(tap.DecideNoMatch, deciding.tapped_no_match),
        on(tap.ListGroups, deciding.tapped_groups),
        on(tap.ChooseGroup, deciding.tapped_group),
        on(tap.ChooseCoach, deciding.tapped_coach),
        on(tap.MatchHere, deciding.tapped_match),
        on(tap.AnswerQuestions, own.tapped_answer),
        on(tap.WithdrawFromIntake, own.tapped_withdraw),
        on(tap.ShowOwnIntake, own.tapped_own),
        on(SendIntakeAnswers, own.tapped_send),
        on(tap.SetOutIntake, naming.tapped_set_out),
        on(tap.AddLeader, naming.tapped_add),
        on(tap.NameLeader, naming.tapped_name),
        on(tap.EndLeader, naming.tapped_end),
        on(tap.CloseIntake, naming.tapped_close),
    ),
    questions=(
        asks(CandidateAwaited, taking_in.typed_candidate),
        asks(PlaceAwaited, taking_in.typed_place),
        QuestionRoute(KnownOffered, stands=stand_offered),
        QuestionRoute(InterviewOffered, stands=stand_offered, means=planning.mean_moment),
        asks(InterviewMomentAwaited, planning.typed_moment),
        asks(IntakeFeedbackAwaited, outcome.typed_feedback, any_words=True),
        asks(AlternativeAwaited, outcome.typed_way, any_words=True),
        asks(GroupAwaited, deciding.typed_group),
        QuestionRoute(MatchOffered, stands=stand_offered),
        asks(LeaderAwaited, naming.typed_leader),
    ),
    dated={
        Matter.INTERVIEW: OnDesk(say_dated, tap_dated),
        Matter.CANDIDATE: OnDesk(say_dated, tap_dated),
    },
    tellings={
        ErrandKind.INTAKE_OUTCOME: telling.tell_outcomes,
        ErrandKind.INTAKE_INTERVIEW: telling.tell_interviews,
        ErrandKind.INTAKE_WAITS: telling.tell_waiting,
        ErrandKind.INTAKE_GONE: telling.tell_gone,
        ErrandKind.INTAKE_CANDIDATE: telling.tell_of_candidates,
        ErrandKind.INTAKE_PLACE: telling.tell_of_places,
    },
)
