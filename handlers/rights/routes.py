"""What people may ask of what is kept of them: the rooms, each with what is said and tapped."""

from handlers.rights.forgetting import routes as forgetting
from handlers.rights.having import routes as having
from handlers.talking.routing.route import join

ROOMS = (having, forgetting)

ROUTES = join(*(room.ROUTES for room in ROOMS))
