"""Run every measurement, or those named: `python -m bench scores start`."""

import importlib
import sys

ALL = ("divergence", "photo", "pictures", "reminders", "scores", "start", "telegram")


def main() -> None:
    for name in sys.argv[1:] or ALL:
        print(f"== {name}")
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
