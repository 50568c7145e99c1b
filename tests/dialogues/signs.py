"""A message without the words beside its signs and letters, for tests of what is read."""

import re

_OFTEN = "never|sometimes|regularly|nooit|soms|regelmatig"
_HOW = "alone|with support|not shown|zelfstandig|met ondersteuning|niet getoond"
_WORDS = re.compile(rf"(?<=[✗◐✓NSR]) (?:{_HOW}|{_OFTEN})(?:, (?:{_OFTEN}))?")


def in_signs(text: str) -> str:
    return _WORDS.sub("", text)
