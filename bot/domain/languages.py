"""The languages in which people are addressed, each by its own name."""

LANGUAGES = {"nl": "Nederlands", "en": "English"}
