"""Phrases that several conversations share: colours, marks, roles, a competence by name."""

from collections.abc import Iterable, Sequence

from bot.domain.planning.contexts import ComingContext, ContextInTurn
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.names import first_name_of
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.colours import Colour, Counts, colour_of
from bot.domain.scoring.scales import Mastery
from bot.messages import Day, Quoted, Sayable, Text, _, _n, lines, listed, words
from bot.showing.words.counts import not_here_words, progress_words
from bot.showing.words.scores.colours import COLOUR_LETTER, COLOUR_MEANING
from bot.use_cases.scoring.seeing.list_open import OpenTrack

COLOUR_SQUARE = {
    Colour.GREY: "⬜",
    Colour.RED: "🟥",
    Colour.ORANGE: "🟧",
    Colour.LIGHT_GREEN: "🟩",
    Colour.DARK_GREEN: "✅",
}
MASTERY_SIGN = {Mastery.NOT_SHOWN: "✗", Mastery.WITH_SUPPORT: "◐", Mastery.AUTONOMOUS: "✓"}
MASTERY_BUTTON = {
    Mastery.NOT_SHOWN: _("✗ not"),
    Mastery.WITH_SUPPORT: _("◐ with support"),
    Mastery.AUTONOMOUS: _("✓ alone"),
}
ROLE_WORD = {
    Role.STUDENT: _("student"),
    Role.MENTOR: _("mentor"),
    Role.TEACHER: _("teacher"),
    Role.COACH: _("coach"),
}
ROLE_LETTER = {Role.STUDENT: "s", Role.MENTOR: "m", Role.TEACHER: "t"}
"""How a button names a perspective."""

NORM = _(
    "Compare with somebody who starts in the trade, not with an expert. "
    "✗ not: does not occur or was not seen. ◐ with support: shown, but with help or not yet in "
    "every situation. ✓ alone: shown unprompted, in every situation. n/a here: cannot be seen in "
    "this place; a colour counts it as not shown, and says so."
)
TITLE_LENGTH = 42
SHORT_TITLE = 28
"""Letters of a title among others."""
TITLES = 2
"""Competences named of those with which to begin; of more only how many."""

STAFF_ONLY = _("{name} is a student or a mentor, and no teacher: nothing was stored.")
"""Why somebody neither coaches teachers nor is a new one."""


def short(title: str, length: int = TITLE_LENGTH) -> str:
    """Cut a title at a word where a button would become too long; a list of text has it whole."""
    if len(title) <= length:
        return title
    cut = title[: length - 1]
    blank = title.rfind(" ", length // 2, length)
    return (cut[:blank] if blank > 0 else cut).rstrip(" ,;:·–-") + "…"


def ticked(*what: Sayable, chosen: bool) -> Sayable:
    """Write something to choose on a button, with whether it is chosen."""
    return words("☑" if chosen else "☐", *what)


def first_name(track: Track) -> str:
    """Call a student by first name, and by more of it where this person has two of that name."""
    return track.shown or first_name_of(track.student)


def full_name(track: Track) -> str:
    """Name a student in full, with what tells apart where this person has two called so."""
    return track.shown if track.shown.startswith(f"{track.student} ") else track.student


def more_students(count: int) -> Text:
    """Say how many students were not named."""
    return _n("and {count} more student", "and {count} more students", count)


def and_more(named: Sayable, count: int) -> Sayable:
    """Say how many were not named, where there are such."""
    return words(named, _n("and {count} more", "and {count} more", count)) if count > 0 else named


def name_few(names: Sequence[Sayable], most: int) -> Sayable:
    """Name things, the first of them, and say how many more there are: 'and' stands once."""
    if len(names) <= most:
        return listed(names)
    return and_more(words(*names[:most], by=", "), len(names) - most)


def say_few(open_: OpenTrack, *, soon: bool = False) -> Sayable:
    """Say what to begin with of all that is open on a track; `soon` the photo is taken."""
    few = open_.few
    count = sum(len(part.waiting) for part in few)
    titles = [words(part.competence.number, Quoted(part.competence.title)) for part in few]
    named = and_more(words(*titles[:TITLES], by=", "), len(titles) - TITLES)
    if count == open_.count:
        return _n(
            "{count} indicator still waits: {competences}.",
            "{count} indicators still wait: {competences}.",
            count,
            competences=named,
        )
    if soon:
        return _("{count} indicators to begin with: {competences}.", count=count, competences=named)
    return _("{count} indicators for this week: {competences}.", count=count, competences=named)


ALL_OPEN = _("Everything that is open: /open")


def has_more(open_: OpenTrack) -> bool:
    """Say whether more is open on a track than the few to begin with."""
    return sum(len(part.waiting) for part in open_.few) < open_.count


def of_competence(track: Track, competence: Competence) -> Sayable:
    """Name a student and a competence: 'Jonas · 10 Lays conduits …'.

    Where a programme has several frameworks, its own one is named behind it.
    """
    named = f"{first_name(track)} · {competence.number} {competence.title}"
    return f"{named} · {competence.framework}" if competence.framework else named


def colour_phrase(colour: Colour) -> Sayable:
    """Say what a colour means, with its square: colour is never alone."""
    return words(COLOUR_SQUARE[colour], COLOUR_MEANING[colour])


def colour_cell(colour: Colour) -> Sayable:
    """Show a colour as a square with its letter."""
    return words(COLOUR_SQUARE[colour], COLOUR_LETTER[colour], by="")


def an_indicator(programme: Programme, here: int = 0) -> str:
    """Write an indicator's number for an example: of the competence here, or of the newest."""
    competence = programme.competence_by_id(here) or programme.competences[-1]
    return f"{competence.number}.{competence.indicators[0].number}"


def progress(colour: Colour, counts: Counts, competence: Competence) -> Text | None:
    """Say how far a competence has come up, beside its colour."""
    return progress_words(colour, counts.covered, len(competence.indicators))


def aside(counts: Counts, total: int, *, in_depth: bool = True) -> Sayable | None:
    """Say how much is not here: a colour counts it as not shown. Nothing where all is here."""
    return not_here_words(counts.not_here, counts.acquired if in_depth else None, total)


def colour_here(programme: Programme, competence: Competence, counts: Counts) -> Colour:
    """Find a competence's colour by the programme's cut-off."""
    return colour_of(len(competence.indicators), counts, programme.cut_off)


def spans(numbers: Sequence[int]) -> list[str]:
    """Write rising numbers with neighbours together: '1-3', '5'."""
    runs_: list[list[int]] = []
    for number in numbers:
        if runs_ and number == runs_[-1][1] + 1:
            runs_[-1][1] = number
        else:
            runs_.append([number, number])
    return [f"{first}" if first == last else f"{first}-{last}" for first, last in runs_]


def say_coming(programme: Programme, when: ComingContext, own: ContextInTurn) -> Sayable:
    """Say when a context comes up, and what it would bring: what it starts, and what it develops.

    Of several workplaces it says which, or elsewhere where this person is not told.
    """
    starts, develops = (
        listed(name_competences(programme, numbers)) for numbers in (own.starts, own.develops)
    )
    place = _("elsewhere") if when.elsewhere else when.workplace
    return lines(
        words(
            f"{own.context.number} {own.context.title}:",
            _("{first} to {last}", first=Day(when.begins_at), last=Day(when.ends_at)),
            words("(", place, ")", by="") if place else None,
        ),
        _("→ would bring {competences}", competences=starts) if own.starts else None,
        _("→ would go on with {competences}", competences=develops) if own.develops else None,
    )


def name_competences(programme: Programme, numbers: Iterable[int]) -> list[Sayable]:
    """Name competences by number and title, in short."""
    found = (programme.competence(number) for number in numbers)
    return [words(own.number, Quoted(short(own.title, SHORT_TITLE))) for own in found if own]
