"""The pages: short enough, linked to each other, and naming all that can be set, typed and read.

That their commands do what they say is tried in tests/cli/test_pages.py.
"""

import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.cli import COMMANDS
from bot.settings import Settings
from bot.wiring.figures import FAMILIES

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = sorted((ROOT / "docs").glob("*.md"))
ARCHITECTURE = [ROOT / "ARCHITECTURE.md", *sorted((ROOT / "docs" / "decisions").glob("*.md"))]
DOCUMENTS = [README, ROOT / "CONTRIBUTING.md", *ARCHITECTURE, *PAGES]
MOST_LINES = 150

LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
SETTING = re.compile(r"^\| `KOMPAAN_(\w+)` \| (?:`([^`]*)`)? ?\| .+ \|$", re.MULTILINE)
FIGURE = re.compile(r"`(kompaan_\w+)`")
NAMED = re.compile(r"`([\w/*-]*(?:\w/[\w/*]*|[\w*]\.(?:py|toml|po)))`")


def links(document):
    """What a document links to: each a path, and a heading in it or nothing."""
    return [
        (document.parent / path if path else document, heading)
        for path, heading in LINK.findall(document.read_text())
        if "://" not in path
    ]


def anchors(document):
    """The headings of a document as a link names them."""
    plain = (re.sub(r"[^\w\- ]", "", title.lower()) for title in HEADING.findall(document))
    return {title.strip().replace(" ", "-") for title in plain}


def test_the_readme_is_short():
    assert len(README.read_text().splitlines()) <= MOST_LINES


def test_the_readme_links_every_page():
    linked = {path.resolve() for path, _heading in links(README)}
    assert [page.name for page in PAGES if page not in linked] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.stem)
def test_links_lead_somewhere(document):
    lost = [
        (path.name, heading)
        for path, heading in links(document)
        if not path.exists() or (heading and heading not in anchors(path.read_text()))
    ]
    assert lost == []


@pytest.fixture(scope="module")
def whole() -> list[str]:
    """All files and folders of the code, the tests and the texts, each with a slash before it."""
    tops = ("bot", "handlers", "tests", "tools", "bench", "locales", "docs")
    return [
        f"/{path.relative_to(ROOT).as_posix()}"
        for top in tops
        for path in (ROOT / top).rglob("*")
        if "node_modules" not in path.parts and "__pycache__" not in path.parts
    ] + [f"/{path.name}" for path in ROOT.iterdir()]


@pytest.mark.parametrize("document", ARCHITECTURE, ids=lambda document: document.stem)
def test_files_that_are_named_are_there(document: Path, whole: list[str]):
    named = set(NAMED.findall(re.sub(r"\s*\n\s*", " ", document.read_text())))
    lost = {name for name in named if not is_there(name.rstrip("/"), whole)}
    assert lost == set()


def is_there(name: str, whole: list[str]) -> bool:
    """Say whether a file or folder is among all; a path may leave out where it begins and .py."""
    ends = re.compile(re.escape(f"/{name}").replace(r"\*", "[^/]*") + r"(\.py)?$")
    return any(ends.search(path) for path in whole)


def test_every_setting_is_described_with_its_default():
    described = dict(SETTING.findall((ROOT / "docs/settings.md").read_text()))
    defaults = {
        name.upper(): str(
            field.default.get_secret_value()
            if isinstance(field.default, SecretStr)
            else field.default
        )
        for name, field in Settings.model_fields.items()
    }
    assert described == defaults


def test_every_command_is_described():
    described = re.findall(r"`(\w+)[ \w]*`", (ROOT / "docs/operating.md").read_text())
    assert [name for name in COMMANDS if name not in described] == []


def test_every_figure_is_described():
    described = set(FIGURE.findall((ROOT / "docs/operating.md").read_text()))
    assert {name.removesuffix("_total") for name in described} == set(FAMILIES)
