"""Which indicator of before a text of a framework read again is: the nearest wording first."""

from collections.abc import Mapping, Sequence
from itertools import product

from bot.domain.folding import fold

NEAR = 60
"""From here on, of a hundred, one text is taken for another wording of the other."""


def placed(known: Mapping[int, str], texts: Sequence[str]) -> dict[int, str]:
    """Number the texts of a competence, so that no score comes to hang on another text.

    A text that is known keeps its number, wherever the file has it now. Then each nearest wording
    of a text that is no longer there takes its number, the nearest of all first. Another text
    takes the number of its place in the file where that is free, else a new number after all
    others.
    """
    found = {place: text for place, text in enumerate(texts, 1) if known.get(place) == text}
    moved = {place: text for place, text in enumerate(texts, 1) if place not in found}
    for place, text in list(moved.items()):
        same = (number for number in sorted(known) if known[number] == text)
        number = next((number for number in same if number not in found), None)
        if number is not None:
            found[number] = moved.pop(place)
    free = {number: text for number, text in known.items() if number not in found}
    for number, place in _nearest(free, moved):
        found[number] = moved.pop(place)
    for place, text in moved.items():
        found[place if place not in found else max((*known, *found)) + 1] = text
    return found


def _nearest(known: Mapping[int, str], texts: Mapping[int, str]) -> list[tuple[int, int]]:
    """Pair numbers with places by how near their texts are, the nearest first."""
    if not known or not texts:
        return []
    ranked = sorted(
        (-nearness(known[number], texts[place]), number != place, number, place)
        for number, place in product(known, texts)
    )
    pairs: dict[int, int] = {}
    for score, _elsewhere, number, place in ranked:
        if -score >= NEAR and number not in pairs and place not in pairs.values():
            pairs[number] = place
    return list(pairs.items())


def nearness(one: str, other: str) -> float:
    """Say how near two texts are, from 0 to 100; accents, capitals and full stops do not count."""
    from rapidfuzz import fuzz  # only a framework that changed pays for loading it

    return fuzz.ratio(fold(one).strip(" .;"), fold(other).strip(" .;"))
