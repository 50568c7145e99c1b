"""The App Home: what is open, with the buttons that begin."""

from collections.abc import Sequence
from typing import Any

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.i18n import Voice
from bot.messages import Button, Reply, _
from bot.platforms.slack.drawing import SECTIONS, actions, pieces_of, section

BEGIN = (
    (
        Button(_("score"), "go:score"),
        Button(_("report"), "go:report"),
        Button(_("what is open"), "go:open"),
    ),
)
"""Buttons that work for as long as they are seen: a home stays as it is until it is opened."""


def home_of(replies: Sequence[Reply], voice: Voice, *, known: bool) -> dict[str, Any]:
    """Draw somebody's home; who is not known gets no buttons."""
    pieces = [piece for reply in replies for piece in pieces_of(voice.say(reply.text))]
    blocks: list[Block] = [section(piece) for piece in pieces[:SECTIONS]]
    if known:
        blocks += actions(BEGIN, voice, 1)
    return View(type="home", blocks=blocks).to_dict()
