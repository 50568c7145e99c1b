"""A coach's week: the small differences, who is silent before a photo, gaps and overlaps."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.domain.divergence.kinds import DivergenceKind, Route
from bot.domain.school.tracks import Track
from bot.messages import Sayable, _, _n, lines, words
from bot.ports.divergence import Alert
from bot.ports.telling.errands import Errand
from bot.use_cases.divergence.see_silence import silent_on
from handlers.divergence.named import KIND_WORD
from handlers.talking.menu import RunCommand
from handlers.talking.phrases import ROLE_WORD, first_name
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

STUDENTS = 25
"""Students named in one overview; of more only the number."""


def tell_digest(turn: Turn, _errands: Sequence[Errand]) -> MessagePart | None:
    """Say the overview of a coach's week; nothing where there is nothing to tell."""
    tracks = turn.coached_tracks
    standing = turn.uow.alerts.list_open([track.id for track in tracks])
    said = [part for track in tracks if (part := _student(turn, track, standing)) is not None]
    if not said:
        return None
    more = len(said) - STUDENTS
    text = lines(
        _("Your week: smaller differences, for when you have time."),
        *said[:STUDENTS],
        _n("and {count} more student", "and {count} more students", more) if more > 0 else None,
        _open(standing),
    )
    return MessagePart(text, ((button(_("alerts"), RunCommand("alerts")),),))


def _open(standing: Sequence[Alert]) -> Sayable | None:
    loud = sum(alert.standing.route is Route.ALERT for alert in standing)
    return _n("{count} alert stands open.", "{count} alerts stand open.", loud) if loud else None


def _student(turn: Turn, track: Track, standing: Sequence[Alert]) -> Sayable | None:
    said = [*_standing(turn, track, standing), *_silent(turn, track)]
    return words(f"{first_name(track)}:", words(*said, by=" · ")) if said else None


def _standing(turn: Turn, track: Track, standing: Sequence[Alert]) -> Iterator[Sayable]:
    """Name the competences of each sort, the most urgent sort first."""
    numbers = {competence.id: competence.number for competence in turn.programme(track).competences}
    quiet: dict[DivergenceKind, list[int]] = defaultdict(list)
    for alert in standing:
        if (
            alert.track_id == track.id
            and alert.standing.route is Route.DIGEST
            and alert.competence_id in numbers
        ):
            quiet[alert.standing.kind].append(numbers[alert.competence_id])
    for kind in DivergenceKind:
        if quiet[kind] and kind is not DivergenceKind.SILENCE:  # looked up when this is sent
            yield words(
                words(KIND_WORD[kind], ":", by=""), ", ".join(map(str, sorted(quiet[kind])))
            )


def _silent(turn: Turn, track: Track) -> Iterator[Sayable]:
    for role, numbers in silent_on(turn.uow, track, turn.at).items():
        yield _(
            "{role} has said nothing on {numbers}",
            role=ROLE_WORD[role],
            numbers=", ".join(map(str, numbers)),
        )
