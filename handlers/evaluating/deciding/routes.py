"""What the class council decides: recorded, signed, and told to the student by a person."""

from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.evaluating.deciding.asked import (
    DecisionMenu,
    DecisionWords,
    ToldMenu,
    ToldWords,
)
from handlers.evaluating.deciding.decision import list_decided, show_decision, tapped_decision
from handlers.evaluating.deciding.drafting import (
    mean_day,
    stand_decision,
    tapped_begin,
    tapped_decided_on,
    tapped_decider,
    tapped_named,
    tapped_other_decider,
    tapped_part,
    tapped_ruling,
    typed_words,
)
from handlers.evaluating.deciding.noting import (
    mean_told_day,
    stand_told,
    tapped_other_teller,
    tapped_teller,
    tapped_told,
    tapped_told_on,
    typed_teller,
)
from handlers.evaluating.deciding.storing import tapped_store
from handlers.evaluating.deciding.taps import (
    BeginDecision,
    ChangePart,
    ChooseDecidedOn,
    ChooseRuling,
    ChooseTeller,
    ChooseToldOn,
    DecidersNamed,
    NoteTold,
    OtherDecider,
    OtherTeller,
    ShowDecision,
    StoreDecision,
    ToggleDecider,
)
from handlers.evaluating.deciding.tell import tell_nominated, tell_shortfall, tell_untold
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
            "decision",
            Words("beslissing", "decision", "entscheidung"),
            About.named(list_decided, show_decision),
            _("what the class council decided"),
            frozenset({Role.STUDENT, Role.TEACHER, Role.COACH}),
            place=138,
        ),
    ),
    taps=(
        on(ShowDecision, tapped_decision),
        on(BeginDecision, tapped_begin),
        on(ChooseRuling, tapped_ruling),
        on(ToggleDecider, tapped_decider),
        on(OtherDecider, tapped_other_decider),
        on(DecidersNamed, tapped_named),
        on(ChooseDecidedOn, tapped_decided_on),
        on(ChangePart, tapped_part),
        on(StoreDecision, tapped_store),
        on(NoteTold, tapped_told),
        on(ChooseTeller, tapped_teller),
        on(OtherTeller, tapped_other_teller),
        on(ChooseToldOn, tapped_told_on),
    ),
    questions=(
        QuestionRoute(DecisionMenu, stands=stand_decision, means=mean_day),
        asks(DecisionWords, typed_words, any_words=True),
        QuestionRoute(ToldMenu, stands=stand_told, means=mean_told_day),
        asks(ToldWords, typed_teller, any_words=True),
    ),
    tellings={
        ErrandKind.SHORTFALL: tell_shortfall,
        ErrandKind.NOMINATED: tell_nominated,
        ErrandKind.UNTOLD: tell_untold,
    },
)
