"""What is said last of all to who was erased, in their language, and what emptied messages say."""

from collections.abc import Iterator

from bot.domain.telling.places import Place
from bot.i18n import Voice
from bot.messages import Sayable, _, _n, lines
from bot.ports.rights.erasing import Known
from bot.use_cases.rights.forgetting.erase_person import LastWords, Leaving

_DONE = _("It is done: what Kompaan kept about you is erased, and your name with it.")


def say_last(known: Known, leaving: Leaving) -> LastWords:
    """Put the last words in a chat, which is nobody's any more for whoever hears them."""
    said = _on_slack(leaving) if leaving.platform == Place.SLACK else _elsewhere(leaving)
    voice = Voice(known.language, "UTC", manner=known.manner)
    text = voice.say(lines(_DONE, *said))
    return LastWords(voice.say(_("(This message was deleted.)")), text)


def _on_slack(leaving: Leaving) -> Iterator[Sayable]:
    if leaving.deleted:
        yield _("All that I said here is being deleted.")
    yield _("What you wrote yourself stays with your school's Slack: ask there. Farewell.")


def _elsewhere(leaving: Leaving) -> Iterator[Sayable]:
    if leaving.deleted:
        yield _n(
            "{count} message of mine here is being deleted.",
            "{count} messages of mine here are being deleted.",
            leaving.deleted,
        )
    if leaving.emptied:
        yield _n(
            "{count} is too old to be deleted, and is emptied.",
            "{count} are too old to be deleted, and are emptied.",
            leaving.emptied,
        )
    yield _(
        "What you wrote yourself, and what I answered at once, stands in this chat until you "
        "delete it: I cannot do that. Farewell."
    )
