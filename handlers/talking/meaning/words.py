"""The words we understand beside commands, in every language from everybody."""

import re
from enum import Enum

from bot.domain.folding import every_way, fold
from bot.domain.scoring.scales import Coverage, Mastery

KEYWORDS: dict[str, tuple[str, ...]] = {
    "all": ("all", "alle", "alles", "allemaal", "tout", "tous", "toutes"),
    "except": ("except", "behalve", "uitgezonderd", "uitgenomen", "sauf", "excepté", "außer"),
    "today": ("today", "vandaag", "aujourd'hui", "aujourdhui", "heute"),
    "same": ("same", "zelfde", "hetzelfde", "idem", "pareil", "gleich", "dasselbe"),
    "focus": ("focus", "fokus"),
    "context": ("context", "contexte", "kontext"),
    "history": ("history", "geschiedenis", "historique", "verlauf"),
    "week": ("week", "semaine", "woche"),
    "done": ("done", "klaar", "fini", "terminé", "fertig"),
    "skip": ("skip", "overslaan", "sla over", "passer", "sauter", "überspringen", "auslassen"),
    "yes": ("yes", "yep", "ok", "okay", "ja", "jawel", "jep", "juist", "oui", "ouais", "jo",
            "jawohl"),
    "no": ("no", "nope", "nee", "neen", "non", "nein"),
    "none": ("none", "geen", "aucun", "aucune", "keine", "keiner", "keins", "cancel", "annuleer",
             "annuler", "arrêter", "abbrechen"),
}  # fmt: skip
"""Keyword → its forms in English, Dutch, French and German."""

LETTERS: dict[str, Mastery | Coverage] = {
    **{mastery.value.lower(): mastery for mastery in Mastery},
    **{coverage.value.lower(): coverage for coverage in Coverage},
}
"""The letters of both scales; a hyphen leaves an indicator untouched."""

UNTOUCHED = "-"


class NotHere(Enum):
    """That an indicator cannot be seen in this place; it is typed as a word."""

    NOT_HERE = "nvt"


NOT_HERE = re.compile(
    r"(hier )?n\.?v\.?t\.?( hier)?|(n/a|n\.a\.)( here)?|not here|not applicable( here)?"
    r"|niet hier|hier niet|niet van toepassing|pas ici|ici pas|non applicable( ici)?|sans objet"
    r"|nicht hier|hier nicht|nicht zutreffend|trifft (hier )?nicht zu"
)
"""How it is written, folded."""


TOLD = {
    "✗": ("not shown", "niet getoond", "pas montré", "nicht gezeigt"),
    "◐": ("with support", "met ondersteuning", "avec aide", "mit Hilfe"),
    "✓": ("alone", "zelfstandig", "seul", "selbstständig", "alleen"),
    "N": ("never", "nooit", "jamais", "nie"),
    "S": ("sometimes", "soms", "parfois", "manchmal"),
    "R": ("regularly", "regelmatig", "régulièrement", "regelmäßig"),
}
"""The words that our own messages put beside signs and letters, in every language, or once did."""

_KEYWORD_OF = {form: name for name, forms in KEYWORDS.items() for form in every_way(forms)}


def keyword_of(word: str) -> str | None:
    """Find the keyword that a word is, in any language."""
    return _KEYWORD_OF.get(fold(word))


def is_yes_or_no(text: str) -> bool:
    """Say whether a text is a yes or a no, and nothing else."""
    return keyword_of(text.strip(" .,!")) in ("yes", "no")


_TOLD_WAYS = {
    sign: {*words, *every_way(words), *map(str.lower, words)} for sign, words in TOLD.items()
}
_WORDS = "|".join(sorted({re.escape(way) for ways in _TOLD_WAYS.values() for way in ways}))
_TOLD = re.compile(
    r'"[^"]*"|(?<!\w)(?P<said>[✗◐✓]?[NSR]?)'
    rf"(?P<words> (?:{_WORDS})(?:, (?:{_WORDS}))?)(?=[\s·,;.]|$)"
)


def without_told(text: str) -> str:
    """Put blanks where a word only repeats the sign or letter before it; a note stays as it is.

    Every other word stays, and so is read, or refuses the line: '✓ with support' is two values.
    """
    return _TOLD.sub(_blanked, text)


def _blanked(found: re.Match[str]) -> str:
    if found["words"] is None or not found["said"]:
        return found[0]
    meant = {word for sign in found["said"] for word in _TOLD_WAYS[sign]}
    told = found["words"].strip().split(", ")
    repeats = all(word in meant for word in told)
    return found["said"] + " " * len(found["words"]) if repeats else found[0]


_ALL_SAID = {
    *every_way((
        "that is all", "that's all", "that was all", "that is it", "that's it", "nothing more",
        "nothing else", "no more",
        "dat is alles", "dat was alles", "dat is het", "dat was het", "da's alles", "meer niet",
        "niets meer", "niks meer", "verder niets",
        "c'est tout", "ce sera tout", "voilà tout", "rien d'autre", "rien de plus",
        "das ist alles", "das war alles", "das war's", "das wars", "das wär's", "mehr nicht",
        "nichts mehr", "sonst nichts", "weiter nichts",
    )),
}  # fmt: skip


def is_all(text: str) -> bool:
    """Say whether a text says that nothing follows, and nothing else."""
    return fold(text).strip(" .,!") in _ALL_SAID
