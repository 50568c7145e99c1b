"""A form drawn as a modal: all its questions at once, sent once."""

import json
from typing import Any

from bot.i18n import Voice
from bot.messages import Choice, Field, Form, Sayable, _
from bot.platforms.slack.drawing import SECTIONS, Block, draw_plain, draw_section, pieces_of

FORM = "form"
"""The callback id of our modals."""
TITLE = 24
LABEL = 2000
MOST_BLOCKS = 100
LARGEST = 250_000
RADIO = 10
"""Choices that radio buttons can offer: one tap each, where a menu takes two."""

SAVE = _("Save")
CLOSE = _("Close")


def modal_of(
    form: Form, voice: Voice, channel: str = "", ts: str = "", thread: str = ""
) -> dict[str, Any] | None:
    """Draw a form; None where it is too large, so that the message's buttons must do.

    `channel` and `ts` name the message that is edited once the form is sent, `thread` the one
    below which it stands.
    """
    about = json.dumps({"code": form.code, "channel": channel, "ts": ts, "thread": thread})
    title = voice.say(form.title)
    # The modal's own title is too short for a competence.
    blocks = [draw_section(next(pieces_of(title)))]
    blocks += [_draw_question(field, voice) for field in form.fields]
    if len(blocks) > MOST_BLOCKS:
        return None
    view = {
        "type": "modal",
        "callback_id": FORM,
        "title": draw_plain(title, TITLE),
        "submit": draw_plain(voice.say(SAVE), TITLE),
        "close": draw_plain(voice.say(CLOSE), TITLE),
        "blocks": blocks,
        "private_metadata": about,
    }
    return view if len(json.dumps(view)) < LARGEST else None


def tell_in_modal(text: Sayable, voice: Voice) -> dict[str, Any]:
    """Draw a sentence above a form that stays as it was filled in."""
    return {
        "type": "modal",
        "title": draw_plain("Kompaan", TITLE),
        "close": draw_plain(voice.say(_("‹ back")), TITLE),
        "blocks": [draw_section(piece) for piece in list(pieces_of(voice.say(text)))[:SECTIONS]],
    }


def _draw_question(field: Field, voice: Voice) -> Block:
    options = {choice.value: _draw_option(choice, voice) for choice in field.choices}
    before = options.get(field.value)
    return {
        "type": "input",
        "block_id": field.name,
        "label": draw_plain(voice.say(field.label), LABEL),
        "element": {
            "type": "radio_buttons" if len(options) <= RADIO else "static_select",
            "action_id": "v",
            "options": list(options.values()),
            **({"initial_option": before} if before else {}),
        },
        "optional": True,
    }


def _draw_option(choice: Choice, voice: Voice) -> Block:
    return {"text": draw_plain(voice.say(choice.label)), "value": choice.value}
