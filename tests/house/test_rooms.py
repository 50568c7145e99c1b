"""Rooms: a folder is seen at one glance, and ARCHITECTURE.md tells of each topic, in few words."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
MOST = 15
MOST_SENTENCES = 6
STOREYS = ("handlers", "bot/use_cases", "bot/ports", "bot/storage", "bot/domain")
NO_TOPIC = {
    "bot/storage/agenda": "what is due by now, of all topics",
    "bot/storage/clock": "instants and worlds, for all topics",
    "bot/storage/migrations": "the steps from each version to the next",
    "bot/storage/tables": "the tables, on which all topics stand",
    "bot/use_cases/undoing": "what undo takes back, of whatever topic",
}
LARGER = {
    "bot/platforms/slack": "one file for each thing that Slack's surfaces do in their own way",
    "bot/storage/migrations/versions": "one file for each step, which grows by nature",
    "bot/storage/tables": "one file for each group of tables",
    "tests/fakes/telegram": "one file for each part of a strict fake",
}


def test_no_folder_holds_more_files_than_are_seen_at_once():
    held = Counter(
        path.parent.relative_to(ROOT).as_posix()
        for layer in ("bot", "handlers", "tests", "bench", "tools")
        for path in (ROOT / layer).rglob("*.py")
        if path.name != "__init__.py" and "node_modules" not in path.parts
    )
    assert len(held) > 50
    crowded = {folder for folder, files in held.items() if files > MOST}
    assert crowded - LARGER.keys() == set()


def drawn() -> list[str]:
    """The rooms in the picture of the house: all words in the lowest row of boxes."""
    boxes = ARCHITECTURE.partition("⌂  the rooms")[2].partition("```")[0]
    rows = [line for line in boxes.splitlines() if line.startswith("│")]
    return [room for row in rows for room in re.findall(r"\w+", row)]


def told() -> list[str]:
    """The topics of the table."""
    table = ARCHITECTURE.partition("| topic |")[2].partition("\n\n")[0]
    return re.findall(r"^\| (\w+) \| \S.* \|$", table, re.MULTILINE)


def sections() -> dict[str, str]:
    """The decisions of each topic and layer, by its name."""
    decisions = ARCHITECTURE.partition("## Decisions by topic")[2]
    named = re.split(r"^### (\w+)$", decisions, flags=re.MULTILINE)[1:]
    return dict(zip(named[::2], named[1::2], strict=True))


def sentences(section: str) -> int:
    """Count the sentences of a section: its link is none, and neither is what is inside one."""
    plain = re.sub(r"`[^`]*`", "x", re.sub(r"\[More\]\([^)]*\)|^## .*$", "", section, flags=re.M))
    return len(re.findall(r"[.!?](?:\s|$)", plain))


def test_every_room_has_a_row_and_every_row_a_room():
    rooms = {
        folder.name
        for storey in STOREYS
        for folder in (ROOT / storey).iterdir()
        if (folder / "__init__.py").exists() and f"{storey}/{folder.name}" not in NO_TOPIC
    }
    assert sorted(told()) == sorted(set(told()))
    assert rooms - set(told()) == set()
    layers = [ROOT / layer for layer in ("handlers", "bot/domain")]
    lost = {
        topic
        for topic in told()
        if not any((at / topic).is_dir() or (at / f"{topic}.py").exists() for at in layers)
    }
    assert lost == set()


def test_the_picture_draws_every_room():
    assert sorted(drawn()) == sorted(told())
    assert max(map(len, ARCHITECTURE.partition("```")[2].partition("```")[0].splitlines())) <= 100


def test_every_topic_is_decided_about_in_few_sentences():
    assert set(told()) - sections().keys() == set()
    assert [name for name, text in sections().items() if sentences(text) == 0] == []
    long = {name: sentences(text) for name, text in sections().items()}
    assert {name: count for name, count in long.items() if count > MOST_SENTENCES} == {}


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_every_page_of_decisions_is_linked_from_its_section(page: Path):
    assert f"[More](docs/decisions/{page.name})" in sections()[page.stem]
    layers = [*STOREYS, "bot"]
    assert any((ROOT / at / page.stem).is_dir() for at in layers) or page.stem in told()
    assert f"(../../ARCHITECTURE.md#{page.stem})" in page.read_text(encoding="utf-8")
