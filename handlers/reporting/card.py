"""One competence in depth: its colour per perspective, its indicators, and the notes."""

from collections.abc import Iterator, Sequence

from bot.domain.school.frameworks import Competence, Indicator
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Day, Reply, Sayable, _, lines, words
from bot.ports import SeenMark, SeenNote
from bot.use_cases.reporting.see_report import Card, see_card
from handlers.reporting.pictured import card_picture
from handlers.scoring.confirm import next_row
from handlers.talking.phrases import ROLE_WORD, colour_phrase, mark_phrase, of_competence, progress
from handlers.talking.turn import Turn


def card(turn: Turn, track: Track, competence: Competence) -> Reply:
    """Draw the card of a competence, as this person may see it."""
    seen = see_card(turn.uow, turn.person.id, track, competence)
    return Reply(
        lines(
            of_competence(track, competence),
            *(_perspective(seen, role) for role in seen.perspectives),
            *(_indicator(seen, one) for one in competence.indicators if seen.in_depth),
            *_notes(seen.notes, competence),
            *_evidence(turn, track, competence),
        ),
        (_ways(turn, track, competence), *next_row(track)),
        files=(card_picture(track, seen),),
    )


def _ways(turn: Turn, track: Track, competence: Competence) -> tuple[Button, ...]:
    """Lead to the competences beside this one, and to the report."""
    every = turn.programme(track).competences
    place = every.index(competence)
    before, after = every[max(place - 1, 0) : place], every[place + 1 : place + 2]
    return (
        *(Button(f"‹ {one.number}", f"rc:{track.id}:{one.id}") for one in before),
        Button(_("report"), f"rc:{track.id}:0"),
        *(Button(f"{one.number} ›", f"rc:{track.id}:{one.id}") for one in after),
    )


def _evidence(turn: Turn, track: Track, competence: Competence) -> Iterator[Sayable]:
    """Name the indicators that answers are evidence for, with the day, as this viewer may read."""
    numbers = {one.id: f"{competence.number}.{one.number}" for one in competence.indicators}
    found = [
        words(numbers[indicator], words("(", Day(said_at), ")", by=""))
        for indicator, said_at in turn.uow.answer_reads.list_evidence(turn.person.id, track.id)
        if indicator in numbers
    ]
    if found:
        yield _("Evidence in answers (/reflect): {list}", list=words(*found, by=", "))


def _perspective(seen: Card, role: Role) -> Sayable:
    competence = seen.row.competence
    return words(
        words(ROLE_WORD[role], _authors(seen, role)),
        colour_phrase(seen.row.colours[role]),
        progress(seen.row.counts[role], competence),
        by=" · ",
    )


def _authors(seen: Card, role: Role) -> str:
    """Name who spoke for a perspective, and from which workplace: the newest counts."""
    voices = {
        f"{one.author}, {one.workplace}" if one.workplace else one.author
        for one in seen.marks.values()
        if one.role is role
    }
    return f"({' / '.join(sorted(voices))})" if voices and role is not Role.STUDENT else ""


def _indicator(seen: Card, indicator: Indicator) -> Sayable:
    values = words(
        *(words(ROLE_WORD[role], _value(seen, indicator, role)) for role in seen.in_depth),
        by=" · ",
    )
    return lines(f"{indicator.number}. {indicator.text}", words("   ", values, by=""))


def _value(seen: Card, indicator: Indicator, role: Role) -> Sayable:
    one: SeenMark | None = seen.marks.get((indicator.id, role))
    if one is None:
        return "–"
    several = len({other.author for other in seen.marks.values() if other.role is role}) > 1
    return words(mark_phrase(one.mark), f"({one.author})" if several else "")


def _notes(notes: Sequence[SeenNote], competence: Competence) -> list[Sayable]:
    if not notes:
        return []
    numbers = {one.id: one.number for one in competence.indicators}
    return [_("Notes:"), *(_note(one, numbers, competence) for one in notes)]


def _note(one: SeenNote, numbers: dict[int, int], competence: Competence) -> Sayable:
    place = f"{competence.number}"
    if one.indicator_id is not None:
        place = f"{place}.{numbers[one.indicator_id]}"
    return words(
        place,
        ROLE_WORD[one.role],
        f"{one.author}:",
        f"“{one.text}”",
        words("(", Day(one.said_at), ")", by=""),
    )
