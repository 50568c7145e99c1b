"""Sectors: who speaks for them, and what they propose to the school."""

from bot.domain.school.offices import Office
from bot.messages import _
from handlers.sector.asked import SectorNamed, SectorPersonNamed
from handlers.sector.frameworks import routes as frameworks
from handlers.sector.modules import routes as modules
from handlers.sector.own import show_own_sector, tapped_own_sector
from handlers.sector.sectors import (
    tapped_add_sector,
    tapped_drop,
    tapped_sector,
    tapped_sectors,
    typed_sector,
)
from handlers.sector.speakers import (
    tapped_choose_sector,
    tapped_end_speaker,
    tapped_invite_speaker,
    tapped_name_speaker,
    typed_speaker,
)
from handlers.sector.taps import (
    AddSector,
    DropSector,
    EndSectorPerson,
    InviteSectorPerson,
    NameSectorPerson,
    ShowSector,
)
from handlers.talking.rights.guarded import guarded
from handlers.talking.routing.doors import ChooseSector, OpenOwnSector, OpenSectors
from handlers.talking.routing.route import CommandRoute, Routes, Words, asks, join, on

OWN = Routes(
    commands=(
        CommandRoute(
            "sector",
            Words("sector", "secteur", "branche"),
            show_own_sector,
            _("the sector: what it proposes to the school"),
            frozenset(),
            place=178,
            offices=frozenset({Office.ADMINISTRATION, Office.SECTOR}),
        ),
    ),
    taps=(
        on(OpenOwnSector, tapped_own_sector),
        on(OpenSectors, guarded(tapped_sectors)),
        on(ShowSector, guarded(tapped_sector)),
        on(AddSector, guarded(tapped_add_sector)),
        on(DropSector, guarded(tapped_drop)),
        on(ChooseSector, guarded(tapped_choose_sector)),
        on(NameSectorPerson, guarded(tapped_name_speaker)),
        on(EndSectorPerson, guarded(tapped_end_speaker)),
        on(InviteSectorPerson, guarded(tapped_invite_speaker)),
    ),
    questions=(
        asks(SectorNamed, guarded(typed_sector)),
        asks(SectorPersonNamed, guarded(typed_speaker)),
    ),
)

ROUTES = join(OWN, modules.ROUTES, frameworks.ROUTES)
