"""Names and code words: the command, and the buttons."""

from handlers.talking.naming.code_words import opened_page, show_code_words, tapped_another
from handlers.talking.naming.taps import AnotherCodeWord, OpenPage
from handlers.talking.routing.route import CommandRoute, Routes, Words, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "codewords",
            Words("codewoorden codewoord", "motsdecode", "codewoerter"),
            show_code_words,
        ),
    ),
    taps=(on(AnotherCodeWord, tapped_another), on(OpenPage, opened_page)),
)
