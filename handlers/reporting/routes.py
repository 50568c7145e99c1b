"""Reporting: looking at colours, one student or a class group."""

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.messages import _
from handlers.reporting.class_map import class_map, seek_class, tapped_class, tapped_spreadsheet
from handlers.reporting.film import film, seek_film, tapped_film
from handlers.reporting.overview import overview, seek_overview, tapped_overview
from handlers.reporting.photo import photo, seek_photo, tapped_comparison, tapped_photo
from handlers.reporting.report import report, seek_report, tapped_card
from handlers.reporting.route import route, seek_route, tapped_route
from handlers.talking.old import old
from handlers.talking.route import EVERYBODY, About, CommandRoute, Routes

ROUTES = Routes(
    commands=(
        CommandRoute(
            "report",
            ("rapport", "bericht"),
            About(seek_report, report),
            _("see the colours"),
            EVERYBODY,
            place=40,
        ),
        CommandRoute(
            "photo",
            ("foto",),
            About(seek_photo, photo),
            _("see a photo of a period"),
            EVERYBODY,
            place=60,
        ),
        CommandRoute(
            "film",
            (),
            About(seek_film, film),
            _("see the colours over time"),
            EVERYBODY,
            place=70,
        ),
        CommandRoute(
            "route",
            ("leerroute", "parcours"),
            About(seek_route, route),
            _("what the workplace and the campus contributed"),
            frozenset({Role.MENTOR, Role.TEACHER, Role.COACH}),
            place=80,
        ),
        CommandRoute(
            "class",
            ("klas", "classe", "klasse"),
            About(seek_class, class_map),
            _("a class group by competence"),
            SEES_CLASS_GROUP,
            place=90,
        ),
        CommandRoute(
            "overview",
            ("overzicht", "apercu", "uebersicht"),
            About(seek_overview, overview),
            _("a student's competences by period and by view"),
            frozenset({Role.COACH}),
            place=170,
        ),
    ),
    taps=(
        old("rc", "\\d+:\\d+", tapped_card),
        old("ph", "\\d+:\\d+", tapped_photo),
        old("pc", "\\d+:\\d+:\\d+", tapped_comparison),
        old("ov", "\\d+", tapped_overview),
        old("fi", "\\d+", tapped_film),
        old("rt", "\\d+", tapped_route),
        old("cl", "\\d+:[smt]", tapped_class),
        old("cs", "\\d+:[smt]", tapped_spreadsheet),
    ),
)
