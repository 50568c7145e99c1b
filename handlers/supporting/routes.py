"""When things go otherwise: the rooms of the topic, each with what can be said and tapped in it."""

from handlers.supporting.absence import routes as absence
from handlers.supporting.handover import routes as handover
from handlers.supporting.incidents import routes as incidents
from handlers.supporting.measures import routes as measures
from handlers.supporting.stops import routes as stops
from handlers.supporting.substitutes import routes as substitutes
from handlers.talking.routing.route import join

ROOMS = (measures, absence, substitutes, incidents, stops, handover)

ROUTES = join(*(room.ROUTES for room in ROOMS))
