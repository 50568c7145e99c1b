"""What is put in writing about a placement: the rooms of the topic, each with what it takes."""

from dataclasses import replace

from handlers.agreeing.agreements import routes as agreements
from handlers.agreeing.dated import SAID
from handlers.agreeing.mentor_courses import routes as mentor_courses
from handlers.agreeing.recognitions import routes as recognitions
from handlers.agreeing.signing import routes as signing
from handlers.talking.routing.route import OnDesk, join

ROOMS = (agreements, recognitions, mentor_courses, signing)

ROUTES = replace(
    join(*(room.ROUTES for room in ROOMS)),
    dated={matter: OnDesk(says, opens) for matter, (says, opens) in SAID.items()},
)
