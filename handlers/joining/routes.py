"""Joining: the first words, and what ends."""

from bot.domain.school.tracks import Role
from bot.messages import _
from handlers.joining.leaving import (
    seek_track,
    show_track,
    tapped_end,
    tapped_resume,
    tapped_track,
)
from handlers.joining.start import START, greet, tapped_first
from handlers.joining.taps import EndTrack, ResumeTrack, ShowTrack
from handlers.talking.routing.doors import BeginScoring
from handlers.talking.routing.route import About, CommandRoute, Routes, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "start",
            START[1:],
            greet,
        ),
        CommandRoute(
            "track",
            ("traject", "tracks"),
            About(seek_track, show_track),
            _("end a track, or take it up again"),
            frozenset({Role.COACH}),
            place=125,
        ),
    ),
    taps=(
        on(BeginScoring, tapped_first),
        on(ShowTrack, tapped_track),
        on(EndTrack, tapped_end),
        on(ResumeTrack, tapped_resume),
    ),
)
