"""Totals for sectors: what can be said and tapped."""

from bot.domain.school.offices import Office
from bot.messages import _
from handlers.sector.totals.asked import RegionNamed
from handlers.sector.totals.choosing import tapped_choose_told, tapped_tell
from handlers.sector.totals.files import tapped_file
from handlers.sector.totals.regions import (
    tapped_ask_region,
    tapped_place,
    tapped_regions,
    typed_region,
)
from handlers.sector.totals.taps import (
    AskRegion,
    ChooseTold,
    ListRegions,
    ListTotals,
    PlaceInRegion,
    ShowTotals,
    TellSector,
    TotalsFile,
)
from handlers.sector.totals.totals import show_totals, tapped_list, tapped_totals
from handlers.talking.rights.guarded import guarded
from handlers.talking.routing.route import CommandRoute, Routes, Words, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "totals",
            Words("totalen", "totaux", "summen gesamtzahlen"),
            show_totals,
            _("totals for a sector, without names"),
            frozenset(),
            place=179,
            offices=frozenset({Office.ADMINISTRATION, Office.SECTOR}),
        ),
    ),
    taps=(
        on(ListTotals, tapped_list),
        on(ShowTotals, tapped_totals),
        on(TotalsFile, tapped_file),
        on(ChooseTold, guarded(tapped_choose_told)),
        on(TellSector, guarded(tapped_tell)),
        on(ListRegions, guarded(tapped_regions)),
        on(AskRegion, guarded(tapped_ask_region)),
        on(PlaceInRegion, guarded(tapped_place)),
    ),
    questions=(asks(RegionNamed, guarded(typed_region)),),
)
