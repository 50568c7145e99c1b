"""What the web page shows beside the talk: somebody's colours, and who that is to whom."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.school.tracks import Role, Track
from bot.messages import ReportPicture, Sayable, _, listed
from bot.ports import UnitOfWork
from bot.use_cases.reporting.see_report import see_report
from handlers.reporting.pictured import describe_report
from handlers.talking.phrases import ROLE_WORD, first_name
from handlers.talking.turn import remembered


def describe_board(uow: UnitOfWork, viewer_id: int, at: datetime) -> ReportPicture | None:
    """Describe the colours of the student whom somebody talks about, or of the first one.

    They are the colours as that person may see them; None for somebody around no student. `at` is
    aware.
    """
    tracks = {track.id: track for track in uow.tracks.list_of(viewer_id, at)}
    if not tracks:
        return None
    dialogue = uow.dialogues.read(viewer_id)
    about = dialogue.about_track if remembered(dialogue.about_at, at) else None
    track = tracks.get(about or 0, tracks[min(tracks)])
    return describe_report(see_report(uow, viewer_id, track), at)


def say_who(tracks: Sequence[Track]) -> Sayable:
    """Say in a short sentence who somebody is to whom."""
    roles = [role for role in Role if any(role in track.roles for track in tracks)]
    names = [first_name(track) for track in tracks]
    if roles == [Role.STUDENT]:
        return _("student in {group}", group=tracks[0].class_group)
    return _(
        "{roles} of {names}",
        roles=listed(ROLE_WORD[role] for role in roles),
        names=listed(dict.fromkeys(names)),
    )
