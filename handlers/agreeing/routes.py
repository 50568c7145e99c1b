"""What is put in writing about a placement: the rooms of the topic, each with what it takes."""

from handlers.agreeing.agreements import routes as agreements
from handlers.agreeing.dated import SAID, say_dated, tap_dated
from handlers.agreeing.mentor_courses import routes as mentor_courses
from handlers.agreeing.recognitions import routes as recognitions
from handlers.talking.routing.route import OnDesk, Routes, join

ROOMS = (agreements, recognitions, mentor_courses)

ON_DESK = Routes(dated={matter: OnDesk(say_dated, tap_dated) for matter in SAID})

ROUTES = join(*(room.ROUTES for room in ROOMS), ON_DESK)
