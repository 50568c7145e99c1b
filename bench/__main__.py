"""Run every measurement, or those named: `python -m bench scores start`."""

import argparse
import importlib

ALL = (
    "asking",
    "attacks",
    "campus",
    "desk",
    "divergence",
    "documents",
    "films",
    "matrix",
    "page",
    "photo",
    "pictures",
    "reminders",
    "scores",
    "start",
    "telegram",
    "term",
    "waiting",
    "year",
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=ALL, metavar="NAME", help=", ".join(ALL))
    for name in parser.parse_args().names or ALL:
        print(f"== {name}")
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
