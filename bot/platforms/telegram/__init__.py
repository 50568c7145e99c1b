"""Telegram: python-telegram-bot parses and sends; we decide when an update counts as received."""

import logging
import os

# The library's own switch: waits come as a timedelta, as in its next version; else it warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")

# Below this the library logs what is said to people.
logging.getLogger("telegram").setLevel(logging.INFO)
