"""The command `kompaan`: `python -m bot` does the same."""

import gc
import sys


def main() -> None:
    """Run the command line.

    Garbage collection waits until everything is loaded: start-up is a quarter faster without it,
    and what is loaded then lives as long as the process.
    """
    gc.disable()
    from bot.cli import kompaan

    gc.freeze()
    gc.enable()
    sys.exit(kompaan())


if __name__ == "__main__":
    main()
