"""Replies drawn in Block Kit, within Slack's limits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    Option,
    PlainTextObject,
    RadioButtonsElement,
    SectionBlock,
)

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


@dataclass(frozen=True, slots=True)
class DrawnMessage:
    """One message: its blocks, and the text for notifications and screen readers."""

    text: str
    blocks: list[dict[str, Any]]


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
        blocks: list[Block] = [draw_section(piece) for piece in page]
        if number == len(pages):
            blocks += draw_buttons(reply.tapped, voice, MOST_BLOCKS - len(blocks))
        notified = escape(page[0][:NOTIFIED])
        drawn.append(DrawnMessage(notified, [block.to_dict() for block in blocks]))
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
    blocks = [
        *(block.to_dict() for block in (draw_section(above), *filter(None, rows))),
        *([grid] if grid else []),
        *(block.to_dict() for block in draw_buttons(layout.below, voice, most)),
    ]
    return DrawnMessage(escape(above[:NOTIFIED]), blocks)


def _draw_grid(grid: Grid, voice: Voice) -> dict[str, Any] | None:
    """Draw a table that can be sorted, all of it on one page; the library has no model of it."""
    rows = [[_cell(cell, voice) for cell in row] for row in (grid.heads, *grid.rows)]
    letters = sum(len(cell["text"]) for row in rows for cell in row)
    fits = 0 < len(grid.rows) <= MOST_ROWS and len(grid.heads) <= MOST_COLUMNS
    if not fits or letters > MOST_IN_TABLE:
        return None
    caption = voice.say(grid.caption)
    return {"type": "data_table", "caption": caption, "rows": rows, "page_size": len(grid.rows)}


def _cell(cell: Sayable, voice: Voice) -> dict[str, Any]:
    text = voice.say(cell) or "–"
    if isinstance(cell, int):
        return {"type": "raw_number", "value": cell, "text": text}
    return {"type": "raw_text", "text": text}


def _draw_choices(number: int, row: ChoiceRow, voice: Voice) -> SectionBlock | None:
    text = voice.say(row.text)
    if len(text) > LONGEST or len(row.choices) > MOST_OPTIONS:
        return None
    options = [
        Option(text=draw_plain(voice.say(choice.label)), value=choice.code)
        for choice in row.choices
    ]
    chosen = zip(options, row.choices, strict=True)
    radio = RadioButtonsElement(
        action_id=f"r{number}",
        options=options,
        initial_option=next((option for option, choice in chosen if choice.chosen), None),
    )
    shown = PlainTextObject(text=text, emoji=False)
    return SectionBlock(text=shown, accessory=radio if options else None)


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


def draw_section(piece: str) -> SectionBlock:
    """Draw a text as it is: '_EL_' and '*Bo*' keep their signs, and nobody is mentioned."""
    return SectionBlock(text=PlainTextObject(text=piece, emoji=False))


def draw_buttons(rows: Sequence[Row], voice: Voice, most: int) -> list[Block]:
    """Draw rows of buttons; where there are too many rows, they are filled up."""
    fitting = [part for row in rows for part in _parts(row)]
    if len(fitting) > most:
        fitting = _parts([button for row in rows for button in row])[:most]
    return [_row(number, row, voice) for number, row in enumerate(fitting)]


def _parts(row: Row) -> list[Row]:
    return [row[at : at + MOST_IN_ROW] for at in range(0, len(row), MOST_IN_ROW)]


def _row(number: int, row: Row, voice: Voice) -> ActionsBlock:
    return ActionsBlock(
        elements=[
            ButtonElement(
                text=draw_plain(label_of(button, voice)),
                action_id=f"b{number}.{place}",
                value=button.code,
                style="primary" if button.chosen else None,
            )
            for place, button in enumerate(row)
        ]
    )


def draw_plain(text: str, most: int = LABEL) -> PlainTextObject:
    """Draw a text in which Slack interprets nothing, cut where it is too long."""
    fitting = text if len(text) <= most else text[: most - 1] + "…"
    return PlainTextObject(text=fitting or "…", emoji=False)
