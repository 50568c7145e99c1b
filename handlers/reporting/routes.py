"""Reporting: looking at colours, one student or a class group."""

from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.messages import _
from handlers.reporting.class_map import (
    list_mapped,
    show_class_map,
    tapped_class_map,
    tapped_spreadsheet,
)
from handlers.reporting.depicted import depict
from handlers.reporting.film import show_film, tapped_film, tapped_weeks
from handlers.reporting.overview import list_overseen, show_overview, tapped_overview
from handlers.reporting.photo import seek_photo, show_photo, tapped_comparison, tapped_photo
from handlers.reporting.report import seek_report, show_report, tapped_card, tapped_notes
from handlers.reporting.route import list_routes, show_route, tapped_route
from handlers.reporting.sayings import tapped_sayings
from handlers.reporting.taps import (
    BringSpreadsheet,
    ComparePhotos,
    ShowCard,
    ShowClassMap,
    ShowFilm,
    ShowNotes,
    ShowRoute,
    ShowSayings,
    ShowWeeks,
)
from handlers.talking.routing.doors import ShowOverview, ShowPhoto
from handlers.talking.routing.route import EVERYBODY, About, CommandRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "report",
            Words("rapport", "rapport", "bericht"),
            About(seek_report, show_report),
            _("see the colours"),
            EVERYBODY,
            place=40,
        ),
        CommandRoute(
            "photo",
            Words("foto", "photo", "foto"),
            About(seek_photo, show_photo),
            _("see a photo of a period"),
            EVERYBODY,
            place=60,
        ),
        CommandRoute(
            "film",
            Words("film", "film", "film"),
            About.named(lambda turn: turn.tracks, show_film),
            _("see the colours over time"),
            EVERYBODY,
            place=70,
        ),
        CommandRoute(
            "route",
            Words("leerroute route", "parcours", "lernweg"),
            About.named(list_routes, show_route),
            _("what the workplace and the campus contributed"),
            frozenset({Role.MENTOR, Role.TEACHER, Role.COACH}),
            place=80,
        ),
        CommandRoute(
            "class",
            Words("klas", "classe", "klasse"),
            About.named(list_mapped, show_class_map),
            _("a class group by competence"),
            SEES_CLASS_GROUP,
            place=90,
        ),
        CommandRoute(
            "overview",
            Words("overzicht", "apercu", "uebersicht"),
            About.named(list_overseen, show_overview),
            _("a student's competences by period and by view"),
            frozenset({Role.COACH}),
            place=170,
        ),
    ),
    taps=(
        on(ShowCard, tapped_card),
        on(ShowNotes, tapped_notes),
        on(ShowSayings, tapped_sayings),
        on(ShowPhoto, tapped_photo),
        on(ComparePhotos, tapped_comparison),
        on(ShowOverview, tapped_overview),
        on(ShowFilm, tapped_film),
        on(ShowWeeks, tapped_weeks),
        on(ShowRoute, tapped_route),
        on(ShowClassMap, tapped_class_map),
        on(BringSpreadsheet, tapped_spreadsheet),
    ),
    depicts=depict,
)
