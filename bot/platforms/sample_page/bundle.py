"""What the sample's page is made of."""

from pathlib import Path

from bot.platforms.sample_page.page_texts import SAMPLE_TEXTS
from bot.platforms.web.page_files import SCRIPT, STYLE, Bundle
from bot.platforms.web.page_texts import CHAT_TEXTS

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
    mixed=True,
)
