"""The languages in which people are addressed, each by its own name."""

from collections.abc import Mapping

LANGUAGES = {"nl": "Nederlands", "en": "English"}


def spoken(language: str) -> str:
    """Give a language that we speak: the one asked for, or English until it is translated."""
    return language if language in LANGUAGES else "en"


def wording(texts: Mapping[str, str], language: str) -> str:
    """Choose among texts by language: the one asked for, else English, else the first there is."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()))
