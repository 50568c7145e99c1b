"""What stands on a button where a platform draws nothing but words."""

from bot.i18n import Voice
from bot.messages import Button

CHOSEN = "●"


def label_of(button: Button, voice: Voice) -> str:
    """Render a label; the one that is chosen in its row shows it without any colour."""
    label = voice.say(button.label)
    return f"{CHOSEN} {label}" if button.chosen else label
