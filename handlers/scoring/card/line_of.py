"""One's last marks of a competence as the line that would say them again."""

from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter

from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Track
from bot.domain.scoring.film import Mark
from handlers.talking.meaning.words import NotHere
from handlers.talking.phrases import first_name, spans

EXAMPLE = "vvlvx"


def line_of(track: Track, competence: Competence, marks: Mapping[int, Mark]) -> str:
    """Write the line: of what has a mark that mark, or an example where nothing has."""
    named = f"{first_name(track).lower()} {competence.number}"
    letters = [
        (indicator.number, letter)
        for indicator in competence.indicators
        if (letter := _letter(marks.get(indicator.id, Mark())))
    ]
    if not letters:
        total = len(competence.indicators)
        return f"{named} {(EXAMPLE * total)[:total]}"
    said = [
        f"{span}{letter}"
        for letter, group in groupby(letters, key=itemgetter(1))
        for span in spans([number for number, _letter in group])
    ]
    return f"{named}: {' '.join(said)}"


def _letter(mark: Mark) -> str:
    """Write a mark in letters; a tally says how often by itself."""
    if mark.not_here:
        return f" {NotHere.NOT_HERE.value}"
    often = mark.coverage.value if mark.coverage and not mark.tally else ""
    return f"{mark.mastery or ''}{often}".lower()
