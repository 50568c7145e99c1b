"""What stands contested, said beside what it is about: both words, until it is settled."""

from collections.abc import Collection, Iterator, Sequence

from bot.domain.rights.contesting import Contest
from bot.domain.school.tracks import Role
from bot.messages import Day, Sayable, _


def say_contest(contest: Contest) -> Sayable:
    """Say who sees it otherwise, since when, and in which words."""
    return _(
        "{name} contests this ({day}): “{text}”",
        name=contest.by,
        day=Day(contest.said_at),
        text=contest.text,
    )


def say_of_colour(
    contests: Sequence[Contest], competence_id: int, role: Role, *, in_depth: bool
) -> Iterator[Sayable]:
    """Say what stands about a competence's colour in a view.

    Where single indicators are not shown, it is said of those as well.
    """
    for own in contests:
        what = own.what
        whole = what.indicator_id is None or not in_depth
        about = (what.note_id, what.competence_id, what.role) == (None, competence_id, role)
        if about and whole:
            yield say_contest(own)


def say_of_indicator(
    contests: Sequence[Contest], indicator_id: int, in_depth: Collection[Role]
) -> Iterator[Sayable]:
    """Say what stands about an indicator, in the views in which it is shown singly."""
    for own in contests:
        what = own.what
        if what.note_id is None and what.indicator_id == indicator_id and what.role in in_depth:
            yield say_contest(own)


def say_of_note(contests: Sequence[Contest], note_id: int) -> Iterator[Sayable]:
    """Say what stands about a note."""
    return (say_contest(own) for own in contests if own.what.note_id == note_id)
