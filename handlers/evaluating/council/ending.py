"""The end view in the chat: what a student takes along once the last photo was taken."""

from collections.abc import Sequence

from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import SEES_END_VIEW
from bot.messages import Reply, _, _n, lines, words
from bot.use_cases.evaluating.council.see_end_view import see_end_view
from handlers.evaluating.council.end_view import describe_end_view
from handlers.evaluating.council.phrases import bring
from handlers.evaluating.phrases import say_photo
from handlers.talking.meaning.whom import Unclear, nobody
from handlers.talking.phrases import first_name, full_name
from handlers.talking.routing.doors import ShowEndView
from handlers.talking.turn import Replies, Turn

NOT_FOR_YOU = _("The end view is the student's: who may see it, the student can tell you.")


def list_ending(turn: Turn) -> Sequence[Track]:
    """List the tracks of which this person may open the end view.

    Raises Unclear where there are tracks but none of these.
    """
    tracks = [
        track
        for track in turn.council_tracks
        if track.roles & SEES_END_VIEW and not track.looks_back
    ]
    if turn.tracks and not tracks:
        raise Unclear(Reply(NOT_FOR_YOU))
    return tracks


def show_end_view(turn: Turn, track: Track) -> Replies:
    """Answer `/endview` about a student."""
    return [_shown(turn, track)]


def tapped_end_view(turn: Turn, tap: ShowEndView) -> Replies:
    """Show the end view of the student of a button."""
    track = turn.council_track(tap.track)
    if track is None or track.looks_back:
        return [Reply(nobody(turn))]
    return [_shown(turn, track) if track.roles & SEES_END_VIEW else Reply(NOT_FOR_YOU)]


def _shown(turn: Turn, track: Track) -> Reply:
    turn.remember(track)
    own = Role.STUDENT in track.roles
    view = see_end_view(turn.uow, turn.person.id, track)
    if view is None:
        if own:
            return Reply(_("Your end view is there once the last photo was taken."))
        student = first_name(track)
        return Reply(
            _("The end view of {student} is there once the last photo was taken.", student=student)
        )
    text = lines(
        _("What you take along: your competences, how they came to be, and your own evidence.")
        if own
        else words(full_name(track), view.seen.report.programme.title, by=" · "),
        say_photo(view.seen.photo),
        _n(
            "{count} answer that you chose as evidence is not on it: you do not share it with all.",
            "{count} answers that you chose as evidence are not on it: you do not share them with "
            "all.",
            view.unshared,
        )
        if view.unshared
        else None,
    )
    return bring(text, describe_end_view(view, turn.at))
