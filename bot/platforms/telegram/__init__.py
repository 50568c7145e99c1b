"""Telegram: python-telegram-bot parses and sends; we decide when an update counts as received."""

import os

# The library's own switch: waits come as a timedelta, as in its next version; else it warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")
