"""Draws our colour report with matplotlib: a description a line in, seconds and bytes out."""

import io
import json
import sys
import time
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyBboxPatch, Rectangle

WIDTH, DPI = 1080, 100
INK, SOFT = "#17202e", "#566274"


def main() -> None:
    for line in sys.stdin:
        told = json.loads(line)
        begun = time.perf_counter()
        size = len(drawn(told))
        print(time.perf_counter() - begun, size, flush=True)


def drawn(told: dict[str, Any]) -> bytes:
    rows = told["rows"]
    high = 148 + 96 * len(rows) + 34 + 76 * 3 + 36
    figure = Figure(figsize=(WIDTH / DPI, high / DPI), dpi=DPI)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(high, 0)
    axes.axis("off")
    regular, strong = (FontProperties(fname=name) for name in told["fonts"])
    words(axes, (36, 70), told["title"], 46, strong, INK)
    for left, name in zip(told["lefts"], told["heads"], strict=True):
        words(axes, (left + 68, 131), name, 26, strong, SOFT, "center")
    for place, row in enumerate(rows):
        middle = 148 + 96 * place + 48
        words(axes, (36, middle), str(row["number"]), 30, strong, SOFT)
        for number, line in enumerate(row["lines"]):
            words(axes, (90, middle - 8 + 38 * number), line, 30, regular, INK)
        for left, (ink, ground, letter, share) in zip(told["lefts"], row["cells"], strict=True):
            field(axes, (left, middle - 37, 136, 54), ground)
            words(axes, (left + 68, middle + 2), letter, 34, strong, ink, "center")
            bar(axes, (left, middle + 22, 136, 16), share, told["bar"])
    for place, (ink, ground, letter, name, meaning) in enumerate(told["legend"]):
        left, top = 36 + place % 2 * 504, 182 + 96 * len(rows) + place // 2 * 76
        field(axes, (left, top, 58, 48), ground)
        words(axes, (left + 29, top + 36), letter, 34, strong, ink, "center")
        words(axes, (left + 74, top + 19), name, 26, strong, INK)
        words(axes, (left + 74, top + 50), meaning, 26, regular, SOFT)
    out = io.BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()


def words(
    axes: Axes,
    place: tuple[float, float],
    text: str,
    size: float,
    font: FontProperties,
    colour: str,
    align: str = "left",
) -> None:
    axes.text(*place, text, fontsize=size * 72 / DPI, fontproperties=font, color=colour, ha=align)


def field(axes: Axes, box: tuple[float, float, float, float], colour: str) -> None:
    left, top, wide, high = box
    style = "round,pad=0,rounding_size=10"
    axes.add_patch(FancyBboxPatch((left, top), wide, high, boxstyle=style, fc=colour, ec="none"))


def bar(
    axes: Axes, box: tuple[float, float, float, float], share: float, colours: list[str]
) -> None:
    left, top, wide, high = box
    ground, done, edge = colours
    axes.add_patch(Rectangle((left, top), wide, high, fc=ground, ec=edge))
    axes.add_patch(Rectangle((left, top), wide * share, high, fc=done, ec="none"))


if __name__ == "__main__":
    main()
