"""What people may ask of what is kept about them: what can be said and tapped."""

from handlers.rights.contesting import routes as contesting
from handlers.rights.looking import routes as looking
from handlers.rights.noticing import routes as noticing
from handlers.talking.routing.route import join

ROUTES = join(contesting.ROUTES, looking.ROUTES, noticing.ROUTES)
