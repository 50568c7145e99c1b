"""Sectors and who speaks for them: whose it is, and what an erasure leaves of it."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes

SECTOR: tuple[DeclaredTable, ...] = (
    declare(
        "sector",
        "the sectors with which the school works",
        keys="id organisation_id",
        words="code name",
        particulars=Particulars(called="name"),
    ),
    declare(
        "sector_person",
        "who speaks for a sector",
        goes("person_id"),
        keys="organisation_id person_id sector_id",
        facts="since",
    ),
)
