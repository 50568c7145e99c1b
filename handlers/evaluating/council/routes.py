"""Pages for the class council: of one student, of a class, and what a student takes along."""

from bot.domain.school.visibility import SEES_COUNCIL_PAGE, SEES_END_VIEW
from bot.messages import _
from handlers.evaluating.council.council import (
    seek_council,
    show_council,
    tapped_council_class,
    tapped_council_page,
)
from handlers.evaluating.council.ending import list_ending, show_end_view, tapped_end_view
from handlers.evaluating.council.taps import ShowCouncilClass, ShowCouncilPage
from handlers.talking.routing.doors import ShowEndView
from handlers.talking.routing.route import About, CommandRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "council",
            Words("klassenraad", "conseil", "klassenkonferenz"),
            About(seek_council, show_council),
            _("pages for the class council"),
            SEES_COUNCIL_PAGE,
            place=134,
        ),
        CommandRoute(
            "endview",
            Words("eindbeeld", "bilan", "abschlussbild"),
            About.named(list_ending, show_end_view),
            _("what is taken along at the end"),
            SEES_END_VIEW,
            place=136,
        ),
    ),
    taps=(
        on(ShowCouncilPage, tapped_council_page),
        on(ShowCouncilClass, tapped_council_class),
        on(ShowEndView, tapped_end_view),
    ),
)
