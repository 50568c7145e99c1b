"""What a file may be that an administrator sends in the chat, and how long it is kept."""

from datetime import timedelta

MOST_BYTES = 1_000_000
"""Bytes of a file (ours): a roster of thousands of placements. More is for the command line."""

MOST_NAME = 100
"""Characters of a file's name that are kept."""

KEPT_FOR = timedelta(days=1)
"""How long a file waits to be read in (ours); then it is deleted, and sent again if wanted."""
