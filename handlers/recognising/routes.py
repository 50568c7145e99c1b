"""What was learned before: claimed by students, confirmed or refused by teacher and coach."""

from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.messages import _
from handlers.recognising.asked import (
    ClaimAppealAwaited,
    ClaimCompetenceOffered,
    ClaimEvidenceAwaited,
    ClaimIndicatorsOffered,
    ClaimReasonAwaited,
    ClaimWordsAwaited,
)
from handlers.recognising.claiming import (
    mean_competence,
    mean_indicator,
    tapped_ask_how,
    tapped_begin,
    tapped_competence,
    tapped_how,
    tapped_indicators,
    tapped_toggle,
    tapped_where,
)
from handlers.recognising.claims import say_claims_waiting, seek_prior, show_prior, tapped_claims
from handlers.recognising.deciding import (
    tapped_confirm,
    tapped_confirm_why,
    tapped_refuse,
    tapped_take_back,
    typed_reason,
)
from handlers.recognising.held import once_agreed
from handlers.recognising.shown import tapped_claim
from handlers.recognising.taps import (
    AddEvidence,
    AppealClaim,
    AskHow,
    BeginClaim,
    ChooseIndicators,
    ClaimCompetence,
    ConfirmClaim,
    ConfirmWhy,
    DropEvidence,
    ListClaims,
    RefuseClaim,
    SayHow,
    SayWhere,
    SendClaim,
    ShowClaim,
    TakeBackVerdict,
    ToggleIndicator,
    WithdrawClaim,
    WriteClaim,
)
from handlers.recognising.telling import tell_claim_made, tell_claim_settled
from handlers.recognising.writing import (
    evidence_file,
    tapped_appeal,
    tapped_drop_evidence,
    tapped_evidence,
    tapped_send,
    tapped_withdraw,
    tapped_write,
    typed_appeal,
    typed_evidence,
    typed_words,
)
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import (
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
            "prior",
            Words("evc", "acquis", "vorkenntnisse"),
            About(seek_prior, show_prior),
            _("what was learned before"),
            frozenset({Role.STUDENT, Role.TEACHER, Role.COACH}),
            place=175,
        ),
    ),
    taps=(
        on(ListClaims, tapped_claims),
        on(ShowClaim, tapped_claim),
        on(BeginClaim, once_agreed(tapped_begin)),
        on(ClaimCompetence, tapped_competence),
        on(ChooseIndicators, once_agreed(tapped_indicators)),
        on(ToggleIndicator, once_agreed(tapped_toggle)),
        on(AskHow, once_agreed(tapped_ask_how)),
        on(SayHow, once_agreed(tapped_how)),
        on(SayWhere, once_agreed(tapped_where)),
        on(WriteClaim, once_agreed(tapped_write)),
        on(AddEvidence, once_agreed(tapped_evidence)),
        on(DropEvidence, once_agreed(tapped_drop_evidence)),
        on(SendClaim, once_agreed(tapped_send)),
        on(WithdrawClaim, tapped_withdraw),
        on(AppealClaim, once_agreed(tapped_appeal)),
        on(ConfirmClaim, tapped_confirm),
        on(ConfirmWhy, tapped_confirm_why),
        on(RefuseClaim, tapped_refuse),
        on(TakeBackVerdict, tapped_take_back),
    ),
    questions=(
        QuestionRoute(ClaimCompetenceOffered, stands=stand_offered, means=mean_competence),
        QuestionRoute(ClaimIndicatorsOffered, stands=stand_offered, means=mean_indicator),
        asks(ClaimWordsAwaited, once_agreed(typed_words), any_words=True),
        asks(ClaimEvidenceAwaited, once_agreed(typed_evidence), any_words=True),
        asks(ClaimReasonAwaited, typed_reason, any_words=True),
        asks(ClaimAppealAwaited, once_agreed(typed_appeal), any_words=True),
    ),
    in_hours={
        Asks.CLAIM_MADE: tell_claim_made,
        Asks.CLAIM_SETTLED: tell_claim_settled,
    },
    file=evidence_file,
    waits=(say_claims_waiting,),
)
