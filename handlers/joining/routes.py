"""Joining: the first words, and what ends."""

from bot.domain.school.tracks import Role
from bot.domain.telling.asks import Asks
from bot.messages import _
from handlers.joining.devices import (
    show_devices,
    tapped_add,
    tapped_devices,
    tapped_disown,
    tapped_others,
    tell_device,
    tell_disowned,
)
from handlers.joining.devices import tapped_end as tapped_end_device
from handlers.joining.leaving import (
    seek_track,
    show_track,
    tapped_end,
    tapped_resume,
    tapped_track,
)
from handlers.joining.lost import (
    show_lost,
    tapped_hand,
    tapped_lost,
    tell_handed,
    tell_lost,
    type_lost,
)
from handlers.joining.start import START, greet, tapped_first
from handlers.joining.taps import (
    AddDevice,
    DisownDevice,
    EndDevice,
    EndOthers,
    EndTrack,
    HandLink,
    LosePhone,
    ResumeTrack,
    ShowTrack,
)
from handlers.talking.routing.doors import BeginScoring, ShowDevices
from handlers.talking.routing.route import About, CommandRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute("start", START, greet),
        CommandRoute(
            "track",
            Words("traject tracks", "trajet", "verlauf"),
            About(seek_track, show_track),
            _("end a track, or take it up again"),
            frozenset({Role.COACH}),
            place=125,
        ),
        CommandRoute("devices", Words("toestellen", "appareils", "geraete"), show_devices),
        CommandRoute(
            "lost",
            Words("kwijt", "perdu", "verloren verlegt"),
            show_lost,
            _("a phone is lost: close the chat on it"),
            frozenset({Role.COACH}),
            place=127,
        ),
    ),
    taps=(
        on(BeginScoring, tapped_first),
        on(ShowTrack, tapped_track),
        on(EndTrack, tapped_end),
        on(ResumeTrack, tapped_resume),
        on(ShowDevices, tapped_devices),
        on(EndDevice, tapped_end_device),
        on(EndOthers, tapped_others),
        on(AddDevice, tapped_add),
        on(DisownDevice, tapped_disown),
        on(LosePhone, tapped_lost),
        on(HandLink, tapped_hand),
    ),
    at_once={
        Asks.DEVICE: tell_device,
        Asks.DEVICE_DISOWNED: tell_disowned,
        Asks.PHONE_LOST: tell_lost,
        Asks.LINK_HANDED: tell_handed,
    },
    typed=type_lost,
)
