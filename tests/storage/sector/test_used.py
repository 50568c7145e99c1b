"""A module is taken out only where nothing hangs on it: no table that names one is forgotten."""

from bot.storage.columns import metadata
from bot.storage.sector.used import OF_COMPETENCES, OF_INDICATORS

NOTHING_BY_ITSELF = {
    "indicator": "what is learned",
    "programme_competence": "what is taken out",
    "colour": "counted from marks",
    "totals_atom": "what totals were made of at a photo, whose colours name the competence",
    "scenario_indicator": "part of a scenario, which names the competence",
    "prior_claim_indicator": "part of a claim, which names the competence",
}


def test_every_table_that_names_a_competence_or_an_indicator_is_looked_at():
    naming = {
        table.name
        for table in metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name in ("competence", "indicator")
    }
    looked_at = {name for name, _whose, _within in (*OF_COMPETENCES, *OF_INDICATORS)}
    assert naming - looked_at == set(NOTHING_BY_ITSELF)
