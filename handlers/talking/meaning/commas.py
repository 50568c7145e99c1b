"""What stands between two numbers: a comma, which phones write for a point, too, or an 'and'.

Numbers with nothing else between share what stands behind the last: '11.1, 11.2 en 11.3 v'.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.folding import fold
from handlers.talking.meaning.tokens import Token

_AND = frozenset({"en", "and", "et", "und", "&"})
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


def without_ands(tokens: Sequence[Token]) -> list[Token]:
    """Leave out an 'and' that stands before a number and behind another."""
    kept: list[Token] = []
    numbered = False
    for at, token in enumerate(tokens):
        coming = tokens[at + 1].text[:1] if at + 1 < len(tokens) else ""
        joins = not token.quoted and fold(token.text) in _AND
        if joins and numbered and coming.isdigit() and not tokens[at + 1].quoted:
            continue
        numbered = numbered or (not token.quoted and token.text[:1].isdigit())
        kept.append(token)
    return kept


def are_joined(text: str, before: Token, after: Token) -> bool:
    """Say whether nothing but a comma, or an 'and', stands between two numbers of a line."""
    between = fold(text[before.end : after.start])
    words = between.replace(",", " ").split()
    return ("," in between and not words) or (len(words) == 1 and words[0] in _AND)
