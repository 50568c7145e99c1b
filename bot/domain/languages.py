"""The languages in which people are addressed, each by its own name."""

LANGUAGES = {"nl": "Nederlands", "en": "English"}


def spoken(language: str) -> str:
    """Give a language that we speak: of "nl-BE" Dutch, and English until it is translated."""
    plain = language.partition("-")[0].lower()
    return plain if plain in LANGUAGES else "en"
