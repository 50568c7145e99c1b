"""The short text beside a picture, from the same description: its titles, and what stands out."""

from bot.messages import (
    CardPicture,
    FilmPicture,
    HeatMapPicture,
    OverviewPicture,
    Picture,
    ReportPicture,
    RoutePicture,
    Sayable,
    _,
    _n,
    lines,
    words,
)
from bot.showing.colour_words import COLOUR_WORD

NAMED = 3
"""Competences that a sentence names; the others it counts."""


def caption_of(picture: Picture) -> Sayable:
    """Say the titles of a picture, and under them in one sentence what it shows."""
    return lines(picture.title, picture.under, _sentence(picture))


def _sentence(picture: Picture) -> Sayable:
    match picture:
        case ReportPicture():
            return _acquired(picture)
        case CardPicture(columns=columns):
            said = (words(column.who, COLOUR_WORD[column.cell.colour]) for column in columns)
            return words(*said, by=" · ")
        case OverviewPicture(rows=rows):
            apart = sum(any(moment.diverges for moment in row.moments) for row in rows)
            return _n(
                "The views differ on {count} competence.",
                "The views differ on {count} competences.",
                apart,
            )
        case HeatMapPicture(rows=rows):
            return _gaps([f"{row.number} {row.title}" for row in rows if row.gap])
        case FilmPicture(frames=frames):
            return _("From {first} to {last}.", first=frames[0].when, last=frames[-1].when)
        case RoutePicture(rows=rows):
            both = sum(row.both > 0 for row in rows)
            return _n("Overlap in {count} competence.", "Overlap in {count} competences.", both)


def _acquired(picture: ReportPicture) -> Sayable:
    counts = (
        words(who, sum(row.cells[place].colour.acquired for row in picture.rows))
        for place, who in enumerate(picture.columns)
    )
    said = words(*counts, by=" · ")
    return _("Acquired, of {total}: {counts}.", total=len(picture.rows), counts=said)


def _gaps(competences: list[str]) -> Sayable:
    if not competences:
        return _("No collective gaps.")
    more = len(competences) - NAMED
    named = "; ".join(competences[:NAMED])
    return _n(
        "Collective gap, at no workplace yet, say the mentors: {competences}.",
        "Collective gaps, at no workplace yet, say the mentors: {competences}.",
        len(competences),
        competences=words(named, _n("and {count} more", "and {count} more", more))
        if more > 0
        else named,
    )
