"""The languages in which people are addressed, each by its own name."""

from collections.abc import Mapping

LANGUAGES = {"nl": "Nederlands", "fr": "Français", "de": "Deutsch", "en": "English"}

IN_SENTENCE = {**LANGUAGES, "fr": "français"}
"""What a language calls itself in a sentence of its own: French writes it small there."""


def spoken(language: str) -> str:
    """Find a language that we speak: of "fr-BE" French, and English where it is none of them."""
    plain = language.partition("-")[0].lower()
    return plain if plain in LANGUAGES else "en"


def wording(texts: Mapping[str, str], language: str) -> str:
    """Choose among texts by language: the one asked for, else English, else the first there is.

    A language may be asked for as it is formal, such as "de_formal": else it is said as usual.
    """
    plain = language.partition("_")[0]
    for wanted in (language, plain, "en"):
        if text := texts.get(wanted):
            return text
    return next(iter(texts.values()))
