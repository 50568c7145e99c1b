"""The table of contents: the rooms of the house, each with what can be said and tapped in it."""

from handlers import home
from handlers.administering import routes as administering
from handlers.agreeing import routes as agreeing
from handlers.asking import routes as asking
from handlers.coaching import routes as coaching
from handlers.desk import routes as desk
from handlers.divergence import routes as divergence
from handlers.evaluating import routes as evaluating
from handlers.inducting import routes as inducting
from handlers.intervening import routes as intervening
from handlers.joining import routes as joining
from handlers.matching import routes as matching
from handlers.periods import routes as periods
from handlers.planning import routes as planning
from handlers.recognising import routes as recognising
from handlers.reflecting import routes as reflecting
from handlers.reporting import routes as reporting
from handlers.rights import routes as rights
from handlers.scoring import routes as scoring
from handlers.sector import routes as sector
from handlers.sector.totals import routes as totals
from handlers.supporting import routes as supporting
from handlers.talking import routes as talking
from handlers.talking.naming import routes as naming
from handlers.talking.places import routes as places
from handlers.talking.questions import routes as questions
from handlers.talking.routing.table import RouteTable
from handlers.visiting import routes as visiting

TOPICS = (
    scoring,
    reporting,
    periods,
    evaluating,
    divergence,
    recognising,
    reflecting,
    coaching,
    planning,
    joining,
    administering,
    rights,
    supporting,
    visiting,
    agreeing,
    intervening,
    asking,
    desk,
    inducting,
    matching,
    sector,
    totals,
    talking,
    naming,
    places,
    questions,
    home,
)

TABLE = RouteTable(topic.ROUTES for topic in TOPICS)
