"""An incident at work, reported by a student, a mentor or a teacher."""

from bot.domain.supporting.incidents import INCIDENT_BY
from bot.domain.telling.asks import Asks
from bot.messages import _
from handlers.supporting.incidents.asked import IncidentAwaited, IncidentOffered, IncidentReady
from handlers.supporting.incidents.hearing import tapped_see, tell_incident_on, tell_seen
from handlers.supporting.incidents.in_words import type_incident
from handlers.supporting.incidents.reporting import (
    say_unsent_incident,
    show_incident,
    stand_ready,
    tapped_begin,
    tapped_of,
    tapped_send,
    typed_incident,
)
from handlers.supporting.incidents.taps import ReportOf, SeeIncident, SendIncident
from handlers.talking.routing.doors import BeginIncident
from handlers.talking.routing.offering import stand_offered
from handlers.talking.routing.route import CommandRoute, QuestionRoute, Routes, Words, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "incident",
            Words("incident ongeval ongeluk", "incident accident", "vorfall unfall"),
            show_incident,
            _("report an incident at work to the coach"),
            INCIDENT_BY,
            place=68,
        ),
    ),
    taps=(
        on(BeginIncident, tapped_begin),
        on(ReportOf, tapped_of),
        on(SendIncident, tapped_send),
        on(SeeIncident, tapped_see),
    ),
    questions=(
        asks(IncidentAwaited, typed_incident, any_words=True),
        QuestionRoute(IncidentOffered, stands=stand_offered, unkept=say_unsent_incident),
        QuestionRoute(IncidentReady, stands=stand_ready, unkept=say_unsent_incident),
    ),
    typed=type_incident,
    at_once={Asks.INCIDENT: tell_incident_on, Asks.INCIDENT_SEEN: tell_seen},
)
