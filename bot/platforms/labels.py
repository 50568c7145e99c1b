"""Buttons and forms in the reader's language, and what stands on one that is nothing but words."""

from typing import Any

from bot.i18n import Voice
from bot.messages import Button, Form

CHOSEN = "●"


def label_of(button: Button, voice: Voice) -> str:
    """Render a label; the one that is chosen in its row shows it without any colour."""
    label = voice.say(button.label)
    return f"{CHOSEN} {label}" if button.chosen else label


def rendered_button(button: Button, voice: Voice) -> dict[str, Any]:
    """Render a button; of one among several with whether it is chosen, and what it says in full."""
    whole: dict[str, Any] = {"label": voice.say(button.label), "code": button.code}
    if button.chosen is not None:
        whole["chosen"] = button.chosen
    if button.opens:
        whole["opens"] = button.opens
    if button.says:
        whole["says"] = voice.say(button.says)
    return whole


def rendered_form(form: Form, voice: Voice) -> dict[str, Any]:
    """Render a form."""
    return {
        "code": form.code,
        "title": voice.say(form.title),
        "fields": [
            {
                "name": field.name,
                "label": voice.say(field.label),
                "value": field.value,
                "choices": [
                    {"value": choice.value, "label": voice.say(choice.label)}
                    for choice in field.choices
                ],
            }
            for field in form.fields
        ],
    }
