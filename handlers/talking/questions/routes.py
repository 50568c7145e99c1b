"""Questions of a school: what can be tapped and typed while a sheet is filled in."""

from handlers.talking.questions.asked import SheetOffered, SheetWordsAwaited
from handlers.talking.questions.taps import (
    AskQuestion,
    ChooseAnswer,
    DropSheet,
    ShowSheet,
    SkipQuestion,
)
from handlers.talking.questions.walking import (
    mean_answer,
    stand_sheet,
    tapped_answer,
    tapped_ask,
    tapped_drop,
    tapped_sheet,
    tapped_skip,
    typed_words,
)
from handlers.talking.routing.route import QuestionRoute, Routes, asks, on

ROUTES = Routes(
    taps=(
        on(AskQuestion, tapped_ask),
        on(ChooseAnswer, tapped_answer),
        on(SkipQuestion, tapped_skip),
        on(ShowSheet, tapped_sheet),
        on(DropSheet, tapped_drop),
    ),
    questions=(
        QuestionRoute(SheetOffered, stands=stand_sheet, means=mean_answer),
        asks(SheetWordsAwaited, typed_words),
    ),
)
