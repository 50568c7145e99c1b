"""Planning: the rooms of the topic, each with what can be said and tapped in it."""

from handlers.planning.activities import routes as activities
from handlers.planning.campus import routes as campus
from handlers.planning.contexts import routes as contexts
from handlers.planning.gaps import routes as gaps
from handlers.planning.lessons import routes as lessons
from handlers.planning.matrix import routes as matrix
from handlers.planning.mirror import routes as mirror
from handlers.planning.scenarios import routes as scenarios
from handlers.planning.training_plans import routes as training_plans
from handlers.talking.routing.route import join

ROOMS = (
    lessons,
    matrix,
    activities,
    training_plans,
    contexts,
    scenarios,
    campus,
    mirror,
    gaps,
)

ROUTES = join(*(room.ROUTES for room in ROOMS))
