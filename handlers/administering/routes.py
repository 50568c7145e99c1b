"""Administering: what who runs a school's Kompaan does in the chat."""

from bot.domain.school.offices import Office
from bot.domain.telling.asks import Asks
from bot.messages import _
from handlers.administering.acts import tapped_acts
from handlers.administering.asked import PersonSought
from handlers.administering.education import (
    tapped_education,
    tapped_educations,
    tapped_set_education,
)
from handlers.administering.files.sent import (
    take_sent,
    tapped_ask,
    tapped_how_far,
    tapped_take,
    tell_done,
    tell_seen,
)
from handlers.administering.inviting import tapped_group, tapped_groups, tapped_invite
from handlers.administering.keeping import (
    tapped_keeping,
    tapped_keepings,
    tapped_set_keeping,
)
from handlers.administering.menu import show_admin, tapped_admin
from handlers.administering.naming import tapped_naming, tapped_set_naming
from handlers.administering.people import take_name, tapped_find, tapped_person
from handlers.administering.phones import tapped_close
from handlers.administering.placements import tapped_end, tapped_placements, tapped_resume
from handlers.administering.programmes.prior_rule import (
    tapped_prior_rule,
    tapped_prior_rules,
    tapped_set_prior_rule,
)
from handlers.administering.taps import (
    AskFile,
    ChangeStarter,
    ChangeTeachersCoach,
    ChangeTeam,
    CloseDevices,
    EndPlacement,
    FindPeople,
    InviteGroup,
    InviteSomebody,
    ResumePlacement,
    SetEducation,
    SetKeeping,
    SetNaming,
    SetPriorRule,
    ShowActs,
    ShowClassGroups,
    ShowEducation,
    ShowEducations,
    ShowFile,
    ShowKeeping,
    ShowKeepings,
    ShowNaming,
    ShowPerson,
    ShowPlacements,
    ShowPriorRule,
    ShowPriorRules,
    ShowTeachersCoaches,
    ShowTeam,
    TakeFile,
)
from handlers.administering.teachers.coaches import tapped_coach, tapped_coaches
from handlers.administering.teachers.starters import tapped_new
from handlers.administering.team import tapped_change, tapped_team
from handlers.administering.told.links import tell_links
from handlers.administering.told.seats import tell_seats
from handlers.talking.rights.guarded import guarded
from handlers.talking.routing.doors import OpenAdmin
from handlers.talking.routing.route import CommandRoute, Routes, Words, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "admin",
            Words("beheer", "gestion", "verwaltung"),
            guarded(show_admin),
            _("run Kompaan for the school: people, invitations, files"),
            frozenset(),
            place=200,
            offices=frozenset({Office.ADMINISTRATION}),
        ),
    ),
    taps=(
        on(OpenAdmin, guarded(tapped_admin)),
        on(FindPeople, guarded(tapped_find)),
        on(ShowPerson, guarded(tapped_person)),
        on(InviteSomebody, guarded(tapped_invite)),
        on(ShowClassGroups, guarded(tapped_groups)),
        on(InviteGroup, guarded(tapped_group)),
        on(CloseDevices, guarded(tapped_close)),
        on(ShowPlacements, guarded(tapped_placements)),
        on(EndPlacement, guarded(tapped_end)),
        on(ResumePlacement, guarded(tapped_resume)),
        on(ShowTeam, guarded(tapped_team)),
        on(ChangeTeam, guarded(tapped_change)),
        on(ShowTeachersCoaches, guarded(tapped_coaches)),
        on(ChangeTeachersCoach, guarded(tapped_coach)),
        on(ChangeStarter, guarded(tapped_new)),
        on(ShowActs, guarded(tapped_acts)),
        on(ShowNaming, guarded(tapped_naming)),
        on(SetNaming, guarded(tapped_set_naming)),
        on(ShowKeepings, guarded(tapped_keepings)),
        on(ShowKeeping, guarded(tapped_keeping)),
        on(SetKeeping, guarded(tapped_set_keeping)),
        on(ShowEducations, guarded(tapped_educations)),
        on(ShowEducation, guarded(tapped_education)),
        on(SetEducation, guarded(tapped_set_education)),
        on(ShowPriorRules, guarded(tapped_prior_rules)),
        on(ShowPriorRule, guarded(tapped_prior_rule)),
        on(SetPriorRule, guarded(tapped_set_prior_rule)),
        on(AskFile, guarded(tapped_ask)),
        on(TakeFile, guarded(tapped_take)),
        on(ShowFile, guarded(tapped_how_far)),
    ),
    questions=(asks(PersonSought, guarded(take_name)),),
    file=take_sent,
    at_once={
        Asks.FILE_SEEN: tell_seen,
        Asks.FILE_DONE: tell_done,
        Asks.SEATS: tell_seats,
        Asks.LINKS_MADE: tell_links,
    },
)
