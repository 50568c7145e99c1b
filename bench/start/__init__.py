"""How long `kompaan say` takes, beside what its libraries take to load."""

import os
import subprocess
import sys
import tempfile
import time
from statistics import median

ROUNDS = 7
LIBRARIES = "import gc; gc.disable(); import sqlalchemy, click, pydantic_settings"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "KOMPAAN_DATABASE_URL": f"sqlite:///{folder}/k.db"}
        kompaan = [sys.executable, "-m", "bot"]
        subprocess.run([*kompaan, "sample"], env=environment, check=True, capture_output=True)
        ways = {
            "loading the libraries": [sys.executable, "-c", LIBRARIES],
            "kompaan say": [*kompaan, "say", "--as", "karim", "jonas 10.3 v"],
        }
        figures: dict[str, list[float]] = {name: [] for name in ways}
        for _round in range(ROUNDS):
            for name, command in ways.items():
                begun = time.perf_counter()
                subprocess.run(command, env=environment, check=True, capture_output=True)
                figures[name].append(time.perf_counter() - begun)
    peer = median(figures["loading the libraries"])
    for name, measured in figures.items():
        seconds = median(measured)
        print(f"{name:28} {seconds * 1000:6.0f} ms   {seconds / peer:5.2f} of the libraries alone")
