"""The real process is killed with -9 while scores stream in: nothing is lost, nothing doubled."""

import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

import pytest
from sqlalchemy import select

from bot.storage.engine import connect
from bot.storage.scoring.system_reads import disagreements
from bot.storage.tables import entry, handled, score
from tests.fakes.waiting import PATIENCE, wait_for
from tests.faults.server import Server, free_port

ENOUGH = 50
"""So many acknowledged updates at least, or the check says little."""

LINES = {
    "karim": lambda dice: f"jonas 10 {marks(dice, 13)}",
    "els": lambda dice: f"jonas 10 {marks(dice, 13)}",
    "jonas": lambda dice: f"today 10.{dice.randint(1, 13)}",
}
"""Who speaks, and what: two perspectives on the same student, and a tally."""


def marks(dice: random.Random, count: int) -> str:
    return "".join(dice.choice("xlv") for _number in range(count))


@dataclass
class Client:
    """Sends one line after the other, each until it is acknowledged."""

    server: Server
    who: str
    dice: random.Random
    acknowledged: list[str] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        number = 0
        while not self.stop.is_set():
            number += 1
            self.send(f"{self.who}-{number}", LINES[self.who](self.dice))

    def send(self, key: str, line: str) -> None:
        while True:
            try:
                status, _answer = self.server.ask(
                    "POST", f"/chat/{self.who}", {"key": key, "text": line}
                )
            except OSError:
                time.sleep(0.01)
                if self.stop.is_set():
                    return
                continue
            if status == 200:
                self.acknowledged.append(key)
                return
            self.refused.append(status)
            time.sleep(0.01)
            if self.stop.is_set():
                return


def streamed(url: str, folder: str, kills: int, seed: int) -> list[Client]:
    """Stream scores through so many kills; gives the clients with what was acknowledged."""
    server = Server(url, free_port(), folder, forked=True)
    dice = random.Random(seed)
    clients = [Client(server, who, random.Random(f"{seed}{who}")) for who in LINES]
    threads = [threading.Thread(target=client.run, daemon=True) for client in clients]
    try:
        server.start()
        for thread in threads:
            thread.start()
        for _kill in range(kills):
            time.sleep(dice.uniform(0.02, 0.4))
            server.kill()
            server.start()
        enough(clients)
        for client in clients:
            client.stop.set()
        for thread in threads:
            thread.join(PATIENCE)
            assert not thread.is_alive(), f"a client did not end in {PATIENCE} s"
    finally:
        server.stop()
    return clients


def enough(clients: list[Client]) -> None:
    """Let them talk until there is enough to check, however busy the machine is."""
    wait_for(
        lambda: sum(len(client.acknowledged) for client in clients) > ENOUGH,
        60,
        f"an acknowledgement of {ENOUGH} lines",
    )


def own(key: str) -> str:
    """The key as its sender chose it: the platform puts where it came from before it."""
    return key.rpartition(":")[2]


def check(url: str, clients: list[Client]) -> None:
    """Nothing acknowledged is lost, nothing is doubled, ledger, marks and colours agree."""
    engine = connect(url)
    try:
        with engine.begin() as connection:
            found = Counter(map(own, connection.execute(select(entry.c.source)).scalars()))
            keys = Counter(map(own, connection.execute(select(handled.c.key)).scalars()))
            scored = select(entry.c.source).join(score, score.c.entry_id == entry.c.id)
            rows = Counter(map(own, connection.execute(scored).scalars()))
            disagreeing = disagreements(connection)
    finally:
        engine.dispose()
    acknowledged = [key for client in clients for key in client.acknowledged]
    print(f"{len(acknowledged)} acknowledged")
    assert len(acknowledged) > ENOUGH
    assert [key for key in acknowledged if found[key] != 1 or keys[key] != 1] == []
    assert [key for key in acknowledged if rows[key] not in (1, 13)] == []
    assert [key for key, times in (found + keys).items() if key and times > 2] == []
    assert disagreeing == []
    assert {status for client in clients for status in client.refused} <= {503}


def test_twenty_kills_lose_and_double_nothing(sample_url: str, tmp_path):
    check(sample_url, streamed(sample_url, str(tmp_path), kills=20, seed=7))


@pytest.mark.long
def test_a_thousand_kills_lose_and_double_nothing(sample_url: str, tmp_path):
    check(sample_url, streamed(sample_url, str(tmp_path), kills=1000, seed=11))


def test_who_asks_it_to_stop_gets_an_answer_to_what_is_under_way(sample_url: str, tmp_path):
    server = Server(sample_url, free_port(), str(tmp_path))
    clients = [Client(server, who, random.Random(who)) for who in LINES]
    threads = [threading.Thread(target=client.run, daemon=True) for client in clients]
    try:
        server.start()
        for thread in threads:
            thread.start()
        enough(clients)
        server.stop()
    finally:
        for client in clients:
            client.stop.set()
        server.kill()
    for thread in threads:
        thread.join(30)
    check(sample_url, clients)


def test_a_port_that_is_taken_is_refused_with_a_sentence(sqlite_url: str, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "bot", "run"],
            cwd=tmp_path,
            env={**os.environ, "KOMPAAN_DATABASE_URL": sqlite_url, "KOMPAAN_HTTP_PORT": port},
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert done.returncode == 1
    assert "Nothing can listen on 127.0.0.1" in done.stderr
    assert "listens" not in done.stdout
