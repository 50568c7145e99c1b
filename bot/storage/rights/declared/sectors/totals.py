"""Totals for sectors: what is told is about nobody; that somebody is counted goes with them."""

from bot.domain.rights.declared import DeclaredTable, declare, goes

TOTALS: tuple[DeclaredTable, ...] = (
    declare(
        "totals_told",
        "of which programmes a sector is told totals",
        keys="organisation_id sector_id programme_id",
        facts="since",
    ),
    declare(
        "totals_photo",
        "photos that were counted for sectors",
        keys="organisation_id period_id",
        facts="frozen_at",
    ),
    declare(
        "totals_region",
        "how many students were counted in a region, five at least",
        keys="organisation_id period_id",
        facts="students",
        words="region",
    ),
    declare(
        "totals_number",
        "totals over five students at least, as sectors are told them",
        keys="organisation_id period_id competence_id",
        facts="role measure value students",
        words="among",
    ),
    declare(
        "totals_block",
        "how many students are counted together in totals",
        keys="id organisation_id",
        facts="size",
    ),
    declare(
        "totals_member",
        "with whom a student is counted together in totals",
        goes("person_id"),
        keys="organisation_id person_id block_id",
    ),
    declare(
        "totals_atom",
        "who stays together in all totals of a competence",
        keys="id organisation_id competence_id",
    ),
    declare(
        "totals_atom_block",
        "who stays together in all totals of a competence",
        keys="organisation_id atom_id block_id",
    ),
    declare(
        "totals_atom_sum",
        "totals of those who stay together, five at least",
        keys="organisation_id atom_id period_id",
        facts="role measure value students",
    ),
)
