"""Text as the Bot API reads it: parse_mode to plain text with entities, lengths in UTF-16."""

import re
from dataclasses import dataclass, field

from tests.fakes.telegram.errors import Json, bad

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
MARKS = {
    "__": "underline",
    "_": "italic",
    "*": "bold",
    "~": "strikethrough",
    "||": "spoiler",
    "```": "pre",
    "`": "code",
    "![": "custom_emoji",
    "[": "text_link",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
RESERVED = "_*[]()~`>#+-=|{}.!"
AUTOMATIC = re.compile(
    r"(?P<bot_command>(?<![\w/])/\w{1,64}(?:@\w{3,32})?)"
    r"|(?P<mention>(?<!\w)@\w{3,32})"
    r"|(?P<hashtag>(?<!\w)#\w+)"
    r"|(?P<url>https?://\S+)"
)
CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
WRITTEN = r"[^\s=>/\"']+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[\w.-]+))?"
START_TAG = re.compile(rf"<([^\s>]*)((?:\s+{WRITTEN})*)\s*>")
END_TAG = re.compile(r"</([^\s>]*)\s*>")
ATTRIBUTE = re.compile(r"([^\s=>/\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w.-]+)))?")
MARK = re.compile(r"```(?:\w*\n)?|__|\|\||!\[|[_*~`\[]")
LINK = re.compile(r"\]\(((?:\\.|[^)\\])*)\)")

LARGEST = 1 << 15


def length(text: str) -> int:
    """Count as Telegram does: a character outside the basic plane is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass
class Parse:
    """The text so far, and the entities that are open."""

    source: str
    plain: list[str] = field(default_factory=list)
    units: int = 0
    open: list[tuple[str, int, int, Json]] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def add(self, piece: str) -> None:
        self.plain.append(piece)
        self.units += length(piece)

    def start(self, name: str, at: int, **more: object) -> None:
        self.open.append((name, at, self.units, more))

    def end(self, kind: str) -> None:
        _name, _at, offset, more = self.open.pop()
        if self.units > offset:
            span = {"type": kind, "offset": offset, "length": self.units - offset}
            self.entities.append(span | more)

    def byte(self, at: int) -> int:
        return len(self.source[:at].encode())


def formatted(text: str, parse_mode: str) -> tuple[str, list[Json]]:
    """Read the plain text and its entities, trimmed as the API trims; an error when broken."""
    if len(text.encode()) > LARGEST:
        raise bad("Text is too long")
    mode = parse_mode.lower()
    if mode not in PARSERS:
        raise bad("Unsupported parse_mode")
    parse = PARSERS[mode](Parse(text))
    entities = sorted(parse.entities, key=lambda entity: (entity["offset"], -entity["length"]))
    return trimmed("".join(parse.plain), entities)


def trimmed(plain: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """White space at the end goes, and at the start up to the first entity."""
    plain = plain.rstrip()
    whole = length(plain)
    entities = [entity for entity in entities if entity["offset"] < whole]
    free = entities[0]["offset"] if entities else whole
    cut = min(len(plain) - len(plain.lstrip(" \n")), free)
    for entity in entities:
        entity["length"] = min(entity["length"], whole - entity["offset"])
        entity["offset"] -= cut
    return plain[cut:], entities


def automatic(text: str) -> list[Json]:
    """Find what a client marks by itself in what people type: commands, mentions, links."""
    return [
        {
            "type": str(found.lastgroup),
            "offset": length(text[: found.start()]),
            "length": length(found[0]),
        }
        for found in AUTOMATIC.finditer(text)
    ]


def parse_none(parse: Parse) -> Parse:
    parse.add(parse.source)
    return parse


# --- HTML ---


def parse_html(parse: Parse) -> Parse:
    text, at = parse.source, 0
    while at < len(text):
        character = CHARACTER.match(text, at)
        if character:
            parse.add(decoded(character))
            at = character.end()
        elif text[at] != "<":
            parse.add(text[at])
            at += 1
        elif text.startswith("</", at):
            at = end_tag(parse, at)
        else:
            at = start_tag(parse, at)
    if parse.open:
        name = parse.open[-1][0]
        raise broken(f'Can\'t find end tag corresponding to start tag "{name}"')
    return parse


def decoded(character: re.Match[str]) -> str:
    sixteen, ten, name = character.groups()
    number = int(sixteen, 16) if sixteen else int(ten or 0)
    return NAMED[name] if name else chr(number) if 0 < number < 0x10FFFF else character[0]


def start_tag(parse: Parse, at: int) -> int:
    tag = START_TAG.match(parse.source, at)
    where = f"at byte offset {parse.byte(at)}"
    rest = parse.source[at + 1 :]
    name = re.split(r"[\s>]", rest, maxsplit=1)[0].lower()
    if len(name) == len(rest):
        raise broken(f"Unclosed start tag {where}")
    if name not in TAGS:
        raise broken(f'Unsupported start tag "{name}" {where}')
    if tag is None and ">" in rest:
        raise broken(f'Empty attribute name in the tag "{name}" {where}')
    if tag is None:
        raise broken(f'Unclosed start tag "{name}" {where}')
    values = {
        found[1]: found[2] or found[3] or found[4] or "" for found in ATTRIBUTE.finditer(tag[2])
    }
    if name == "span" and values.get("class") != "tg-spoiler":
        raise broken(f'Tag "span" must have class "tg-spoiler" {where}')
    more = {"url": CHARACTER.sub(decoded, values.get("href", ""))} if name == "a" else {}
    parse.start(name, at, **more)
    return tag.end()


def end_tag(parse: Parse, at: int) -> int:
    where = f"at byte offset {parse.byte(at)}"
    if not parse.open:
        raise broken(f"Unexpected end tag {where}")
    tag = END_TAG.match(parse.source, at)
    if tag is None:
        raise broken(f"Unclosed end tag {where}")
    expected, found = parse.open[-1][0], tag[1].lower()
    if found and found != expected:
        raise broken(f'Unmatched end tag {where}, expected "</{expected}>", found "</{found}>"')
    parse.end(TAGS[expected])
    return tag.end()


# --- MarkdownV2 ---


def parse_markdown(parse: Parse) -> Parse:
    text, at = parse.source, 0
    while at < len(text):
        inside = parse.open[-1][0] if parse.open else ""
        raw = inside in ("`", "```")
        if text[at] == "\\" and text[at + 1 : at + 2] and ord(text[at + 1]) <= 126:
            parse.add(text[at + 1])
            at += 2
        elif text[at] not in ("`" if raw else RESERVED):
            parse.add(text[at])
            at += 1
        else:
            at = mark(parse, at, inside)
    if parse.open:
        name, start, _offset, _more = parse.open[-1]
        raise broken(
            f"Can't find end of {MARKS[name].title().replace('_', '')} entity "
            f"at byte offset {parse.byte(start)}"
        )
    return parse


def mark(parse: Parse, at: int, inside: str) -> int:
    text = parse.source
    if inside in ("[", "![") and text[at] == "]":
        return link(parse, at)
    if inside and inside not in ("[", "![") and text.startswith(inside, at):
        parse.end(MARKS[inside])
        return at + len(inside)
    if text[at] == ">" and (at == 0 or text[at - 1] == "\n"):
        return at + 1
    found = MARK.match(text, at)
    if found is None or inside == "`":
        reserved = f"Character '{text[at]}' is reserved and must be escaped with the preceding '\\'"
        raise broken(reserved)
    parse.start(found[0][:3] if found[0].startswith("```") else found[0], at)
    return found.end()


def link(parse: Parse, at: int) -> int:
    target = LINK.match(parse.source, at)
    if target is None and parse.source.startswith("](", at):
        raise broken(f"Can't find end of a URL at byte offset {parse.byte(at + 2)}")
    name, _at, _offset, more = parse.open[-1]
    more["url"] = target[1] if target else ""
    parse.end(MARKS[name])
    return target.end() if target else at + 1


def broken(text: str) -> Exception:
    return bad(f"Can't parse entities: {text}")


PARSERS = {"": parse_none, "none": parse_none, "html": parse_html, "markdownv2": parse_markdown}
