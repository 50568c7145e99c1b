"""What helps a student, in the student's own words."""

from bot.messages import _
from handlers.supporting.measures.asked import MeasureAwaited, MeasureReady, MeasuresShown
from handlers.supporting.measures.helps import show_helped
from handlers.supporting.measures.taps import (
    ChooseReaders,
    DropMeasure,
    KeepMeasure,
    ShareMeasure,
    WriteMeasure,
)
from handlers.supporting.measures.writing import (
    say_unkept,
    seek_helped,
    stand_measure,
    tapped_drop,
    tapped_keep,
    tapped_readers,
    tapped_share,
    tapped_write,
    tells_what_helps,
    typed_measure,
    typed_shown,
)
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
            "helps",
            Words("watmijhelpt watmehelpt helpt", "aides", "unterstuetzung"),
            About(seek_helped, show_helped),
            _("what helps at work, in a student's own words"),
            place=66,
        ),
    ),
    taps=(
        on(WriteMeasure, tapped_write),
        on(ChooseReaders, tapped_readers),
        on(ShareMeasure, tapped_share),
        on(DropMeasure, tapped_drop),
        on(KeepMeasure, tapped_keep),
    ),
    questions=(
        asks(MeasureAwaited, typed_measure, any_words=True),
        asks(MeasuresShown, typed_shown, fits=tells_what_helps),
        QuestionRoute(MeasureReady, stands=stand_measure, unkept=say_unkept),
    ),
)
