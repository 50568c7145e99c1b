"""What lint-imports cannot see: what an import does, and modules that stand in no layer."""

import ast
import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_FOR_A_QUICK_COMMAND = {
    "aiohttp", "apscheduler", "PIL", "slack_bolt", "slack_sdk", "starlette", "telegram", "uvicorn",
}  # fmt: skip

# Runs in a process of its own, with a .env that would be read if anybody made the settings.
IMPORT_ALL = """
import importlib, sys

WATCHED = {"socket.connect", "socket.bind", "sqlite3.connect", "subprocess.Popen",
           "_thread.start_new_thread"}
seen = []

def watch(event, arguments):
    if event in WATCHED or (event == "open" and str(arguments[0]).endswith(".env")):
        seen.append(event + " while importing " + name)

sys.addaudithook(watch)
for name in sys.argv[1:]:
    importlib.import_module(name)
print("\\n".join(seen), end="")
"""


def modules(package):
    """Names of all modules under a package, but what is run rather than imported."""
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if "migrations" not in parts and parts[-1] != "__main__":
            yield ".".join(parts).removesuffix(".__init__")


def python(code, *arguments, cwd):
    """Run code in a fresh interpreter and return what it printed."""
    command = [sys.executable, "-c", code, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_starts_connects_and_reads_nothing(tmp_path):
    (tmp_path / ".env").write_text("KOMPAAN_DATABASE_URL=nothing://nowhere\n")
    assert python(IMPORT_ALL, *modules("bot"), *modules("handlers"), cwd=tmp_path) == ""


def test_command_line_starts_without_servers_and_platforms(tmp_path):
    code = "import bot.cli, sys; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = set(python(code, cwd=tmp_path).split())
    assert loaded & NOT_FOR_A_QUICK_COMMAND == set()


def test_what_talks_with_nobody_starts_without_the_conversation(tmp_path):
    code = "import bot.cli.school.organisation, sys; print(*sys.modules)"
    loaded = set(python(code, cwd=tmp_path).split())
    assert loaded & {"handlers.routes", "handlers.answering", "handlers.talking.turn"} == set()


def test_the_tables_of_plain_words_wait_for_the_first_words(tmp_path):
    # One long pattern takes as long as a hundred short ones: those are compiled with their module.
    code = """
import re
long, compile = [], re.compile
def noting(pattern, flags=0):
    long.append(pattern) if len(pattern) > 1_000 and pattern not in long else None
    return compile(pattern, flags)
re.compile = noting
import handlers.routes
print(*(pattern[:60] for pattern in long if "ziek" in pattern or "hoe" in pattern), sep="\\n")
"""
    assert python(code, cwd=tmp_path).strip() == ""


def test_domain_needs_the_standard_library_only():
    foreign = set()
    for path in (ROOT / "bot/domain").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            else:
                continue
            foreign |= {
                f"{path.name}: {name}"
                for name in names
                if name.partition(".")[0] not in sys.stdlib_module_names
                and not f"{name}.".startswith("bot.domain.")
            }
    assert foreign == set()


def test_every_module_of_bot_stands_in_a_layer():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = project["tool"]["importlinter"]["contracts"]
    lines = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    layered = {name.strip(" ()") for line in lines for name in line.split("|")}
    # The settings stand beside the layers: only wiring may read them, by a contract of their own.
    outside = {".".join(name.split(".")[:2]) for name in modules("bot")} - layered
    assert outside - {"bot", "bot.settings"} == set()
