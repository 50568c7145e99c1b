"""The fake by itself: `python -m tests.fakes.telegram --port 8081`."""

import argparse
import sys
import threading

from tests.fakes.telegram.fakes import FakeTelegram
from tests.fakes.telegram.handles import TOKEN


def main() -> None:
    reader = argparse.ArgumentParser(description="A strict fake of the Telegram Bot API.")
    reader.add_argument("--port", type=int, default=0)
    reader.add_argument("--token", default=TOKEN)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--tied", action="store_true", help="end when standard input ends")
    asked = reader.parse_args()
    with FakeTelegram(asked.token, asked.port, asked.seed) as fake:
        sys.stdout.write(f"{fake.url}\n")
        sys.stdout.flush()
        try:
            if asked.tied:
                sys.stdin.read()
            else:
                threading.Event().wait()
        except KeyboardInterrupt:
            pass


main()
