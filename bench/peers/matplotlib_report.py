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
    lines = sum(len(row["lines"]) for row in rows)
    high = 230 + 39 * lines + 68 * len(rows) + 47 * len(told["legend"]) + 28
    figure = Figure(figsize=(WIDTH / DPI, high / DPI), dpi=DPI)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(high, 0)
    axes.axis("off")
    regular, strong = (FontProperties(fname=name) for name in told["fonts"])
    words(axes, (28, 63), told["found"], 48, strong, INK)
    words(axes, (28, 107), told["title"], 35, strong, INK)
    for (left, right), name in zip(told["columns"], told["heads"], strict=True):
        words(axes, ((left + right) / 2, 200), name, 35, strong, SOFT, "center")
    top = 214
    for row in rows:
        words(axes, (28, top + 25), str(row["number"]), 35, strong, SOFT)
        for number, line in enumerate(row["lines"]):
            words(axes, (88, top + 25 + 39 * number), line, 35, regular, INK)
        top += 39 * len(row["lines"])
        for (left, right), (ink, ground, letter, share) in zip(
            told["columns"], row["cells"], strict=True
        ):
            field(axes, (left, top, right - left, 44), ground)
            words(axes, ((left + right) / 2, top + 37), letter, 40, strong, ink, "center")
            bar(axes, (left, top + 47, right - left, 10), share, told["bar"])
        top += 68
    for place, (ink, ground, letter, meaning) in enumerate(told["legend"]):
        field(axes, (28, top + 18 + 47 * place, 46, 38), ground)
        words(axes, (51, top + 50 + 47 * place), letter, 35, strong, ink, "center")
        words(axes, (86, top + 50 + 47 * place), meaning, 35, regular, SOFT)
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
