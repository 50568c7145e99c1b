"""What is put in writing about placements: the rooms of the topic."""

from dataclasses import replace

from handlers.agreeing.agreements import routes as agreements
from handlers.agreeing.dated import SAID
from handlers.talking.routing.route import OnDesk, join

ROOMS = (agreements,)

ROUTES = replace(
    join(*(room.ROUTES for room in ROOMS)),
    dated={matter: OnDesk(says, opens) for matter, (says, opens) in SAID.items()},
)
