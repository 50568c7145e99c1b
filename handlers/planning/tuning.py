"""Whether campus and work are tuned for a class group: gaps and overlap, for its coach."""

from collections.abc import Sequence

from bot.domain.planning.tuning import Tuning
from bot.domain.school.tracks import Role
from bot.messages import Day, Reply, Sayable, TuningPicture, TuningRow, _, _n, lines, words
from bot.showing.caption import caption_of
from bot.showing.tuning import LOOKED_AT, arranged_tuning, count_of, tuning_words
from bot.use_cases.planning.see_tuning import TunedClass, see_tuning
from handlers.planning.taps import ShowMatrix, ShowTuning
from handlers.talking.meaning.target import Group, groups_of, part_of_group
from handlers.talking.meaning.whom import Unclear, nobody
from handlers.talking.phrases import and_more
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

COMPETENCES = 8
"""Competences told of in words; the picture has them all."""


def list_tuned(turn: Turn) -> Sequence[Group]:
    """List the class groups of which this person is the coach. Raises Unclear without any."""
    groups = [own for group in groups_of(turn) if (own := coached(group)) is not None]
    if not groups:
        raise Unclear(Reply(_("Whether campus and work are tuned is for coaches.")))
    return groups


def coached(group: Group) -> Group | None:
    """Take of a class group what this person coaches."""
    own = tuple(track for track in group.tracks if Role.COACH in track.roles)
    return Group(group.name, own) if own else None


def show_tuning(turn: Turn, group: Group) -> Replies:
    """Answer `/tuning` about a class group."""
    seen = see_tuning(turn.uow, turn.person, group.tracks)
    return [_shown(turn, group, tuned) for tuned in seen] or [Reply(nobody(turn))]


def tapped_tuning(turn: Turn, tap: ShowTuning) -> Replies:
    """Show it of the class group of a button."""
    part = part_of_group(turn, tap.track)
    group = coached(part) if part else None
    return [Reply(nobody(turn))] if group is None else show_tuning(turn, group)


def _shown(turn: Turn, group: Group, tuned: TunedClass) -> Reply:
    picture = arranged_tuning(
        TuningPicture(
            title=words(group.name, tuned.programme.title, by=" · "),
            tunings=tuple(Tuning),
            rows=tuple(
                TuningRow(
                    line.competence.number,
                    line.competence.title,
                    tuple(map(line.tunings.count, Tuning)),
                )
                for line in tuned.lines
            ),
            day=Day(turn.at, full=True),
            under=_say_saved(tuned.saved),
        )
    )
    back = ((button(_("the whole plan"), ShowMatrix(tuned.tracks[0].id)),),)
    return Reply(lines(caption_of(picture), *_told(picture)), back, files=(picture,))


def _say_saved(saved: int | None) -> Sayable:
    """Say how many student-sessions the groups on campus saved, once any session was given."""
    if saved is None:
        return _("no session with groups yet")
    return _n("{count} student-session saved", "{count} student-sessions saved", saved)


def _told(picture: TuningPicture) -> list[Sayable]:
    """Say each competence that needs a look, the most needy first."""
    looked_at = [
        row for row in picture.rows if any(count_of(picture, row, tuning) for tuning in LOOKED_AT)
    ]
    told: list[Sayable] = [
        words(f"{row.number} {row.title}:", words(*tuning_words(picture, row), by=" · "))
        for row in looked_at[:COMPETENCES]
    ]
    if len(looked_at) > COMPETENCES:
        told.append(and_more("…", len(looked_at) - COMPETENCES))
    return told
