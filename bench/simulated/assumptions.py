"""What the simulated year takes people to be: each value with where it comes from, and its range.

PUBLISHED values are figures that others measured, on other people and other tools. OURS are guesses
of ours, to be replaced by what schools really do; the ranges say how far off they may be. None was
chosen to meet a goal: they stood before the first run.
"""

from dataclasses import dataclass

PUBLISHED, OURS = "published", "ours"


@dataclass(frozen=True, slots=True)
class Assumptions:
    """One set of them; shares between 0 and 1 unless they say otherwise."""

    answered_morning: float = 0.56
    answered_noon: float = 0.83
    answered_evening: float = 0.65
    unasked_first: float = 1.0
    unasked_kept: float = 0.79
    answered_kept: float = 0.97
    spread: float = 0.2
    tolerated: float = 5.0
    muting: float = 0.002
    muting_noisy: float = 0.02
    taps_at_once: float = 25.0
    tiring: float = 0.002
    indicators: int = 158
    changing: float = 0.3
    in_the_few: float = 0.4
    taps_each: float = 15 / 13


@dataclass(frozen=True, slots=True)
class Range:
    """How far a value may be off, where it comes from, and what it is."""

    low: float
    high: float
    source: str
    meaning: str


RANGES = {
    "answered_morning": Range(0.40, 0.70, PUBLISHED, "messages answered of those from 7:30 to 9"),
    "answered_noon": Range(0.60, 0.90, PUBLISHED, "messages answered of those from 12 to 13:30"),
    "answered_evening": Range(0.45, 0.80, OURS, "messages answered of those from 16:30 to 20"),
    "unasked_first": Range(0.25, 2.0, OURS, "sittings a week that nobody asked for, at first"),
    "unasked_kept": Range(0.60, 0.95, PUBLISHED, "what is left of these a month later"),
    "answered_kept": Range(0.90, 1.0, OURS, "what is left of the answering a month later"),
    "spread": Range(0.05, 0.35, OURS, "how much people differ in that (standard deviation)"),
    "tolerated": Range(2, 8, OURS, "messages in a week that annoy nobody"),
    "muting": Range(0.0005, 0.005, OURS, "chance to mute after a message that annoys nobody"),
    "muting_noisy": Range(0.005, 0.05, OURS, "chance to mute after one that is too many"),
    "taps_at_once": Range(10, 60, OURS, "taps in one sitting (median)"),
    "tiring": Range(0.0, 0.01, OURS, "what each tap beyond fifteen takes from the next answer"),
    "indicators": Range(50, 158, OURS, "indicators a period is about; 158 is a whole programme"),
    "changing": Range(0.1, 0.6, OURS, "indicators that somebody sees otherwise than last period"),
    "in_the_few": Range(0.3, 0.6, OURS, "answers after which no other would change anything"),
    "taps_each": Range(1.0, 2.0, OURS, "taps for an indicator; on a card of 13 it is 15 / 13"),
}
"""By name of the value. 0.79 a month is what 47 assessments a month that became 5.8 in nine months
come to; the nine months are ours."""
