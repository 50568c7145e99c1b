"""The privacy table: to whom the rows of each table lead, and what becomes of each column."""

from collections.abc import Mapping, Sequence
from itertools import chain

from bot.domain.rights.declared import DeclaredTable
from bot.storage.rights.declared.administering import ADMINISTERING
from bot.storage.rights.declared.agreeing.agreements import AGREEMENTS
from bot.storage.rights.declared.agreeing.recognitions import RECOGNITIONS
from bot.storage.rights.declared.asked.intake import MATCHING
from bot.storage.rights.declared.asked.questionnaires import ASKING
from bot.storage.rights.declared.asked.questions import QUESTIONS
from bot.storage.rights.declared.desk.inducting import INDUCTING
from bot.storage.rights.declared.desk.notes import DESK
from bot.storage.rights.declared.desk.visiting import VISITING
from bot.storage.rights.declared.divergence import DIVERGENCE
from bot.storage.rights.declared.evaluating import EVALUATING
from bot.storage.rights.declared.joining import JOINING
from bot.storage.rights.declared.periods import PERIODS
from bot.storage.rights.declared.planning.campus import CAMPUS
from bot.storage.rights.declared.planning.plans import PLANNING
from bot.storage.rights.declared.programmes import PROGRAMMES
from bot.storage.rights.declared.reflecting.answers import REFLECTING
from bot.storage.rights.declared.reflecting.recognising import RECOGNISING
from bot.storage.rights.declared.rights import RIGHTS
from bot.storage.rights.declared.school import SCHOOL
from bot.storage.rights.declared.scoring import SCORING
from bot.storage.rights.declared.sectors.sectors import SECTOR
from bot.storage.rights.declared.sectors.totals import TOTALS
from bot.storage.rights.declared.supporting import SUPPORTING
from bot.storage.rights.declared.talking import TALKING
from bot.storage.rights.declared.telling import TELLING

EACH: Sequence[DeclaredTable] = tuple(
    chain(
        SCHOOL, PROGRAMMES, SCORING, DIVERGENCE, REFLECTING, RECOGNISING, PERIODS, EVALUATING,
        PLANNING, CAMPUS, VISITING, AGREEMENTS, RECOGNITIONS, INDUCTING, DESK, QUESTIONS, ASKING,
        MATCHING, TALKING, JOINING, TELLING, SUPPORTING, SECTOR, TOTALS, ADMINISTERING, RIGHTS,
    )
)  # fmt: skip
"""What the topics declare, in their order."""

DECLARED: Mapping[str, DeclaredTable] = {table.name: table for table in EACH}
"""Each table by its name."""
