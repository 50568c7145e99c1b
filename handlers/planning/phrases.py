"""Phrases of planning: where competences are pursued, competences by name, what can be undone."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time

from bot.domain.days import instant
from bot.domain.planning.training_plans import Party, Where, where_of
from bot.domain.school.frameworks import Programme
from bot.messages import Day, Joined, Quoted, Reply, Sayable, _, colon, listed, words
from handlers.scoring.taps import UndoEntry
from handlers.talking.phrases import TITLE_LENGTH, short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn

WHOLE = 10
"""Competences of a programme whose titles are said whole; of a larger one they are cut, so that a
plan of all of them fits a phone, and a message."""

WHERE_WORD = {
    Where.WORKPLACE: _("at the workplace"),
    Where.CAMPUS: _("on campus"),
    Where.BOTH: _("both"),
    Where.UNDECIDED: _("not decided yet"),
}
WHERE_SIGN = {Where.WORKPLACE: "⚒", Where.CAMPUS: "⌂", Where.BOTH: "⇄", Where.UNDECIDED: "?"}
"""What stands before a competence on a button; the choice above says what each sign means."""

PARTY_WORD = {
    Party.SCHOOL: _("the school"),
    Party.MENTOR: _("the mentor"),
    Party.STUDENT: _("the student"),
}


def name_competences(programme: Programme, identities: Collection[int]) -> Joined:
    """Name competences by number and title, in the order of the programme.

    Titles of a large programme are cut at a word.
    """
    length = TITLE_LENGTH if len(programme.competences) > WHOLE else None
    return words(
        *(
            words(
                competence.number,
                Quoted(short(competence.title, length) if length else competence.title),
            )
            for competence in programme.competences
            if competence.id in identities
        ),
        by=", ",
    )


def say_places(programme: Programme, places: Mapping[int, Where]) -> Iterator[Sayable]:
    """Say where the competences are pursued, a line for each place that has any."""
    for place in Where:
        here = {own.id for own in programme.competences if where_of(places, own.id) is place}
        if here:
            yield words(colon(WHERE_WORD[place]), name_competences(programme, here))


def say_parties(parties: Sequence[Party]) -> Sayable:
    """Name parties."""
    return listed(PARTY_WORD[party] for party in parties)


def say_day(turn: Turn, day: date) -> Day:
    """Say a day, with its year."""
    return Day(instant(day, time(12), turn.person.time_zone), full=True)


def with_undo(shown: Reply, entry: int | None) -> Reply:
    """Put the button above a reply that takes back what was done; none where nothing was."""
    if entry is None:
        return shown
    undo = (button(_("↩ Undo"), UndoEntry(entry)),)
    return replace(shown, buttons=(undo, *shown.buttons))
