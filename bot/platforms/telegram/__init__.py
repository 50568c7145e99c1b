"""Telegram: we read updates and decide when one counts as received; python-telegram-bot sends."""

import os

# The library's own switch: waits come as a timedelta, as in its next version; else it warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")
