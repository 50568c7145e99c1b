"""The colour report of one student, and the card of one competence, as the viewer may see them."""

from dataclasses import replace

from bot.domain.days import opening
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.colours import Colour
from bot.messages import Button, Day, Joined, Reply, ReportPicture, Sayable, _, lines, listed, words
from bot.showing.words.frameworks import say_frameworks
from bot.showing.words.prior import say_acquired_before, say_prior
from bot.showing.words.scores.colours import COLOUR_LETTER, COLOUR_MEANING
from bot.use_cases.reporting.see_growth import grown_since
from bot.use_cases.reporting.see_photo import photos_of
from bot.use_cases.reporting.see_prior import see_prior
from bot.use_cases.reporting.see_report import Report, ReportRow, see_report
from bot.use_cases.supporting.stops.see_stops import see_without_workplace
from handlers.reporting.card import draw_card, show_notes
from handlers.reporting.pictured import asides, describe_report
from handlers.reporting.taps import ShowCard, ShowNotes
from handlers.reporting.views import offer_views
from handlers.scoring.confirm import next_row
from handlers.scoring.marks import competence_of
from handlers.talking.meaning.seeking import seek
from handlers.talking.meaning.shorthand import TypedLine
from handlers.talking.meaning.whom import Sought, nobody
from handlers.talking.phrases import COLOUR_SQUARE, ROLE_WORD, colour_cell, full_name
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

BUTTONS = 48
"""How many competences are offered as buttons below a report; others are typed."""


def seek_report(turn: Turn, words: str) -> Sought[Track, TypedLine]:
    """Read of whom, and perhaps of which competence, `/report` asks the colours."""
    return seek(words, turn.tracks)


def show_report(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Answer `/report` about a student: all colours, or one competence."""
    turn.remember(track)
    if line.parts:
        return [draw_card(turn, track, competence_of(line.parts[0], turn.programme(track)))]
    return [draw_report(turn, track)]


def tapped_card(turn: Turn, tap: ShowCard) -> Replies:
    """Show the card of the competence that was tapped, or the report again, in its place."""
    track = turn.track(tap.track)
    if track is None:
        return [Reply(nobody(turn))]
    turn.remember(track)
    competence = turn.programme(track).competence_by_id(tap.competence)
    shown = draw_card(turn, track, competence) if competence else draw_report(turn, track)
    return [replace(shown, edit=True)]


def tapped_notes(turn: Turn, tap: ShowNotes) -> Replies:
    """Show another page of the notes on a competence, in the place of the one before."""
    track = turn.track(tap.track)
    competence = turn.programme(track).competence_by_id(tap.competence) if track else None
    if track is None or competence is None:
        return [Reply(nobody(turn))]
    turn.remember(track)
    return [replace(show_notes(turn, track, competence, tap.page), edit=True)]


def draw_report(turn: Turn, track: Track) -> Reply:
    """Draw all colours of a student, with what grew since the last photo."""
    prior = see_prior(turn.uow, turn.person.id, track)
    seen = replace(see_report(turn.uow, turn.person.id, track), prior=prior)
    taken = photos_of(turn.uow, track)
    grown = grown_since(turn.uow, turn.person.id, seen, taken[-1]) if taken else None
    shown = draw_colours(seen, describe_report(seen, turn.at, grown))
    text = lines(shown.text, _say_without_button(seen), _say_without_workplace(turn, track))
    return replace(shown, text=text, buttons=(*shown.buttons, *next_row(track)))


def _say_without_workplace(turn: Turn, track: Track) -> Sayable | None:
    stop = see_without_workplace(turn.uow, track)
    if stop is None:
        return None
    return _(
        "No workplace now: {workplace} stopped (last day {day}). What was scored stays, and no "
        "question comes after a workplace day.",
        workplace=stop.workplace,
        day=Day(opening(stop.said.last_day, turn.person.time_zone)),
    )


def draw_colours(seen: Report, picture: ReportPicture) -> Reply:
    """Draw a report as text with its legend, beside its picture, with a button per competence."""
    heading = _heading(seen)
    legend = words(
        *(
            words(COLOUR_SQUARE[colour], COLOUR_LETTER[colour], "=", COLOUR_MEANING[colour])
            for colour in COLOUR_MEANING
        ),
        by=" · ",
    )
    body = lines(*(_line(seen, row) for row in seen.rows))
    return Reply(
        lines(
            heading,
            body,
            *say_acquired_before(seen.programme, seen.prior),
            *say_frameworks(seen.programme),
            legend,
        ),
        _card_buttons(seen),
        files=(picture,),
    )


def _heading(seen: Report) -> Sayable:
    columns = [ROLE_WORD[role] for role in seen.perspectives]
    return lines(
        f"{full_name(seen.track)} · {seen.programme.title}",
        _(
            "In this order: {columns}. In brackets: how many have come up.",
            columns=words(*columns, by=" · "),
        ),
        _("You look on as {roles}.", roles=_roles(seen.track)) if _coaches(seen.track) else None,
    )


def _coaches(track: Track) -> bool:
    return Role.COACH in track.roles


def _roles(track: Track) -> Sayable:
    return listed(ROLE_WORD[role] for role in Role if role in track.roles)


def _line(seen: Report, row: ReportRow) -> Sayable:
    cells = [colour_cell(row.colours[role]) for role in seen.perspectives]
    line = words(
        Joined(tuple(cells), " "),
        f"{row.competence.number} {row.competence.title}",
        _covered(seen, row),
    )
    beside = (asides(seen, row), say_prior(seen.prior.get(row.competence.id)))
    return lines(line, *(words("  ", said, by="") for said in beside if said))


def _covered(seen: Report, row: ReportRow) -> Sayable:
    """Say how many have come up in each perspective; in words where nothing was said at all."""
    counts = [row.counts[role].covered for role in seen.perspectives]
    if not any(counts) and {row.colours[role] for role in seen.perspectives} == {Colour.GREY}:
        return words("(", COLOUR_MEANING[Colour.GREY], ")", by="")
    return _("({covered} of {total})", covered="/".join(map(str, counts)), total=row.indicators)


def _say_without_button(seen: Report) -> Sayable | None:
    """Say how a competence is asked for that has no button any more."""
    if len(seen.rows) <= BUTTONS:
        return None
    return _(
        "The first {count} have a button; of others you type the number: /report {number}",
        count=BUTTONS,
        number=str(seen.rows[BUTTONS].competence.number),
    )


def _card_buttons(seen: Report) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        button(f"{row.competence.number}", ShowCard(seen.track.id, row.competence.id))
        for row in seen.rows[:BUTTONS]
    ]
    rows = (tuple(buttons[at : at + 8]) for at in range(0, len(buttons), 8))
    return (*rows, offer_views(seen.track, but=ShowCard))
