"""When things go otherwise: the rooms of the topic, each with what can be said and tapped in it."""

from handlers.supporting.measures import routes as measures
from handlers.talking.routing.route import join

ROOMS = (measures,)

ROUTES = join(*(room.ROUTES for room in ROOMS))
