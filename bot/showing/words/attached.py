"""What stands in words for a photo or a voice note, where it is not seen or heard itself."""

from bot.messages import _

FILE_WORD = {"photo": _("[photo]"), "voice": _("[voice note]")}
