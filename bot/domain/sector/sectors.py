"""A sector: the trade's own organisation, the fifth actor around dual learning.

Source: document 004, chapter 2 §2 (the actors) and chapter 3 §6 d (own competences).
"""

import re
from dataclasses import dataclass

CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,23}")
"""How a sector is written where it is typed: small letters, digits and hyphens."""

LONGEST_SECTOR = 60
"""Characters of a sector's name (ours): it stands on a button."""


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector with which a school works."""

    id: int
    organisation_id: int
    code: str
    name: str


def code_of(name: str) -> str:
    """Make a code of a folded name: its words, joined; empty where none of it can stand in one."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:24].strip("-")
