"""What helps a student, in the student's own words."""

from bot.messages import _
from handlers.supporting.measures.asked import MeasureAwaited
from handlers.supporting.measures.helps import seek_helped, show_helped
from handlers.supporting.measures.taps import (
    ChooseReaders,
    DropMeasure,
    ShareMeasure,
    WriteMeasure,
)
from handlers.supporting.measures.writing import (
    tapped_drop,
    tapped_readers,
    tapped_share,
    tapped_write,
    typed_measure,
)
from handlers.talking.routing.route import About, CommandRoute, Routes, Words, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "helps",
            Words("watmijhelpt watmehelpt", "aides", "unterstuetzung"),
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
    ),
    questions=(asks(MeasureAwaited, typed_measure, any_words=True),),
)
