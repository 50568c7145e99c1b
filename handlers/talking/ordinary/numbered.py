"""What is meant by a number that somebody asks about: a competence, or one of its indicators."""

import re
from collections.abc import Iterator

from bot.domain.school.frameworks import Programme
from bot.messages import Sayable, _, words
from handlers.talking.phrases import spans
from handlers.talking.turn import Turn

_NUMBERED = re.compile(
    r"(?:(?:competentie|competence|competency|comp|kompetenz|indicator|indicateur|indikator"
    r"|nummer|nr|number|numero|punt|point|punkt) )?"
    r"(?P<number>\d{1,4})(?: (?P<indicator>\d{1,4}))?(?: about)?"
)
"""A number as it is asked about, folded and without its stop."""


def numbered(turn: Turn, of: str) -> Iterator[Sayable]:
    """Name the competence or the indicator of a number, in each programme; nothing for others."""
    found = _NUMBERED.fullmatch(of)
    if found is None:
        return
    tracks = [turn.about] if turn.about else turn.tracks
    for programme in {track.programme_id: turn.programme(track) for track in tracks}.values():
        yield from _named(programme, int(found["number"]), found["indicator"])


def _named(programme: Programme, number: int, indicator: str | None) -> Iterator[Sayable]:
    competence = programme.competence(number)
    if competence is None:
        yield _(
            "There is no competence {number} in this programme; there are {numbers}.",
            number=number,
            numbers=", ".join(spans([known.number for known in programme.competences])),
        )
        return
    if indicator is None:
        yield words(competence.number, competence.title)
        for known in competence.indicators:
            yield f"{known.number}. {known.text}"
    elif (asked := competence.indicator(int(indicator))) is None:
        yield _(
            "Competence {competence} has no indicator {number}; it has 1 to {last}.",
            competence=competence.number,
            number=int(indicator),
            last=competence.indicators[-1].number,
        )
    else:
        yield words(f"{competence.number}.{asked.number}", asked.text)
        yield words("(", competence.number, " ", competence.title, ")", by="")
