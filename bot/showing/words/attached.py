"""What stands in words for a photo, a voice note or a file, where it is not seen itself."""

from bot.messages import _

FILE_WORD = {"photo": _("[photo]"), "voice": _("[voice note]"), "document": _("[file]")}
