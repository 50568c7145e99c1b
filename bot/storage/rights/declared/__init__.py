"""The privacy table: to whom the rows of each table lead, and what becomes of each column."""

from collections.abc import Mapping
from itertools import chain

from bot.domain.rights.declared import DeclaredTable
from bot.storage.rights.declared.scoring import SCORING

DECLARED: Mapping[str, DeclaredTable] = {table.name: table for table in chain(SCORING)}
"""Each table by its name."""
