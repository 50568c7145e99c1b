"""The route: what the workplace and the campus contributed to each competence of one student."""

from collections.abc import Sequence

from bot.domain.school.tracks import Track
from bot.messages import Day, Reply, RoutePicture, RouteRow, Sayable, _, lines, words
from bot.showing.caption import caption_of
from bot.showing.route import planned_word, route_word
from bot.use_cases.reporting.see_route import Contributed, see_route, sees_route
from handlers.reporting.taps import ShowRoute
from handlers.reporting.views import offer_views
from handlers.talking.meaning.whom import Unclear, nobody
from handlers.talking.phrases import full_name
from handlers.talking.turn import Replies, Turn

NOT_SEEN = _(
    "The route shows what others say of single indicators: your mentor, your teacher and your "
    "coach see it. /report shows the colours."
)


def list_routes(turn: Turn) -> Sequence[Track]:
    """List the tracks of which this person may see the route.

    Raises Unclear, with the reason, where there are tracks but none of these.
    """
    tracks = [track for track in turn.tracks if sees_route(track)]
    if turn.tracks and not tracks:
        raise Unclear(Reply(NOT_SEEN))
    return tracks


def show_route(turn: Turn, track: Track) -> Replies:
    """Answer `/route` about a student."""
    return [_shown(turn, track)]


def tapped_route(turn: Turn, tap: ShowRoute) -> Replies:
    """Show the route of the student of a button."""
    track = turn.track(tap.track)
    if track is None:
        return [Reply(nobody(turn))]
    return [_shown(turn, track) if sees_route(track) else Reply(NOT_SEEN)]


def _shown(turn: Turn, track: Track) -> Reply:
    turn.remember(track)
    rows = tuple(map(_row, see_route(turn.uow, turn.person.id, track)))
    picture = RoutePicture(
        title=f"{full_name(track)} · {turn.programme(track).title}",
        rows=rows,
        under=track.class_group,
        day=Day(turn.at, full=True),
    )
    text = lines(
        caption_of(picture),
        _("For each competence: workplace + campus, of how many indicators."),
        *map(_line, rows),
    )
    return Reply(text, (offer_views(track, but=ShowRoute),), files=(picture,))


def _row(contributed: Contributed) -> RouteRow:
    competence, away = contributed.competence, len(contributed.not_at_work)
    return RouteRow(
        competence.number,
        competence.title,
        indicators=len(competence.indicators),
        workplace=len(contributed.workplace),
        campus=len(contributed.campus),
        both=len(contributed.workplace & contributed.campus),
        aside=_("{count} not at this workplace", count=away) if away else "",
        at_work=contributed.planned.planned_at_work,
        on_campus=contributed.planned.planned_on_campus,
    )


def _line(row: RouteRow) -> Sayable:
    if not row.workplace and not row.campus:
        silent = words(f"{row.number} {row.title}:", route_word(row))
        return words(silent, planned_word(row), row.aside, by=" · ")
    numbers = f"{row.number} {row.title}: {row.workplace} + {row.campus}"
    of = _("{numbers} of {total}", numbers=numbers, total=row.indicators)
    return words(words(of, route_word(row)), planned_word(row), row.aside, by=" · ")
