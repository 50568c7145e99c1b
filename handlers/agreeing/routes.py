"""What is put in writing about placements: the rooms of the topic."""

from handlers.agreeing.agreements import routes as agreements
from handlers.talking.routing.route import join

ROOMS = (agreements,)

ROUTES = join(*(room.ROUTES for room in ROOMS))
