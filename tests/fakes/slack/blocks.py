"""Block Kit as the API checks it: kinds, required fields, lengths and counts."""

import json
from collections.abc import Sequence
from typing import Any

from tests.fakes.slack.errors import ApiError, Json, must

BLOCKS: dict[str, tuple[str, ...]] = {
    "section": ("text", "fields", "accessory", "expand"),
    "actions": ("elements",),
    "input": ("label", "element", "optional", "hint", "dispatch_action"),
    "header": ("text",),
    "divider": (),
    "context": ("elements",),
    "data_table": ("caption", "rows", "page_size", "row_header_column_index"),
}
ELEMENTS: dict[str, tuple[str, ...]] = {
    "button": ("text", "value", "url", "style", "confirm", "accessibility_label"),
    "radio_buttons": ("options", "initial_option", "confirm", "focus_on_load"),
    "static_select": ("options", "initial_option", "placeholder", "confirm", "focus_on_load"),
    "plain_text_input": ("initial_value", "multiline", "max_length", "placeholder"),
}
PLACES: dict[str, tuple[str, ...]] = {
    "button": ("section", "actions"),
    "radio_buttons": ("section", "actions", "input"),
    "static_select": ("section", "actions", "input"),
    "plain_text_input": ("input",),
}
"""In which blocks an element works, by its page of Slack's reference."""
VIEW = (
    "type", "title", "submit", "close", "blocks", "private_metadata", "callback_id",
    "clear_on_close", "notify_on_close", "external_id",
)  # fmt: skip


def check_blocks(blocks: Any, most: int) -> list[Json]:
    must(isinstance(blocks, list), "must be an array [json-pointer:/blocks]")
    must(len(blocks) <= most, f"no more than {most} items allowed [json-pointer:/blocks]")
    for block in blocks:
        check_block(block)
    rows = [row for block in blocks if block["type"] == "data_table" for row in block["rows"]]
    letters = sum(len(cell["text"]) for row in rows for cell in row)
    must(letters <= 10_000, "too many characters in tables")
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    must(len(ids) == len(set(ids)), "block_id must be unique")
    return list(blocks)


def check_block(block: Any) -> None:
    must(isinstance(block, dict) and block.get("type") in BLOCKS, "unsupported type")
    kind = block["type"]
    known(block, (*BLOCKS[kind], "type", "block_id"))
    if "block_id" in block:
        text(block["block_id"], 255, "block_id")
    if kind == "section":
        check_section(block)
    elif kind == "header":
        check_text(block["text"], 150, "plain_text")
    elif kind == "actions":
        check_elements(block.get("elements"))
    elif kind == "data_table":
        check_table(block)
    elif kind == "input":
        check_text(block.get("label"), 2000, "plain_text")
        check_element(block.get("element"), kind)


def check_section(block: Json) -> None:
    must("text" in block or block.get("fields"), "section needs text or fields")
    if "text" in block:
        check_text(block["text"], 3000)
    if "accessory" in block:
        check_element(block["accessory"], "section")


def check_table(table: Json) -> None:
    """Check a table that can be sorted: its first row is the head, and all rows are as long."""
    must(isinstance(table.get("caption"), str) and table["caption"], "missing field: caption")
    rows = table.get("rows")
    must(isinstance(rows, list) and 2 <= len(rows) <= 101, "2 to 101 rows")
    must(1 <= table.get("page_size", 5) <= 100, "a page has 1 to 100 rows")
    for row in rows or []:
        must(1 <= len(row) <= 20, "1 to 20 columns")
        must(len(row) == len((rows or [])[0]), "all rows have the same number of values")
        for cell in row:
            must(cell.get("type") in ("raw_text", "raw_number"), "unsupported cell")
            known(cell, ("type", "text", *(["value"] if cell["type"] == "raw_number" else [])))
            must(isinstance(cell.get("text"), str) and cell["text"], "missing field: text")
            number = isinstance(cell.get("value"), int | float)
            must(cell["type"] == "raw_text" or number, "missing field: value")


def check_elements(elements: Any) -> None:
    must(isinstance(elements, list) and 1 <= len(elements) <= 25, "1 to 25 elements")
    for element in elements:
        check_element(element, "actions")
    ids = [element["action_id"] for element in elements if "action_id" in element]
    must(len(ids) == len(set(ids)), "action_id must be unique in its block")


def check_element(element: Any, block: str) -> None:
    must(isinstance(element, dict) and element.get("type") in ELEMENTS, "unsupported element")
    kind = element["type"]
    must(block in PLACES[kind], f"unsupported type in {block}")
    known(element, (*ELEMENTS[kind], "type", "action_id"))
    text(element.get("action_id"), 255, "action_id")
    if kind == "button":
        check_text(element.get("text"), 75, "plain_text")
        if "value" in element:
            text(element["value"], 2000, "value")
    if kind in ("radio_buttons", "static_select"):
        most = 10 if kind == "radio_buttons" else 100
        options = element.get("options")
        must(isinstance(options, list) and 1 <= len(options) <= most, f"1 to {most} options")
        for option in options or []:
            check_option(option)
        values = [option["value"] for option in options or []]
        must(len(values) == len(set(values)), "an option's value must be unique")
        if "initial_option" in element:
            must(element["initial_option"] in (options or []), "initial_option is not an option")


def check_option(option: Any) -> None:
    must(isinstance(option, dict), "an option is an object")
    known(option, ("text", "value", "description", "url"))
    check_text(option.get("text"), 75)
    text(option.get("value"), 150, "value")


def check_text(what: Any, most: int, kind: str = "") -> None:
    must(isinstance(what, dict), "missing required field: text")
    must(what.get("type") in ([kind] if kind else ["plain_text", "mrkdwn"]), "unsupported text")
    known(what, ("type", "text", "emoji" if what["type"] == "plain_text" else "verbatim"))
    text(what.get("text"), most, "text")


def text(value: Any, most: int, name: str) -> None:
    must(isinstance(value, str) and value, f"missing required field: {name}")
    must(value.strip(), f"must not be blank: {name}")
    must(len(value) <= most, f"must be less than {most + 1} characters: {name}")


def known(value: Json, names: Sequence[str]) -> None:
    extra = set(value) - set(names)
    must(not extra, f"invalid additional property: {', '.join(sorted(extra))}")


def check_view(view: Any, kinds: Sequence[str]) -> Json:
    """Check a view; the API gives what is wrong with it as invalid arguments."""
    try:
        must(isinstance(view, dict) and view.get("type") in kinds, f"type must be of {kinds}")
        known(view, VIEW)
        if len(json.dumps(view)) > 250_000:
            raise ApiError("view_too_large")
        blocks = check_blocks(view.get("blocks"), 100)
        must(len(str(view.get("private_metadata", ""))) <= 3000, "private_metadata is too long")
        must(len(str(view.get("callback_id", ""))) <= 255, "callback_id is too long")
        if view["type"] == "modal":
            check_text(view.get("title"), 24, "plain_text")
            for name in ("submit", "close"):
                if name in view:
                    check_text(view[name], 24, "plain_text")
            asks = any(block["type"] == "input" for block in blocks)
            must(not asks or "submit" in view, "submit is needed where there is an input")
    except ApiError as error:
        if error.error != "invalid_blocks":
            raise
        raise ApiError("invalid_arguments", *error.messages) from None
    return dict(view)
