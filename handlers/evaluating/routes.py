"""Evaluating: the rooms of the topic, each with what can be said and tapped in it."""

from handlers.evaluating.choosing import routes as choosing
from handlers.evaluating.deliberating import routes as deliberating
from handlers.talking.routing.route import join

ROOMS = (choosing, deliberating)

ROUTES = join(*(room.ROUTES for room in ROOMS))
