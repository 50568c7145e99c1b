"""Evaluating: the rooms of the topic, each with what can be said and tapped in it."""

from handlers.evaluating.choosing import routes as choosing
from handlers.evaluating.council import routes as council
from handlers.evaluating.deciding import routes as deciding
from handlers.evaluating.deliberating import routes as deliberating
from handlers.talking.routing.route import join

ROOMS = (choosing, deliberating, deciding, council)

ROUTES = join(*(room.ROUTES for room in ROOMS))
