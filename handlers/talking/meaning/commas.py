"""A comma between the two numbers of an indicator, as phones with a decimal comma write it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handlers.talking.meaning.tokens import Token

_POINTED = re.compile(r"\d{1,4}\.\d")
_COMPETENCE = re.compile(r"\d{1,4}")
_INDICATOR = re.compile(r"(\d{1,4}(?:-\d{1,4})?:?)([a-z]*)")


def join_decimals(tokens: Sequence[Token], text: str, keyword: str | None) -> list[Token]:
    """Read '8,3' as '8.3' where a number with a point could stand: '8.1 8,3' and 'today 8,3'.

    Elsewhere a comma parts two numbers: '8.1,8.3', 'same 10,11', '10 all v 3,4x', '8: 1,2v'.
    """
    if keyword == "same":
        return [*tokens]
    pairs = [_is_pair(tokens, at, text) for at in range(len(tokens))]
    joined: list[Token] = []
    began, pointed = keyword is not None, keyword == "today"
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if pairs[at] and (pointed or (not began and any(pairs[at + 1 :]))):
            joined += _joined(token, tokens[at + 1])
            began = pointed = True
            at += 2
            continue
        if _POINTED.match(token.text) and not token.quoted:
            began = pointed = True
        elif _COMPETENCE.fullmatch(token.text.rstrip(":")) and not token.quoted:
            pointed = keyword == "today" or (pointed and token.text[-1] != ":" and not keyword)
            began = True
        joined.append(token)
        at += 1
    return joined


def _is_pair(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Say whether two numbers stand here with nothing but a comma between, and no third."""
    pair = tokens[at : at + 2]
    if len(pair) < 2 or any(token.quoted for token in pair):
        return False
    first, last = pair
    return (
        bool(_COMPETENCE.fullmatch(first.text) and _INDICATOR.fullmatch(last.text))
        and text[first.end : last.start] == ","
        and not re.match(r",\d", text[last.end :])
        and not re.search(r"\d,$", text[: first.start])
    )


def _joined(first: Token, last: Token) -> Iterator[Token]:
    found = _INDICATOR.fullmatch(last.text)
    number, letters = found.groups() if found else (last.text, "")
    end = last.end - len(letters)
    yield replace(first, text=f"{first.text}.{number}", end=end)
    if letters:
        yield replace(last, text=letters, start=end)
