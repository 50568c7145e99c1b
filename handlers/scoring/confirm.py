"""The confirmation of what was stored: student, competence, values, colour, author, Undo."""

from collections.abc import Mapping, Sequence

from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.film import Score
from bot.messages import Button, Day, Quoted, Reply, Sayable, _, _n, lines, words
from bot.ports import Entry
from bot.use_cases.scoring.seeing.see_colleague import see_colleague
from bot.use_cases.scoring.seeing.see_standing import CompetenceStanding, Recorded
from handlers.scoring.taps import UndoEntry
from handlers.talking.phrases import (
    ROLE_WORD,
    and_more,
    aside,
    colour_phrase,
    of_competence,
    progress,
    short,
)
from handlers.talking.routing.doors import ShowNextStep
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn
from handlers.talking.worded import Worded, value_of

NOTE_SHOWN = 200
"""Characters of a note that its confirmation shows."""

OTHERS = 3
"""Values named of what a colleague said otherwise."""

WHOLE_TRACK = 0
"""No one competence: how a button says so."""


def confirm_stored(
    turn: Turn, track: Track, recorded: Sequence[Recorded], entry: Entry, *, edit: bool = False
) -> Reply:
    """Confirm what an entry stored on one track, with Undo for the whole."""
    worded = Worded()
    blocks = [_block(track, stored, worded) for stored in recorded]
    shared = recorded if track.shared else ()
    beside = [_overtaken(turn, track, stored, entry, worded) for stored in shared]
    text = lines(*blocks, *beside, signature(turn, track))
    return Reply(text, ((undo_button(entry),),), edit=edit)


def _overtaken(
    turn: Turn, track: Track, recorded: Recorded, entry: Entry, worded: Worded
) -> Sayable | None:
    """Say what a colleague in the same role said otherwise, which counts no more."""
    found = see_colleague(turn.uow, turn.seat(track), entry, recorded.scores)
    if found is None:
        return None
    competence = recorded.standing.competence
    number = f"{competence.number}."
    values = [
        (f"{number}{indicator.number}", found.said[indicator.id])
        for indicator in competence.indicators
        if indicator.id in found.said
    ]
    named = words(
        *(words(place, worded.value(value_of(said))) for place, said in values[:OTHERS]), by=", "
    )
    return _(
        "{colleague} said {values} on {day}; yours counts now.",
        colleague=short(found.author),
        values=and_more(named, len(values) - OTHERS),
        day=Day(found.at),
    )


def undo_button(entry: Entry) -> Button:
    """Make the button that takes an entry back."""
    return button(_("↩ Undo"), UndoEntry(entry.id))


def next_button(track: Track) -> Button:
    """Make the button that shows the next step."""
    return button(_("next step ›"), ShowNextStep(track.id, WHOLE_TRACK))


def next_row(track: Track) -> tuple[tuple[Button, ...], ...]:
    """Make a row with that button, for whoever scores there."""
    return ((next_button(track),),) if track.scoring_role else ()


def signature(turn: Turn, track: Track) -> Sayable:
    """Say in which role, by whom and from where something was said."""
    role = track.scoring_role or Role.COACH
    place = track.placements[0].workplace if role is Role.MENTOR and track.placements else ""
    return words(
        _("As {role}: {author}", role=ROLE_WORD[role], author=turn.person.name),
        f"({place})" if place else "",
    )


def standing_line(standing: CompetenceStanding) -> Sayable:
    """Say how a competence stands now: colour, progress, and what is not here."""
    return words(
        colour_phrase(standing.colour),
        progress(standing.colour, standing.counts, standing.competence),
        aside(standing.counts, len(standing.competence.indicators)),
        by=" · ",
    )


def _block(track: Track, recorded: Recorded, worded: Worded) -> Sayable:
    competence = recorded.standing.competence
    stored, overruled, notes = len(recorded.scores), recorded.overruled, recorded.notes
    return lines(
        of_competence(track, competence),
        _n("{count} indicator stored", "{count} indicators stored", stored) if stored else None,
        values_line(competence, recorded.scores, worded),
        _n("{count} note kept", "{count} notes kept", notes) if notes else None,
        notes_line(competence, recorded.noted),
        _n(
            "{count} of them was already overruled by a later score.",
            "{count} of them were already overruled by a later score.",
            overruled,
        )
        if overruled
        else None,
        standing_line(recorded.standing),
    )


def values_line(
    competence: Competence, said: Mapping[int, Score], worded: Worded
) -> Sayable | None:
    """Show the values said, by indicator number; nothing where there are none."""
    numbered = [
        (indicator.number, value_of(said[indicator.id]))
        for indicator in competence.indicators
        if indicator.id in said
    ]
    return worded.runs(numbered) if numbered else None


def notes_line(competence: Competence, notes: Mapping[int | None, str]) -> Sayable | None:
    """Show notes, each with the number that it is about."""
    numbers = {indicator.id: indicator.number for indicator in competence.indicators}
    named = [
        words(
            f"{competence.number}{f'.{numbers[place]}' if place else ''}",
            Quoted(short(text, NOTE_SHOWN)),
        )
        for place, text in notes.items()
    ]
    return lines(*named) if named else None


def say_stored_before(turn: Turn) -> Reply | None:
    """Say what a message that came twice stored the first time."""
    source = turn.said.ref
    entry = turn.uow.ledger.find_entry_of_source(turn.person.id, source) if source else None
    if entry is None:
        return None
    return Reply(_("This was stored: {title}", title=entry.title), ((undo_button(entry),),))
