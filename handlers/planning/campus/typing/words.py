"""The words with which lessons in groups are decided on by typing, in every language."""

import re
from collections.abc import Iterable

from bot.domain.folding import every_way

CONFIRM = (
    "confirm", "ok", "bevestig", "bevestigen", "akkoord",
    "confirmer", "confirme", "confirmez", "d'accord",
    "bestätigen", "bestätige", "bestätigt", "einverstanden",
)  # fmt: skip
LOCK = ("lock", "vast", "vastzetten", "fixer", "bloquer", "festhalten", "festlegen", "fest")
FREE = ("unlock", "los", "losmaken", "libérer", "débloquer", "lösen", "freigeben")
SKIP = (
    "skip", "overslaan", "sla over", "sauter", "passer", "überspringen", "auslassen",
)  # fmt: skip
PLAN_ANEW = (
    "again", "plan again", "opnieuw", "plan opnieuw", "planifier à nouveau", "replanifier",
    "de nouveau", "à nouveau", "neu", "neu planen", "noch einmal planen",
)  # fmt: skip
SETTINGS = ("settings", "instellingen", "how", "réglages", "einstellungen")
GIVEN = (
    "given", "as planned", "gegeven", "zoals gepland",
    "donné", "comme prévu", "a été donné", "il a été donné",
    "stattgefunden", "hat stattgefunden", "wie geplant", "gehalten",
)  # fmt: skip
NOT_GIVEN = (
    "not given", "niet gegeven",
    "pas donné", "n'a pas été donné", "il n'a pas été donné", "n'a pas eu lieu", "pas eu lieu",
    "nicht stattgefunden", "hat nicht stattgefunden", "fand nicht statt", "er fand nicht statt",
    "nicht gehalten", "ausgefallen",
)  # fmt: skip
AWAY = (
    "away", "afwezig", "weg", "absent", "absente", "absents", "absentes", "abwesend", "fehlt",
    "fehlen",
)  # fmt: skip
UNREACHED = (
    "not reached", "niet bereikt", "pas atteint", "pas atteinte", "non atteint", "non atteinte",
    "nicht erreicht", "nicht geschafft",
)  # fmt: skip
VALUES = {
    "groups": ("groups", "groepjes", "groupes", "gruppen"),
    "size": ("size", "grootte", "taille", "größe", "grösse"),
    "class": ("class", "klas", "classe", "klasse"),
}
"""What of a class group's lessons is set by a number."""

TAKES = ("takes", "needs", "vraagt", "demande", "prend", "braucht", "verlangt")
BECOMES = ("to", "into", "naar", "wordt", "vers", "devient", "nach", "zu", "wird")
"""Before a number that comes instead; not French 'en' and 'à': in Dutch '8 en 10' are both."""

TO = ("to", "naar", "bij", "op", "vers", "à", "chez", "sur", "nach", "zu", "bei", "auf")
OWN = (
    "own", "alone", "eigen", "zelf", "seul", "seule", "autonome", "propre", "allein", "alleine",
    "eigene", "selbst", "selbstständig",
)  # fmt: skip


def any_of(words: Iterable[str]) -> str:
    """Write a pattern that finds each of some words, folded, the longest first."""
    ways = sorted(every_way(words), key=len, reverse=True)
    return "|".join(map(re.escape, ways))
