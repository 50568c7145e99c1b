"""Text rendered once, at sending: in the reader's language and time zone, as the school speaks."""

from bot.i18n.role_names import LOCALES
from bot.i18n.tongues import compiled_from
from bot.i18n.voice import Reader, Voice, said, voice_of

__all__ = ["LOCALES", "Reader", "Voice", "compiled_from", "said", "voice_of"]
