"""'That is not right': asked what is not, with what can be done about it."""

from collections.abc import Iterator

from bot.domain.school.tracks import Role, Track
from bot.messages import Reply, Sayable, _, lines, listed
from bot.use_cases.talking.see_around import see_around
from handlers.talking.helping.examples import such_as
from handlers.talking.menu import menu_button
from handlers.talking.phrases import an_indicator, first_name
from handlers.talking.turn import Turn


def ask_what_is_wrong(turn: Turn) -> Reply:
    """Ask what is not right, and say how a score is corrected and how the coach reads of it."""
    return Reply(lines(*_ways(turn)), menu_button(turn))


def _ways(turn: Turn) -> Iterator[Sayable]:
    if not turn.scored_tracks:
        yield _("What is not right? You look on here: /report shows what each of them said.")
        return
    yield _("What is not right? Nothing was changed yet.")
    example = such_as(turn)
    yield _("A score of yours: say it again, and the newest counts. /undo takes the last one back.")
    if example is not None:
        yield example
    track = _spoken_of(turn)
    coaches = listed(_coaches(turn, track)) if track else ""
    if track is None or not coaches:
        yield _("What others said: write a note to the coach, between quotes behind a number.")
        return
    name = "" if track.scoring_role is Role.STUDENT else f"{first_name(track).lower()} "
    yield _(
        "What others said: write it to the coach, {names}, as a note such as: {example}",
        names=coaches,
        example=f'{name}{an_indicator(turn.programme(track))} "…"',
    )


def _spoken_of(turn: Turn) -> Track | None:
    """Find the student of the conversation, or the only one."""
    if turn.about in turn.scored_tracks:
        return turn.about
    return turn.scored_tracks[0] if len(turn.scored_tracks) == 1 else None


def _coaches(turn: Turn, track: Track) -> list[str]:
    return [who.name for who in see_around(turn.uow, track) if who.role is Role.COACH]
