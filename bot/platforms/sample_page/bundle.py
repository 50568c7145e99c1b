"""What the sample's page is made of, and what it says of a class of a school's own."""

from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from secrets import token_hex

from bot.platforms.sample_page.chat import OwnClass
from bot.platforms.sample_page.page_texts import SAMPLE_TEXTS, texts_of_class
from bot.platforms.web.page_files import SCRIPT, STYLE, Bundle
from bot.platforms.web.page_texts import CHAT_TEXTS, SAID_IN_CHATS

SCORED, SCORES = 10, "vvlvxvvvvlvvv"
"""What the guide scores in the sample: a competence, and a letter for each of its indicators."""

SAMPLE_BUNDLE = Bundle(
    folder=Path(__file__).parent / "page",
    sheets={
        STYLE: (
            *("colours", "chat", "frame", "clock", "messages"),
            *("fields", "board", "files", "guide", "narrow"),
        )
    },
    scripts={SCRIPT: "chat"},
    texts={**CHAT_TEXTS, **SAMPLE_TEXTS},
    mixed=frozenset({*SAID_IN_CHATS, "change"}),
    # The page fills in the sample's student.
    places={"line_mentor": f"{{student}} {SCORED} {SCORES}", "run": ""},
)


def sample_bundle(own_class: OwnClass | None) -> Bundle:
    """Make the page of the samples, or of a class, of which no browser keeps anything."""
    if own_class is None:
        return SAMPLE_BUNDLE
    # As one types it; in full, since in a class two may have one first name.
    name = own_class.student.lower()
    scores = "".join(islice(cycle(SCORES), own_class.indicators))
    return replace(
        SAMPLE_BUNDLE,
        texts={**SAMPLE_BUNDLE.texts, **texts_of_class(name, own_class.competence)},
        # Who closed the guide of one class, or of the samples, did not see that of another.
        places={"line_mentor": f"{name} {own_class.competence} {scores}", "run": token_hex(4)},
        kept=False,
    )
