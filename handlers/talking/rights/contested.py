"""What stands contested, said beside what it is about: both words, until it is settled."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.rights.contesting import Contest
from bot.domain.school.tracks import Role
from bot.messages import Day, Sayable, _


def say_contest(contest: Contest, reader_id: int = 0) -> Sayable:
    """Say who sees it otherwise, since when, and in which words; to themselves as their own."""
    if contest.by_id == reader_id:
        return _("You contest this ({day}): “{text}”", day=Day(contest.said_at), text=contest.text)
    return _(
        "{name} contests this ({day}): “{text}”",
        name=contest.by,
        day=Day(contest.said_at),
        text=contest.text,
    )


@dataclass(frozen=True, slots=True)
class StandingContests:
    """What stands contested of a track, for one reader: each is said beside what it is about.

    Without a reader it is for several: nobody is spoken to.
    """

    contests: Sequence[Contest]
    reader_id: int = 0

    def say_of_colour(self, competence_id: int, role: Role, *, in_depth: bool) -> Iterator[Sayable]:
        """Say what stands about a competence's colour in a view.

        Where single indicators are not shown, it is said of those as well.
        """
        for own in self.contests:
            what = own.what
            whole = what.indicator_id is None or not in_depth
            about = (what.note_id, what.competence_id, what.role) == (None, competence_id, role)
            if about and whole:
                yield say_contest(own, self.reader_id)

    def say_of_indicator(self, indicator_id: int, in_depth: Collection[Role]) -> Iterator[Sayable]:
        """Say what stands about an indicator, in the views in which it is shown singly."""
        for own in self.contests:
            what = own.what
            if what.note_id is None and what.indicator_id == indicator_id and what.role in in_depth:
                yield say_contest(own, self.reader_id)

    def say_of_note(self, note_id: int) -> Iterator[Sayable]:
        """Say what stands about a note."""
        found = (own for own in self.contests if own.what.note_id == note_id)
        return (say_contest(own, self.reader_id) for own in found)
