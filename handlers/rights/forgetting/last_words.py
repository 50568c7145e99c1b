"""What is said last of all to who was erased, in their language, and what emptied messages say."""

from bot.i18n import Voice
from bot.messages import _, _n, lines
from bot.ports.rights.erasing import Known
from bot.use_cases.rights.forgetting.erase_person import LastWords, Leaving


def say_last(known: Known, leaving: Leaving) -> LastWords:
    """Put the last words; the chat of whoever hears them is nobody's any more."""
    text = lines(
        _("It is done: what Kompaan kept about you is erased, and your name with it."),
        _n(
            "{count} message of mine here is being deleted.",
            "{count} messages of mine here are being deleted.",
            leaving.deleted,
        )
        if leaving.deleted
        else None,
        _n(
            "{count} is too old to be deleted, and is emptied.",
            "{count} are too old to be deleted, and are emptied.",
            leaving.emptied,
        )
        if leaving.emptied
        else None,
        _(
            "What you wrote yourself, and what I answered at once, stands in this chat until you "
            "delete it: I cannot do that. Farewell."
        ),
    )
    voice = Voice(known.language, "UTC", manner=known.manner)
    return LastWords(voice.say(_("(This message was deleted.)")), voice.say(text))
