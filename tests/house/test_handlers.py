"""Handlers only talk: by topic what they read of the storage, and that they write nothing there.

What a handler lets happen goes through a use case, which knows no words for people. Whoever lets a
topic read something more adds it here.
"""

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

HANDLERS = Path(__file__).parents[2] / "handlers"

READS = {
    "asking": {"questionnaires"},
    "administering": {
        "accounts",
        "administrators",
        "endings",
        "handed_files",
        "people",
        "rights_acts",
        "school_people",
        "sectors",
        "sessions",
        "starters",
        "teachers_coaches",
        "ways_in",
    },
    "agenda.py": set(),
    "answering.py": {"dialogues", "glimpses", "people"},
    "clock.py": {"looks", "outbox", "photos", "worlds"},
    "coaching": {"repertoire"},
    "correcting.py": {"ledger"},
    "day.py": {"errands", "people"},
    "divergence": {"absences", "alerts", "film_reads", "interventions", "people", "worlds"},
    "erasing.py": {"forgettings", "retentions"},
    "home.py": {"alerts"},
    "joining": {
        "accounts",
        "endings",
        "page_address",
        "people",
        "sectors",
        "sessions",
    },
    "knocking.py": {"accounts", "dialogues", "people"},
    "evaluating": {"choices", "periods", "photos", "tracks", "workplace_results"},
    "periods": {"accounts", "people", "periods", "photos", "reminders"},
    "planning": {"activities", "campus", "lessons", "scenarios", "tracks", "training_plans"},
    "reading.py": set(),
    "planning_day.py": {"errands", "worlds"},
    "reflecting": {"answer_reads", "answers", "errands", "paces", "prompts", "repertoire"},
    "reporting": {"answer_reads", "dialogues", "tracks"},
    "rights": {
        "accounts",
        "administrators",
        "alone",
        "contests",
        "erasing",
        "forgettings",
        "guardians",
        "intakes",
        "page_address",
        "people",
        "retentions",
    },
    "routes.py": set(),
    "sample_clock.py": {"worlds"},
    "scoring": {"ledger", "tracks"},
    "slices.py": set(),
    "sweeps.py": set(),
    "recognising": {"answer_reads", "claim_reads"},
    "desk": {"desks"},
    "inducting": {"inductions", "people", "school_people", "teachers_coaches"},
    "sector": {
        "administrators",
        "regions",
        "school_people",
        "sector_modules",
        "sectors",
        "totals",
        "ways_in",
    },
    "supporting": {
        "absences",
        "administrators",
        "alerts",
        "endings",
        "handovers",
        "incidents",
        "people",
        "school_people",
        "stops",
        "substitutes",
        "tracks",
        "ways_in",
    },
    "matching": {
        "administrators",
        "candidacies",
        "intake_reads",
        "intakes",
        "people",
        "question_lists",
        "school_people",
    },
    "visiting": {"people", "visits"},
    "intervening": set(),
    "agreeing": {"mentor_courses", "signatures"},
    "talking": {
        "administrators",
        "absences",
        "endings",
        "holidays",
        "ledger",
        "mail_addresses",
        "offices",
        "page_address",
        "people",
        "periods",
        "reach",
        "school_people",
        "transcripts",
        "sends_mail",
        "teachers_coaches",
        "tracks",
        "ways_in",
    },
}
"""What each topic, and each file that belongs to none, reaches of the unit of work."""

READING = re.compile(r"(find|list|read|count|is|was|has|asks)(_|$)")
"""The verbs of the methods that only read; some of them hold what is read meanwhile."""

NOT_STORED = {"page_address", "repertoire", "sends_mail", "ways_in"}
"""What the unit of work holds ready without storing it: questions and tips, read from files.

And whether there is a mail server, and where the page is.
"""

WRITES = {
    ("answering.py", "dialogues.keep"): "where a dialogue stands is the talk itself",
}
"""The methods that handlers may call though they write, each with the reason."""


class Reached(NamedTuple):
    """What a handler reaches of the unit of work: a port, and its method where one is named."""

    topic: str
    place: str
    port: str
    method: str


def is_unit(node: ast.AST) -> bool:
    """Say whether an expression is a unit of work: `uow`, or the `uow` of a turn."""
    return getattr(node, "id", getattr(node, "attr", "")) == "uow"


@cache
def nodes() -> list[tuple[Path, list[ast.AST]]]:
    """Read every file under handlers/, by its path there."""
    return [
        (path.relative_to(HANDLERS), [*ast.walk(ast.parse(path.read_text()))])
        for path in sorted(HANDLERS.rglob("*.py"))
    ]


@cache
def reached() -> list[Reached]:
    """List what all handlers reach; a port that no method is asked of has '' for one."""
    found = []
    for path, inside in nodes():
        asked = {id(node.value): node.attr for node in inside if isinstance(node, ast.Attribute)}
        for node in inside:
            if isinstance(node, ast.Attribute) and is_unit(node.value):
                place, method = f"{path}:{node.lineno}", asked.get(id(node), "")
                found.append(Reached(path.parts[0], place, node.attr, method))
    return found


def topics() -> set[str]:
    """List the rooms of handlers/, and its files that belong to no topic."""
    return {path.parts[0] for path, _inside in nodes()} - {"__init__.py"}


def test_every_topic_says_what_it_reads():
    assert topics() == set(READS)


@pytest.mark.parametrize("topic", READS)
def test_a_topic_reads_what_it_says(topic):
    places = defaultdict(list)
    for found in reached():
        if found.topic == topic:
            places[found.port].append(found.place)
    assert set(places) == READS[topic], dict(places)


@pytest.mark.parametrize("topic", READS)
def test_a_topic_writes_nothing(topic):
    writing = [
        f"{found.place}: {found.port}.{found.method}"
        for found in reached()
        if found.topic == topic
        and found.port not in NOT_STORED
        and (topic, f"{found.port}.{found.method}") not in WRITES
        and not READING.match(found.method)
    ]
    assert writing == []


def test_each_exception_is_needed():
    called = {(found.topic, f"{found.port}.{found.method}") for found in reached()}
    assert set(WRITES) - called == set()


def test_the_unit_of_work_goes_by_no_other_name():
    renamed = [
        f"{path}:{node.lineno}"
        for path, inside in nodes()
        for node in inside
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr)
        and node.value is not None
        and is_unit(node.value)
    ]
    assert renamed == []
