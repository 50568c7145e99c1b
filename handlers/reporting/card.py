"""One competence in depth: its colour per perspective, its indicators, and the notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.domain.school.frameworks import Competence, Indicator
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Day, Quoted, Reply, Sayable, _, colon, lines, words
from bot.ports import SeenNote
from bot.showing.words.prior import say_prior
from bot.use_cases.reporting.see_prior import see_prior
from bot.use_cases.reporting.see_report import Card, see_card
from bot.use_cases.rights.contesting.see_contests import see_contests
from handlers.reporting.pictured import describe_card
from handlers.reporting.sayings import WHO_AND_WHEN
from handlers.reporting.taps import ShowCard, ShowNotes, ShowSayings
from handlers.scoring.confirm import next_row
from handlers.talking.paging import BESIDE, pages_of, turning
from handlers.talking.phrases import (
    ROLE_WORD,
    aside,
    colour_phrase,
    of_competence,
    progress,
)
from handlers.talking.rights.contested import StandingContests
from handlers.talking.routing.doors import ContestColour
from handlers.talking.routing.tap import button
from handlers.talking.turn import Turn
from handlers.talking.worded import Worded


def draw_card(turn: Turn, track: Track, competence: Competence) -> Reply:
    """Draw the card of a competence, as this person may see it."""
    prior = see_prior(turn.uow, turn.person.id, track).get(competence.id)
    seen = replace(see_card(turn.uow, turn.person.id, track, competence), prior=prior)
    contests = StandingContests(see_contests(turn.uow, turn.person.id, track), turn.person.id)
    pages = _notes(seen.notes, competence, contests)
    more = turning(pages, 0, lambda page: ShowNotes(track.id, competence.id, page))
    who = button(WHO_AND_WHEN, ShowSayings(track.id, competence.id, 0))
    return Reply(
        lines(
            of_competence(track, competence),
            *(_perspective(seen, role, contests) for role in seen.perspectives),
            say_prior(prior),
            *_indicators(seen, contests),
            *_headed(track, pages[0]),
            *_evidence(turn, track, competence),
        ),
        (
            *((more,) if more else ()),
            *(((who,),) if seen.marks else ()),
            *_contest(seen),
            _ways(turn, track, competence),
            *next_row(track),
        ),
        files=(describe_card(track, seen, turn.programme(track), turn.at),),
    )


def show_notes(turn: Turn, track: Track, competence: Competence, page: int) -> Reply:
    """Show a page of the notes on a competence, the newest first; the first is on its card."""
    seen = see_card(turn.uow, turn.person.id, track, competence)
    contests = StandingContests(see_contests(turn.uow, turn.person.id, track), turn.person.id)
    pages = _notes(seen.notes, competence, contests)
    if not 0 < page < len(pages):
        return draw_card(turn, track, competence)
    ways = turning(pages, page, lambda other: ShowNotes(track.id, competence.id, other))
    text = lines(of_competence(track, competence), *_headed(track, pages[page]))
    return Reply(text, (ways, _ways(turn, track, competence)))


def _ways(turn: Turn, track: Track, competence: Competence) -> tuple[Button, ...]:
    """Lead to the competences beside this one, and to the report."""
    every = turn.programme(track).competences
    place = every.index(competence)
    before, after = every[max(place - 1, 0) : place], every[place + 1 : place + 2]
    return (
        *(button(f"‹ {other.number}", ShowCard(track.id, other.id)) for other in before),
        button(_("report"), ShowCard(track.id, 0)),
        *(button(f"{other.number} ›", ShowCard(track.id, other.id)) for other in after),
    )


def _evidence(turn: Turn, track: Track, competence: Competence) -> Iterator[Sayable]:
    """Name the indicators that answers are evidence for, with the day, as this viewer may read."""
    numbers = _numbers(competence)
    found = [
        words(f"{competence.number}.{numbers[indicator_id]}", words("(", Day(said_at), ")", by=""))
        for indicator_id, said_at in turn.uow.answer_reads.list_evidence(turn.person.id, track.id)
        if indicator_id in numbers
    ]
    if found:
        yield _("Evidence in answers (/reflect): {list}", list=words(*found, by=", "))


def _contest(seen: Card) -> tuple[tuple[Button, ...], ...]:
    """Let a student say that what others see is not right, where they have said anything."""
    track, competence = seen.track, seen.row.competence
    others = (role for role in seen.perspectives if role is not Role.STUDENT)
    if Role.STUDENT not in track.roles or not any(seen.row.counts[role].scored for role in others):
        return ()
    return ((button(_("not right?"), ContestColour(track.id, competence.id)),),)


def _perspective(seen: Card, role: Role, contests: StandingContests) -> Sayable:
    competence, counts, colour = seen.row.competence, seen.row.counts[role], seen.row.colours[role]
    in_depth = role in seen.in_depth
    contested = contests.say_of_colour(competence.id, role, in_depth=in_depth)
    said = words(
        words(ROLE_WORD[role], _authors(seen, role)),
        colour_phrase(colour),
        progress(colour, counts, competence),
        aside(counts, seen.row.indicators, in_depth=in_depth),
        by=" · ",
    )
    return lines(said, *contested)


def _authors(seen: Card, role: Role) -> Sayable | None:
    """Name who spoke for a perspective, and from which workplace: the newest counts."""
    voices = {(own.author, own.workplace) for own in seen.marks.values() if own.role is role}
    if not voices or role is Role.STUDENT:
        return None
    named = (words(author, workplace, by=", ") for author, workplace in sorted(voices))
    return words("(", words(*named, by=" / "), ")", by="")


def _indicators(seen: Card, contests: StandingContests) -> list[Sayable]:
    worded = Worded()
    shown = seen.row.competence.indicators if seen.in_depth else ()
    return [
        lines(
            _indicator(seen, indicator, worded),
            *contests.say_of_indicator(indicator.id, seen.in_depth),
        )
        for indicator in shown
    ]


def _indicator(seen: Card, indicator: Indicator, worded: Worded) -> Sayable:
    values = words(
        *(words(ROLE_WORD[role], _value(seen, indicator, role, worded)) for role in seen.in_depth),
        by=" · ",
    )
    return lines(f"{indicator.number}. {indicator.text}", words("   ", values, by=""))


def _value(seen: Card, indicator: Indicator, role: Role, worded: Worded) -> Sayable:
    shown = seen.marks.get((indicator.id, role))
    if shown is None:
        return "–"
    several = len({mark.author for mark in seen.marks.values() if mark.role is role}) > 1
    return words(worded.mark(shown.mark), words("(", shown.author, ")", by="") if several else None)


def _notes(
    notes: Sequence[SeenNote], competence: Competence, contests: StandingContests
) -> list[list[Sayable]]:
    numbers = _numbers(competence)
    said: list[Sayable] = [
        lines(_note(note, numbers, competence), *contests.say_of_note(note.id)) for note in notes
    ]
    return pages_of(said, first=BESIDE)


def _headed(track: Track, notes: Sequence[Sayable]) -> list[Sayable]:
    head = _("Notes (you read those of others as coach):") if track.in_two_roles else _("Notes:")
    return [head, *notes] if notes else []


def _note(note: SeenNote, numbers: Mapping[int, int], competence: Competence) -> Sayable:
    place = f"{competence.number}"
    if note.indicator_id is not None:
        place = f"{place}.{numbers[note.indicator_id]}"
    return words(
        place,
        ROLE_WORD[note.role],
        colon(note.author),
        Quoted(note.text),
        words("(", Day(note.said_at), ")", by=""),
    )


def _numbers(competence: Competence) -> dict[int, int]:
    """List the numbers of a competence's indicators, by their id."""
    return {indicator.id: indicator.number for indicator in competence.indicators}
