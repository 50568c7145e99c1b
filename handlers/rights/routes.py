"""What people may ask of what is kept about them: what can be said and tapped."""

from handlers.rights.looking import routes as looking
from handlers.rights.noticing import routes as noticing
from handlers.talking.routing.route import join

ROUTES = join(looking.ROUTES, noticing.ROUTES)
