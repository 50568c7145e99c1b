"""The largest framework, with the longest titles there are: every picture arrives on every chat."""

from dataclasses import replace

import pytest

from bot.domain.importing.drafts import CompetenceDraft, FrameworkDraft
from bot.ports.importing import OrganisationRow
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_framework import import_framework
from bot.use_cases.importing.import_roster import import_roster
from tests.dialogues.chat import opened
from tests.dialogues.files import PNG, newest_file
from tests.dialogues.school import School, roster
from tests.dialogues.slack import SlackSchool
from tests.dialogues.telegram import TelegramSchool
from tests.fakes.slack import wait_for

COMPETENCES, INDICATORS, LONGEST = 23, 16, 170
WORDS = "Lays and connects the conduits, cables and wires of a house & labels <both> ends "


def words(number: int, length: int) -> str:
    return f"{number} {WORDS * 3}"[:length].strip()


LARGEST = FrameworkDraft(
    "LARGE-1",
    "1",
    words(1, 90),
    "",
    tuple(
        CompetenceDraft(
            number,
            words(number, LONGEST),
            tuple(words(indicator, LONGEST) for indicator in range(1, INDICATORS + 1)),
        )
        for number in range(1, COMPETENCES + 1)
    ),
)


@pytest.fixture(params=[TelegramSchool, SlackSchool], ids=["telegram", "slack"])
def large(request: pytest.FixtureRequest, school_url: str):
    """A school in which Jonas is in the largest programme, too, in a group of its own."""
    with opened(request.param, school_url) as school:
        with school.engine.begin() as connection:
            catalogue = StoredUnitOfWork(connection).catalogue
            here = OrganisationRow("School", "en", "Europe/Brussels", id=1)
            import_framework(catalogue, here.id, LARGEST)
            row = replace(roster()[2], framework="LARGE-1", class_group="9L", student_id="s9")
            many = [replace(row, line=2, student="Maximiliaan Vandenbroucke-Papadopoulos")]
            assert not import_roster(catalogue, here, many).rejected
        for who in ("m2", "t1"):
            for number in range(1, COMPETENCES + 1):
                school.say(who, f"maximiliaan {number} all l rr"[: -3 if number % 2 else None])
        yield school


def test_every_picture_arrives(large: School):
    for who, line in (
        ("c1", "/report maximiliaan"),
        ("c1", "/report maximiliaan 23"),
        ("c1", "/overview maximiliaan"),
        ("m2", "/route maximiliaan"),
        ("t1", "/class 9L"),
    ):
        large.say(who, line)  # what the platform refuses fails here
        assert newest_file(large, who).startswith(PNG), line
    large.say("t1", "/film maximiliaan")
    assert len(newest_file(large, "t1")) < 1_000_000
    large.say("t1", "/score maximiliaan")
    large.tap("t1", next(label for label in large.buttons("t1") if "Lays" in label))
    assert large.buttons("t1")


def test_the_home_of_the_largest_is_one_that_slack_takes(large: School):
    if isinstance(large, SlackSchool):
        user = large.users["t1"]
        user.opens_home()
        wait_for(lambda: user.home, what="the home")
        assert large.refused == []
        assert "Maximiliaan" in user.home.text
