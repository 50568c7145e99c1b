"""Replies drawn in Block Kit, within Slack's limits.

Blocks are written as Slack reads them: the library's models look through all of themselves for each
button, which for a large keyboard takes longer than to work out what it says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.i18n import Voice
from bot.messages import Button, ChoiceRow, Grid, Layout, Reply, Sayable
from bot.platforms.endless import MOST, REST
from bot.platforms.labels import label_of
from bot.platforms.slack.entities import escape

LONGEST = 3000
"""Characters in one section."""
SECTIONS = 4
"""Sections in one message: what is longer goes on in the next."""
MOST_BLOCKS = 50
MOST_IN_ROW = 25
MOST_OPTIONS = 10
MOST_ROWS = 100
"""Rows of a table, below its head."""
MOST_COLUMNS = 20
MOST_IN_TABLE = 10_000
"""Characters in all cells of a message together."""
LABEL = 75
NOTIFIED = 300
"""Characters of the text that a notification shows."""

Row = Sequence[Button]
Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DrawnMessage:
    """One message: its blocks, and the text for notifications and screen readers."""

    text: str
    blocks: list[Block]


def messages_of(reply: Reply, voice: Voice) -> list[DrawnMessage]:
    """Draw a reply, as more than one message where it is too long; buttons below the last."""
    if reply.layout and (laid_out := draw_layout(reply.layout, voice)):
        return [laid_out]
    pieces = list(pieces_of(voice.say(reply.text)))
    pages = [pieces[at : at + SECTIONS] for at in range(0, len(pieces), SECTIONS)]
    if len(pages) > MOST:
        pages = [*pages[: MOST - 1], [*pages[MOST - 1][: SECTIONS - 1], voice.say(REST)]]
    drawn = []
    for number, page in enumerate(pages, 1):
        blocks = [draw_section(piece) for piece in page]
        if number == len(pages):
            blocks += draw_buttons(reply.tapped, voice, MOST_BLOCKS - len(blocks))
        notified = escape(page[0][:NOTIFIED])
        drawn.append(DrawnMessage(notified, blocks))
    return drawn


def draw_layout(layout: Layout, voice: Voice) -> DrawnMessage | None:
    """Draw a table, or rows with radio buttons beside them; None where that does not fit.

    No block has an id of its own: Slack gives a new one to each version, so that an older choice is
    not kept on screen.
    """
    above = voice.say(layout.above)
    most = MOST_BLOCKS - 2 - len(layout.rows)
    if len(above) > LONGEST or most < len(layout.below):
        return None
    rows = [_draw_choices(number, row, voice) for number, row in enumerate(layout.rows)]
    grid = _draw_grid(layout.grid, voice) if layout.grid else {}
    if None in rows or grid is None:
        return None
    shown = [draw_section(above), *filter(None, rows), *([grid] if grid else [])]
    blocks = shown + draw_buttons(layout.below, voice, most)
    return DrawnMessage(escape(above[:NOTIFIED]), blocks)


def _draw_grid(grid: Grid, voice: Voice) -> Block | None:
    """Draw a table that can be sorted, all of it on one page."""
    rows = [[_cell(cell, voice) for cell in row] for row in (grid.heads, *grid.rows)]
    letters = sum(len(cell["text"]) for row in rows for cell in row)
    fits = 0 < len(grid.rows) <= MOST_ROWS and len(grid.heads) <= MOST_COLUMNS
    if not fits or letters > MOST_IN_TABLE:
        return None
    caption = voice.say(grid.caption)
    return {"type": "data_table", "caption": caption, "rows": rows, "page_size": len(grid.rows)}


def _cell(cell: Sayable, voice: Voice) -> Block:
    text = voice.say(cell) or "–"
    if isinstance(cell, int):
        return {"type": "raw_number", "value": cell, "text": text}
    return {"type": "raw_text", "text": text}


def _draw_choices(number: int, row: ChoiceRow, voice: Voice) -> Block | None:
    text = voice.say(row.text)
    if len(text) > LONGEST or len(row.choices) > MOST_OPTIONS:
        return None
    if not row.choices:
        return draw_section(text)
    options = [
        {"text": draw_plain(voice.say(choice.label)), "value": choice.code}
        for choice in row.choices
    ]
    chosen = zip(options, row.choices, strict=True)
    initial = next((option for option, choice in chosen if choice.chosen), None)
    radio = {"type": "radio_buttons", "action_id": f"r{number}", "options": options}
    return draw_section(text) | {
        "accessory": radio | ({"initial_option": initial} if initial else {})
    }


def pieces_of(text: str, most: int = LONGEST) -> Iterator[str]:
    """Cut a text where it is too long, at line ends where there are any."""
    rest = text if text.strip() else "…"
    while rest:
        head = rest[:most]
        if len(head) < len(rest) and head.rfind("\n") > 0:
            head = head[: head.rfind("\n")]
        rest = rest[len(head) :].removeprefix("\n")
        if head.strip():
            yield head


def draw_section(piece: str) -> Block:
    """Draw a text as it is: '_EL_' and '*Bo*' keep their signs, and nobody is mentioned."""
    return {"type": "section", "text": _plain(piece)}


def draw_buttons(rows: Sequence[Row], voice: Voice, most: int) -> list[Block]:
    """Draw rows of buttons; where there are too many rows, they are filled up."""
    fitting = [part for row in rows for part in _parts(row)]
    if len(fitting) > most:
        fitting = _parts([button for row in rows for button in row])[:most]
    return [_row(number, row, voice) for number, row in enumerate(fitting)]


def _parts(row: Row) -> list[Row]:
    return [row[at : at + MOST_IN_ROW] for at in range(0, len(row), MOST_IN_ROW)]


def _row(number: int, row: Row, voice: Voice) -> Block:
    return {
        "type": "actions",
        "elements": [
            {
                "type": "button",
                "text": draw_plain(label_of(button, voice)),
                "action_id": f"b{number}.{place}",
                "value": button.code,
                **({"style": "primary"} if button.chosen else {}),
                **({"url": button.opens} if button.opens else {}),
            }
            for place, button in enumerate(row)
        ],
    }


def draw_plain(text: str, most: int = LABEL) -> Block:
    """Draw a text in which Slack interprets nothing, cut where it is too long."""
    fitting = text if len(text) <= most else text[: most - 1] + "…"
    return _plain(fitting or "…")


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}
