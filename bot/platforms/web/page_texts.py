"""What every page says beside its messages, by the names that its HTML and its scripts use.

What a script fills in later stands as an argument that renders to itself, in braces.
"""

from bot.messages import Text, _
from bot.showing.words.scores.colours import COLOUR_LETTER, COLOUR_MEANING

SAID_IN_CHATS: dict[str, Text] = {
    **{f"letter_{colour.value}": letter for colour, letter in COLOUR_LETTER.items()},
    **{f"means_{colour.value}": meaning for colour, meaning in COLOUR_MEANING.items()},
    "cell": _(
        "{who}: {meaning}. {covered} of {indicators} came up.",
        who="{who}",
        meaning="{meaning}",
        covered="{covered}",
        indicators="{indicators}",
    ),
    "competence": _("competence"),
    "as_text": _("The same in words"),
    "enlarge": _("Enlarge this picture"),
    "play": _("Play"),
    "pause": _("Pause"),
    "moment": _("Moment of the film"),
    "full_size": _("Full size"),
    "close": _("Close"),
    "download": _("Download {name}", name="{name}"),
    "on_a_form": _("All on one form"),
    "form_sent": _("Sent"),
    "send": _("Send"),
    "first_student": _("/report /score /today /help"),
    "first_mentor": _("/score /report /open /help"),
    "first_teacher": _("/score /report /open /help"),
    "first_coach": _("/report /help"),
}
"""What is said within a chat, in its own language, which may be another than the page's."""

CHAT_TEXTS: dict[str, Text] = {
    **SAID_IN_CHATS,
    "needs_script": _("This page needs JavaScript."),
    "offline": _("The connection is gone. Trying again …"),
    "chat_of": _("Chat of {name}", name="{name}"),
    "message": _("Message"),
    "attach": _("Attach a photo or a voice note"),
    "detach": _("Leave out {name}", name="{name}"),
    "not_attached": _(
        "{name} was left out: I take photos and voice notes of 3 MB at most.", name="{name}"
    ),
    "stored": _("stored"),
    "not_sent": _("Not sent."),
    "send_again": _("Send again"),
    "no_answer": _("The server does not answer."),
    "not_loaded": _("This chat could not be loaded."),
    "newer": _("New messages"),
    "earlier": _("Earlier messages"),
    "empty": _("Nothing was said here yet. Type, or begin with one of these."),
}
