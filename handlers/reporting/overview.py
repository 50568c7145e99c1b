"""The coach's overview: the competences of one student by period and by perspective."""

from collections.abc import Sequence

from bot.domain.school.tracks import Track
from bot.domain.scoring.colours import Colour, verdicts_differ, who_differ
from bot.messages import (
    AtPhoto,
    Day,
    Joined,
    OverviewPicture,
    OverviewRow,
    Reply,
    Sayable,
    _,
    lines,
    words,
)
from bot.showing.caption import caption_of
from bot.showing.words.scores.colours import COLOUR_LETTER, COLOUR_MEANING
from bot.use_cases.reporting.see_overview import Stage, see_overview
from handlers.reporting.pictured import asides
from handlers.reporting.views import offer_views
from handlers.talking.meaning.whom import Unclear, nobody
from handlers.talking.phrases import ROLE_WORD, full_name
from handlers.talking.routing.doors import ShowOverview
from handlers.talking.turn import Replies, Turn

APART = "≠"
"""Beside the letters of views of which one says acquired and another not."""


def list_overseen(turn: Turn) -> Sequence[Track]:
    """List the tracks of which this person may see the overview: the coach's own.

    Raises Unclear without any.
    """
    if not turn.coached_tracks:
        text = _("The overview is for coaches: you are the coach of nobody at the moment.")
        raise Unclear(Reply(text))
    return turn.coached_tracks


def show_overview(turn: Turn, track: Track) -> Replies:
    """Answer `/overview` about a student."""
    return [_shown(turn, track)]


def tapped_overview(turn: Turn, tap: ShowOverview) -> Replies:
    """Show the overview of the student of a button: to a coach of that track only."""
    track = next((track for track in turn.coached_tracks if track.id == tap.track), None)
    return [_shown(turn, track) if track else Reply(nobody(turn))]


def _shown(turn: Turn, track: Track) -> Reply:
    turn.remember(track)
    picture = _described(turn, track, see_overview(turn.uow, turn.person.id, track))
    text = lines(
        caption_of(picture),
        _("In this order: {columns}.", columns=words(*picture.columns, by=" · ")),
        *(_line(picture, row) for row in picture.rows),
        _legend(picture),
        _("{sign} = one says acquired, another not", sign=APART),
    )
    return Reply(text, (offer_views(track, but=ShowOverview),), files=(picture,))


def _described(turn: Turn, track: Track, stages: Sequence[Stage]) -> OverviewPicture:
    now = stages[-1].report
    return OverviewPicture(
        title=f"{full_name(track)} · {now.programme.title}",
        columns=tuple(ROLE_WORD[role] for role in now.perspectives),
        periods=tuple(stage.photo.name if stage.photo else _("now") for stage in stages),
        rows=tuple(
            OverviewRow(
                row.competence.number,
                row.competence.title,
                tuple(_moment(stage, row.competence.id) for stage in stages),
            )
            for row in now.rows
        ),
        under=track.class_group,
        day=Day(turn.at, full=True),
    )


def _moment(stage: Stage, competence_id: int) -> AtPhoto:
    row = stage.report.by_competence.get(competence_id)
    if row is None:  # it came to the programme later
        return AtPhoto(tuple(None for _role in stage.report.perspectives))
    colours = tuple(row.colours[role] for role in stage.report.perspectives)
    sides = [row.sides[role] for role in stage.report.perspectives]
    return AtPhoto(
        colours, verdicts_differ(sides), asides(stage.report, row), apart=who_differ(sides)
    )


def _line(picture: OverviewPicture, row: OverviewRow) -> Sayable:
    heading = f"{row.number} {row.title}"
    if all(set(moment.colours) == {Colour.GREY} and not moment.aside for moment in row.moments):
        return lines(heading, words("  ", COLOUR_MEANING[Colour.GREY], by=""))
    moments = zip(picture.periods, row.moments, strict=True)
    said = (words(period, _letters(moment), _aside(moment)) for period, moment in moments)
    return lines(heading, words("  ", words(*said, by=" · "), by=""))


def _legend(picture: OverviewPicture) -> Sayable | None:
    """Say what each letter means that stands in the overview."""
    moments = (moment for row in picture.rows for moment in row.moments)
    seen = {colour for moment in moments if _says_something(moment) for colour in moment.colours}
    said = [words(COLOUR_LETTER[own], "=", COLOUR_MEANING[own]) for own in Colour if own in seen]
    return words(*said, by=" · ") if said else None


def _says_something(moment: AtPhoto) -> bool:
    """Say whether anything was scored by then."""
    return bool(set(moment.colours) - {Colour.GREY, None})


def _aside(moment: AtPhoto) -> Sayable:
    return words("(", moment.aside, ")", by="") if moment.aside else ""


def _letters(moment: AtPhoto) -> Sayable:
    if set(moment.colours) == {Colour.GREY}:
        return COLOUR_MEANING[Colour.GREY]
    letters = (COLOUR_LETTER[colour] if colour else "–" for colour in moment.colours)
    return Joined((*letters, APART if moment.diverges else ""))
