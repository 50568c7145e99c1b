"""What the own chat's page is made of, and the door before it."""

from pathlib import Path

from bot.platforms.page.page_texts import OWN_TEXTS
from bot.platforms.web.page_files import SCRIPT, STYLE, Bundle
from bot.platforms.web.page_texts import CHAT_TEXTS

WORKER = "worker.js"

OWN_BUNDLE = Bundle(
    folder=Path(__file__).parent / "front",
    sheets={
        STYLE: ("colours", "chat", "messages", "fields", "files", "own"),
        "door.css": ("colours", "door"),
        "reading.css": ("colours", "reading"),
    },
    scripts={SCRIPT: "own", WORKER: "worker"},
    texts={**CHAT_TEXTS, **OWN_TEXTS},
)
