"""Buttons whose codes are still read as strings."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from handlers.talking.answered import Answered
from handlers.talking.route import TapRoute
from handlers.talking.tap import LiveTap, Tap
from handlers.talking.turn import Turn


def old(
    code: str, shape: str, answers: Callable[[Turn, Sequence[str]], Answered], *, live: bool = False
) -> TapRoute:
    """Read a code as strings of a shape."""
    pattern = re.compile(shape, re.ASCII)

    def read(cls: Any, values: str) -> Any:
        serial = None
        if live:
            first, _colon, values = values.partition(":")
            if not first.isdigit():
                return None
            serial = int(first)
        if not pattern.fullmatch(values) or re.search(r"\d{19}", values):
            return None
        tap = cls(serial) if live else cls()
        tap.__dict__["arguments"] = values.split(":")
        return tap

    def written(tap: Any) -> str:
        values = [str(tap.serial)] if live else []
        return ":".join([code, *values, *filter(None, tap.arguments)])

    own = {"read": classmethod(read), "written": written}
    kind: Any = type("Old", (LiveTap if live else Tap,), own, code=code)
    return TapRoute(kind, lambda turn, tap: answers(turn, tap.arguments))
