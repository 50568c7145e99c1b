"""Say which tests are about what was changed since `main`, or since the last commit on it.

Prints an expression for pytest's -k: the topics touched, and the names of tests that were. Nothing
is printed, and so everything is meant, where nothing changed, or something that all topics share.
"""

import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parent.parent
ROOMS = "bot/use_cases", "bot/domain", "handlers", "bot/platforms", "bot"
APART = frozenset({"docs", "bench", "locales"})
"""Folders that are looked at by the tests of the house, and of the pages, which always run."""

SHARED = frozenset({"storage", "ports", "messages", "wiring", "talking", "school"})
"""Layers, and topics on which all others stand."""

ALWAYS = "house"


def main() -> None:
    """Print the expression for this tree."""
    print(expression(changed_files()))


def changed_files() -> list[str]:
    """List what differs from where this branch left `main`, and what is not yet added."""
    base = _git("merge-base", "HEAD", "main")[:1] or ["HEAD"]
    changed = _git("diff", "--name-only", *base)
    return [*changed, *_git("ls-files", "--others", "--exclude-standard")]


def expression(changed: Iterable[str]) -> str:
    """Join the topics of what changed; empty where that is everything."""
    found = {about(PurePosixPath(path)) for path in changed}
    if not found or None in found:
        return ""
    return " or ".join(sorted({ALWAYS, *filter(None, found)}))


def about(path: PurePosixPath) -> str | None:
    """Name the topic of a file; '' where the house alone looks at it, None where all topics do."""
    if path.suffix == ".md" or path.parts[0] in APART:
        return "pages" if path.suffix == ".md" else ""
    if path.name.startswith("test_") and path.parts[0] == "tests":
        return path.stem
    inner = (*path.parts[:-1], path.stem)
    return next((part for part in inner[1:] if part in topics()), None)


def topics() -> frozenset[str]:
    """List the rooms there are, by name."""
    found = (room for folder in ROOMS for room in (ROOT / folder).iterdir())
    names = (room.stem for room in found if room.is_dir() and (room / "__init__.py").exists())
    return frozenset(names) - {PurePosixPath(folder).name for folder in ROOMS} - SHARED


def _git(*arguments: str) -> list[str]:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.splitlines() if done.returncode == 0 else []


if __name__ == "__main__":
    main()
