"""Exact numbers: read from what people write, and cut to be read, never rounded."""

import re
from dataclasses import dataclass
from fractions import Fraction

SHOWN = 2
"""Decimals that are shown of a number."""

_DECIMAL = r"[0-9]{1,6}(?:[.,][0-9]{1,6})?"
_NUMBER = re.compile(rf"({_DECIMAL})(?:\s*/\s*([0-9]{{1,6}}))?")
_PERCENT = re.compile(rf"({_DECIMAL}(?:\s*/\s*[0-9]{{1,6}})?)\s*(?:%|percent|procent)?", re.I)
_OUT_OF = re.compile(
    rf"({_DECIMAL})\s*(?:/|:|\b(?:op|van|of|out\s+of|on|sur|von|aus|auf)\b)\s*({_DECIMAL})", re.I
)
_HUNDREDTHS = re.compile(rf"({_DECIMAL})\s*(?:%|percent|procent)", re.I)


@dataclass(frozen=True, slots=True)
class CutNumber:
    """A number as it is read: its decimals are cut, not rounded, and `more` says that some were."""

    whole: int
    decimals: str = ""
    more: bool = False

    @property
    def value(self) -> Fraction:
        """What is shown of it, exactly."""
        return Fraction(f"{self.whole}.{self.decimals or 0}")


def cut(number: Fraction, places: int = SHOWN) -> CutNumber:
    """Cut a number of 0 or more after so many decimals; what is shown is never above it."""
    scaled = number * 10**places
    shown = scaled.numerator // scaled.denominator
    whole, rest = divmod(shown, 10**places)
    decimals = f"{rest:0{places}d}" if places else ""
    more = scaled != shown
    return CutNumber(whole, decimals if more else decimals.rstrip("0"), more)


def read_number(text: str) -> Fraction | None:
    """Read a number such as 50, 62,5 or 200/3; None where it is none, or has too many digits."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None or (found[2] and not int(found[2])):
        return None
    return _number(found[1]) / int(found[2] or 1)


def read_percent(text: str) -> Fraction | None:
    """Read a number of hundredths such as 50, 62,5 % or 200/3; None where it is none."""
    found = _PERCENT.fullmatch(text.strip())
    return read_number(found[1]) if found else None


@dataclass(frozen=True, slots=True)
class WorkplacePoints:
    """Points out of a total, as people gave them for the workplace."""

    points: Fraction
    total: Fraction

    @property
    def sound(self) -> bool:
        """Say whether the points are part of a total."""
        return 0 <= self.points <= self.total and self.total > 0


def read_points(text: str) -> WorkplacePoints | None:
    """Read points such as 41/80, 12 op 20 or 62,5 %; None where they are none, or above the total.

    A number alone is not read: it does not say of what.
    """
    said = text.strip()
    if found := _HUNDREDTHS.fullmatch(said):
        points = WorkplacePoints(_number(found[1]), Fraction(100))
    elif found := _OUT_OF.fullmatch(said):
        points = WorkplacePoints(_number(found[1]), _number(found[2]))
    else:
        return None
    return points if points.sound else None


def _number(decimal: str) -> Fraction:
    return Fraction(decimal.replace(",", "."))
