"""Lines that work, about who is talked of."""

from bot.domain.school.tracks import Role, Track
from bot.messages import Sayable, _, words
from handlers.talking.phrases import an_indicator, first_name
from handlers.talking.turn import Turn


def such_as(turn: Turn) -> Sayable | None:
    """One line that works, about the student of the conversation or the only one."""
    tracks = turn.scored_tracks
    track = turn.about if turn.about in tracks else tracks[0] if len(tracks) == 1 else None
    if track is None:
        return None
    here = turn.question.here if turn.question else 0
    example = f"{_called(track)}{an_indicator(turn.programme(track), here)} v"
    return _("A score is typed such as: {example}", example=example)


def list_examples(turn: Turn) -> list[Sayable]:
    """Lines that score, about the student of the conversation or the first one."""
    about = turn.about if turn.about in turn.scored_tracks else None
    track = about or next(iter(turn.scored_tracks), None)
    if track is None:
        return [_("/report shows the colours.")]
    competence = turn.programme(track).competences[-1]
    name, number = _called(track), competence.number
    first, last = competence.indicators[0].number, competence.indicators[-1].number
    whole = _("{line} all v", line=f"  {name}{number}")
    return [
        words(whole, f", {last}x" if first != last else None, by=""),
        f"  {name}{number}.{first} l",
        *(f"  {group} {number}.{first} v" for group in _taught(turn)),
        f"  {name}{number} {('vlx' * len(competence.indicators))[: len(competence.indicators)]}",
        _("  (x not, l with support, v alone; n never, s sometimes, r regularly)"),
    ]


def _taught(turn: Turn) -> list[str]:
    """The class group of a teacher's first track, for an example of a line about all of it."""
    return [track.class_group for track in turn.tracks if track.scoring_role is Role.TEACHER][:1]


def _called(track: Track) -> str:
    return "" if track.scoring_role is Role.STUDENT else f"{first_name(track).lower()} "
