"""Where a workplace is, in a roster: one word for each, which an empty cell leaves as it is."""

from dataclasses import replace

from sqlalchemy import text

from tests.exchange.english import english
from tests.use_cases.importing.imports import BAKER, JONAS, NOOR, in_memory, school


def regions(oven) -> list[tuple[str, str]]:
    rows = oven.connection.execute(text("SELECT name, region FROM workplace ORDER BY name"))
    return [(row.name, row.region) for row in rows]


def test_a_roster_says_in_which_region_a_workplace_is():
    with in_memory() as connection:
        oven = school(connection)
        oven.learn(BAKER)
        oven.enrol(replace(JONAS, region="Kempen"), NOOR)
        assert regions(oven) == [("The Oven", "Kempen")]
        oven.enrol(JONAS)
        assert regions(oven) == [("The Oven", "Kempen")]
        oven.enrol(replace(JONAS, region="Haspengouw"))
        assert regions(oven) == [("The Oven", "Haspengouw")]


def test_two_regions_of_one_workplace_are_refused_with_the_line():
    with in_memory() as connection:
        oven = school(connection)
        oven.learn(BAKER)
        report = oven.enrol(replace(JONAS, region="Kempen"), replace(NOOR, region="Limburg"))
        assert [(left.line, english(left.reason)) for left in report.rejected] == [
            (3, "line 2 has this workplace in Kempen")
        ]
        assert regions(oven) == [("The Oven", "Kempen")]
