"""Sectors and who speaks for them: whose it is, and what an erasure leaves of it."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

_TAKEN = "what the school learns by stays, whoever proposed it or took it in"

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
    declare(
        "sector_module",
        "what a sector proposes to the school",
        nameless("proposed_by_id", _TAKEN),
        nameless("decided_by_id", _TAKEN),
        keys="id organisation_id sector_id proposed_by_id decided_by_id framework_id",
        facts="state proposed_at decided_at",
        words="code contents reason",
        particulars=Particulars(mentions="reason"),
    ),
    declare(
        "sector_module_taken",
        "in which programmes what a sector proposed is",
        keys="organisation_id module_id programme_id",
    ),
)
