"""The words we understand, in every language from everybody: commands, keywords, letters."""

from bot.domain.folding import fold
from bot.domain.scoring.scales import Coverage, Mastery

COMMANDS: dict[str, tuple[str, ...]] = {
    "start": ("start", "begin", "commencer", "starten"),
    "score": ("score", "scoor", "noter", "bewerten"),
    "today": ("today", "vandaag", "aujourdhui", "heute"),
    "reflect": ("reflect", "reflecteer", "reflechir", "reflektieren"),
    "report": ("report", "rapport", "bericht"),
    "next": ("next", "volgende", "suivant", "naechste"),
    "photo": ("photo", "foto"),
    "film": ("film",),
    "route": ("route", "leerroute", "parcours"),
    "class": ("class", "klas", "classe", "klasse"),
    "periods": ("periods", "periodes", "perioden"),
    "choose": ("choose", "kies", "choisir", "waehlen"),
    "tips": ("tips", "tip", "conseils", "tipps"),
    "lessons": ("lessons", "lessen", "cours", "unterricht"),
    "home": ("home", "thuis", "accueil", "startseite"),
    "open": ("open", "ouvert", "offen"),
    "focus": ("focus", "fokus"),
    "alerts": ("alerts", "signalen", "alertes", "meldungen"),
    "log": ("log", "logboek", "journal", "protokoll"),
    "overview": ("overview", "overzicht", "apercu", "uebersicht"),
    "raters": ("raters", "beoordelaars", "evaluateurs", "bewerter"),
    "undo": ("undo", "ongedaan", "annuler", "zurueck"),
    "cancel": ("cancel", "annuleer", "stop", "arreter", "abbrechen"),
    "help": ("help", "hulp", "aide", "hilfe"),
    "language": ("language", "taal", "langue", "sprache"),
    "settings": ("settings", "instellingen", "reglages", "einstellungen"),
}
"""Command → the words it goes by; the first is its own name, the same on every platform."""

KEYWORDS: dict[str, tuple[str, ...]] = {
    "all": ("all", "alle", "alles", "allemaal", "tout", "tous", "toutes"),
    "today": ("today", "vandaag", "aujourd'hui", "aujourdhui", "heute"),
    "same": ("same", "zelfde", "hetzelfde", "idem", "pareil", "gleich"),
    "focus": ("focus", "fokus"),
    "context": ("context", "contexte", "kontext"),
    "history": ("history", "geschiedenis", "historique", "verlauf"),
    "week": ("week", "semaine", "woche"),
    "done": ("done", "klaar", "fini", "termine", "fertig"),
    "none": ("none", "geen", "aucun", "keine"),
}
"""Keyword → its forms in English, Dutch, French and German."""

LETTERS: dict[str, Mastery | Coverage] = {
    **{mastery.value.lower(): mastery for mastery in Mastery},
    **{coverage.value.lower(): coverage for coverage in Coverage},
}
"""The letters of both scales; a hyphen leaves an indicator untouched."""

UNTOUCHED = "-"

_COMMAND_OF = {form: name for name, forms in COMMANDS.items() for form in forms}
_KEYWORD_OF = {form: name for name, forms in KEYWORDS.items() for form in forms}


def command_of(word: str) -> str | None:
    """Find the command that a word names, in any language."""
    return _COMMAND_OF.get(fold(word))


def keyword_of(word: str) -> str | None:
    """Find the keyword that a word is, in any language."""
    return _KEYWORD_OF.get(fold(word))
