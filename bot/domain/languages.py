"""The languages in which people are addressed, each by its own name."""

LANGUAGES = {"nl": "Nederlands", "en": "English"}


def spoken(language: str) -> str:
    """Give a language that we speak: the one asked for, or English until it is translated."""
    return language if language in LANGUAGES else "en"
