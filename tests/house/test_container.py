"""The container is set up as the pages say. Building it takes a network, so that is not tried."""

import re
import shlex
import tomllib
from pathlib import Path

from bot.cli.importing.trying import try_

ROOT = Path(__file__).parents[2]
FILE = (ROOT / "Dockerfile").read_text()
KEPT = [
    line.removeprefix("!")
    for line in (ROOT / ".dockerignore").read_text().splitlines()
    if line.startswith("!")
]
MAKEFILE = (ROOT / "Makefile").read_text()
PAGE = (ROOT / "docs/your-own-class.md").read_text()


def test_it_is_set_up_as_the_pages_say():
    assert "RUN make setup\n" in FILE
    assert re.search(r"install .*\bmake gcc\b", FILE), "make and a C compiler, as the README says"
    least = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    (version,) = re.findall(r"^FROM python:([0-9.]+)-slim$", FILE, re.MULTILINE)
    assert [int(part) for part in version.split(".")] >= [
        int(part) for part in least.removeprefix(">=").split(".")
    ]


def test_what_the_set_up_needs_gets_in_and_nothing_of_anybodys():
    made = re.findall(r"^\$\((?:RUNNING|PROJECT)\): (\S+)", MAKEFILE, re.MULTILINE)
    assert set(KEPT) == {"Makefile", "LICENSE", "bot", "handlers", "locales", "tools", *made}
    assert all((ROOT / name).exists() for name in KEPT)


def test_the_page_builds_it_and_calls_the_command_as_it_is():
    (built,) = re.findall(r"^docker build -t (\w+) \.$", PAGE, re.MULTILINE)
    commands = [
        shlex.split(line.replace("\\\n", " "))
        for line in re.findall(r"^docker run (?:.*\\\n)*.*$", PAGE, re.MULTILINE)
    ]
    assert commands
    for command in commands:
        assert "127.0.0.1:8080:8080" in command, "published on loopback alone"
        called = command[command.index(built) + 1 :]
        assert called.pop(0) == try_.name
        context = try_.make_context("try", called)
        assert context.params["in_container"]
        assert context.params["port"] in (None, 8080)
