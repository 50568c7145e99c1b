"""The App Home: what is open, the colours, and the buttons that begin."""

from collections.abc import Sequence
from typing import Any

from bot.i18n import Voice
from bot.messages import Reply
from bot.platforms.slack.drawing import SECTIONS, draw_buttons, draw_section, pieces_of

ROWS = 5
"""Rows of buttons on a home."""


def home_of(replies: Sequence[Reply], voice: Voice) -> dict[str, Any]:
    """Draw somebody's home; a home stays as it is until it is opened again."""
    pieces = [piece for reply in replies for piece in pieces_of(voice.say(reply.text))]
    blocks = [draw_section(piece) for piece in pieces[:SECTIONS]]
    rows = [row for reply in replies for row in reply.tapped]
    blocks += draw_buttons(rows, voice, ROWS)
    return {"type": "home", "blocks": blocks}
