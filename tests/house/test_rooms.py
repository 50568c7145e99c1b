"""Rooms: a folder is seen at one glance."""

from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST = 15
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
