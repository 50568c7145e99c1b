"""What people may ask of what is kept of them: the rooms, each with what is said and tapped."""

from handlers.rights.contesting import routes as contesting
from handlers.rights.forgetting import routes as forgetting
from handlers.rights.having import routes as having
from handlers.rights.looking import routes as looking
from handlers.rights.noticing import routes as noticing
from handlers.talking.routing.route import join

ROOMS = (having, forgetting, contesting, looking, noticing)

ROUTES = join(*(room.ROUTES for room in ROOMS))
