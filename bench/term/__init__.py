"""A term of 15 weeks of a class of 12: groups planned anew before each lesson, and a timetable.

The programme has as many indicators a competence as BK-0138-3; KOMPAAN_TERM_PROGRAMME may name the
CASE file of another.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

from bench.simulated.programme import SIZES
from bench.term.assumptions import MEANINGS, Assumptions
from bench.term.ways import Figures, by_rule, by_timetable, play
from bench.term.world import World, draw_world

ASSUMED = Assumptions()
SEEDS = (1, 2, 3, 4, 5)
FEWER = 1 / 3
"""The goal: by so much are there fewer student-sessions on what is done alone already."""
VARIED = {
    "a workplace trains 40 %": replace(ASSUMED, offered=0.4),
    "a workplace trains 80 %": replace(ASSUMED, offered=0.8),
    "mentors score 40 % of it": replace(ASSUMED, mentioned=0.4),
    "mentors score all": replace(ASSUMED, mentioned=1.0),
    "three groups at a time": replace(ASSUMED, groups=3),
}
"""Each by itself, on the first of the seeds."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The same term in both ways."""

    world: World
    timetable: Figures
    rule: Figures


def main() -> None:
    sizes = programme()
    print(f"{len(sizes)} competences; means of {len(SEEDS)} terms, in student-sessions")
    terms = [compare(seed, sizes, ASSUMED) for seed in SEEDS]
    print_summary(terms)
    print("with other assumptions: overlap, own choice, reached (timetable > rule)")
    for name, given in VARIED.items():
        print(f"  {name:26} {in_a_line(compare(SEEDS[0], sizes, given))}")
    print("assumed:")
    for name, (source, meaning) in MEANINGS.items():
        print(f"  {getattr(ASSUMED, name):<5} {meaning} ({source})")


def programme() -> tuple[int, ...]:
    """List how many indicators each competence has."""
    path = os.environ.get("KOMPAAN_TERM_PROGRAMME")
    return read_case(Path(path)) if path else SIZES


def read_case(path: Path) -> tuple[int, ...]:
    """Count the indicators of each competence in a CASE file of two levels."""
    case = json.loads(path.read_text(encoding="utf-8"))
    children = Counter(
        association["destinationNodeURI"]["identifier"]
        for association in case["CFAssociations"]
        if association["associationType"] == "isChildOf"
    )
    items = (item["identifier"] for item in case["CFItems"])
    return tuple(children[item] for item in items if children[item])


def compare(seed: int, sizes: tuple[int, ...], given: Assumptions) -> Compared:
    """Play a term in both ways."""
    world = draw_world(seed, sizes, given)
    return Compared(world, play(world, by_timetable), play(world, by_rule))


def print_summary(terms: Sequence[Compared]) -> None:
    """Print what came of both ways, and which goals are reached."""
    print(f"  {'':42} timetable   rule")
    for name, measured in ROWS.items():
        both = [fmean(measured(way) for way in ways) for ways in _ways(terms)]
        print(f"  {name:42} {both[0]:9.1f} {both[1]:6.1f}")
    needed = fmean(sum(term.world.sessions[gap] for gap in term.world.gaps) for term in terms)
    print(f"  {'lessons that the gaps need':42} {needed:16.1f}")
    for name, is_reached in goals(terms).items():
        print(f"  {'reached' if is_reached else 'MISSED'}: {name}")


ROWS: dict[str, Callable[[Figures], int]] = {
    "on what is not shown alone yet": lambda figures: figures.taught,
    "overlap: on what is shown alone already": lambda figures: figures.overlap,
    "on something of the own choice": lambda figures: figures.own_choice,
    "idle: present, and nothing left to do": lambda figures: figures.idle,
    "competences reached, of all students": lambda figures: figures.reached,
    "of these shown alone": lambda figures: figures.alone,
    "lesson in which the last gap was begun": lambda figures: max(figures.given.values()),
}


def goals(terms: Sequence[Compared]) -> dict[str, bool]:
    """Say which goals are reached, over all terms but for the first, which holds in each."""
    timetable, rule = _ways(terms)
    return {
        "every collective gap is given in the first lessons": all(map(gaps_came_first, terms)),
        "a third fewer student-sessions on what is shown alone": (
            sum(way.overlap for way in rule) <= (1 - FEWER) * sum(way.overlap for way in timetable)
        ),
        "no more idle sessions": sum(w.idle for w in rule) <= sum(w.idle for w in timetable),
        "no fewer competences reached": (
            sum(way.reached for way in rule) >= sum(way.reached for way in timetable)
        ),
    }


def gaps_came_first(term: Compared) -> bool:
    """Say whether each gap was begun within as many lessons as all of them need."""
    begun, gaps = term.rule.given, term.world.gaps
    needed = sum(term.world.sessions[gap] for gap in gaps)
    return begun.keys() == gaps and max(begun.values()) <= needed


def _ways(terms: Sequence[Compared]) -> tuple[list[Figures], list[Figures]]:
    return [term.timetable for term in terms], [term.rule for term in terms]


def in_a_line(term: Compared) -> str:
    """Write the figures of one term short."""
    timetable, rule = term.timetable, term.rule
    pairs = (
        (timetable.overlap, rule.overlap),
        (timetable.own_choice, rule.own_choice),
        (timetable.reached, rule.reached),
    )
    return ", ".join(f"{before:4} > {now:3}" for before, now in pairs)
