"""Names in words that people typed, and in titles that were stored: each gives way to a code word.

A name is found however it is written: with other capitals, without its accents, with a blank for
its hyphen, and inside what languages write onto it, such as Jonas's and d'Élodie.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from bot.domain.folding import fold, folded_ways, straight
from bot.domain.school.frameworks import Programme
from bot.domain.school.names import begins_family_name, first_name_of
from bot.domain.school.naming import LEFT_OUT, GivenName

SHORTEST = 3
"""Letters of a family name that is looked for in what somebody typed.

First names of as few are known by their capital, since they may be words: an, wil.
"""

SURELY = 6
"""Letters of a programme's words that are known as such where they stand in a text."""

_PART = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s'.,-]{1,3}")

_SMALL = frozenset(
    (
        "aber", "april", "auch", "august", "ben", "bien", "bon", "can", "day",
        "demain", "est", "fait", "gestern", "gisteren", "goed", "good", "gut", "heute",
        "hier", "juin", "juni", "kan", "kann", "kom", "mag", "mai", "mais", "may", "mei", "moet",
        "morgen", "muss", "must", "nicht", "niet", "not", "ook", "pas", "plus", "sans", "tout",
        "vandaag", "was", "well", "wel", "wil", "will",
    )
)  # fmt: skip
"""Words that are never a name in small letters, though somebody may be called so: he will."""


@dataclass(frozen=True, slots=True)
class _Sought:
    """A name, or a part of one: its folded words, and what is said instead.

    One that is `shown` is meant only where it has a capital, one with `typed` only where the reader
    typed one of these in this turn.
    """

    parts: tuple[str, ...]
    instead: str
    shown: bool = False
    typed: frozenset[str] = frozenset()


class Scrubber:
    """Puts code words in the place of names."""

    def __init__(
        self,
        names: Mapping[str, str],
        typed: str = "",
        met: Collection[str] = (),
        programmes: Sequence[Programme] = (),
    ) -> None:
        """Know what is said for each whole name, and what the reader typed in this turn.

        Of two who are called the same whoever is `met` in this turn is meant, by whole name. In
        the words of `programmes` nobody is: where Mark learns to mark routes, these stay.
        """
        self.met_left_out = False
        self._programmes = programmes
        self._typed = set(parts_of(typed))
        self._known = {fold(full): said for full, said in names.items()}
        alike: dict[tuple[tuple[str, ...], bool], dict[_Sought, bool]] = {}
        for full, said in names.items():
            for sought in _list_sought(full, said):
                same = alike.setdefault((sought.parts, bool(sought.typed)), {})
                same[sought] = same.get(sought, False) or full in met
        self._sought: dict[str, list[_Sought]] = {}
        for same in alike.values():
            sought = _meant(same)
            self._sought.setdefault(sought.parts[0], []).append(sought)
        for own in self._sought.values():
            own.sort(key=lambda sought: (-len(sought.parts), bool(sought.typed)))

    def __call__(self, text: str) -> str:
        """Write a text without the names that are known; most hold none, which is seen at once.

        A name that a file gives and nobody is known by is left out.
        """
        if isinstance(text, GivenName):
            text = self._known.get(fold(text), LEFT_OUT)
        self.met_left_out = self.met_left_out or LEFT_OUT in text
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        found = list(_PART.finditer(text))
        if not any(fold(part[0]) in self._sought for part in found):
            return text
        taught = self._find_taught(text)
        meant = [part for part in found if not any(part.start() in span for span in taught)]
        return "".join(self._without(text, meant))

    def _find_taught(self, text: str) -> list[range]:
        """Find where words of the programmes stand in a text, cut short perhaps."""
        whole, cut, _rest = text.partition("…")
        spans = []
        for words in dict.fromkeys(_list_taught(self._programmes)):
            if len(words) < SURELY or words.isalpha():  # a word alone may be a name there, too
                continue
            at = text.find(words)
            if at < 0 and cut:
                begins = (found.start() for found in _PART.finditer(whole[:-SURELY]))
                at = next((at for at in begins if words.startswith(whole[at:].rstrip())), -1)
            if at >= 0:
                spans.append(range(at, at + len(words)))
        return spans

    def _without(self, text: str, found: Sequence[re.Match[str]]) -> Iterator[str]:
        at = after = 0
        while at < len(found):
            sought = self._at(text, found[at:])
            if sought is None:
                at += 1
                continue
            first, last = found[at], found[at + len(sought.parts) - 1]
            yield text[after : first.start()]
            written = text[first.start() : last.end()]
            self.met_left_out = self.met_left_out or sought.instead == LEFT_OUT
            yield sought.instead.lower() if written.islower() else sought.instead
            after = last.end()
            at += len(sought.parts)
        yield text[after:]

    def _at(self, text: str, found: Sequence[re.Match[str]]) -> _Sought | None:
        """Find the longest name that begins with the first of these words."""
        for sought in self._sought.get(fold(found[0][0]), ()):
            here = found[: len(sought.parts)]
            if tuple(fold(part[0]) for part in here) != sought.parts:
                continue
            between = (text[a.end() : b.start()] for a, b in pairwise(here))
            joined = all(_BETWEEN.fullmatch(straight(signs)) for signs in between)
            capital = not sought.shown or here[0][0][0].isupper()
            word = len(here) == 1 and here[0][0] in _SMALL
            typed = not sought.typed or not self._typed.isdisjoint(sought.typed)
            if joined and capital and typed and not word:
                return sought
        return None


def _meant(same: Mapping[_Sought, bool]) -> _Sought:
    """Choose who is meant by a name, given who of those called so is met; else nobody is said."""
    here = [sought for sought, is_met in same.items() if is_met] or list(same)
    if len({sought.instead for sought in here}) == 1:
        return here[0]
    return replace(here[0], instead=LEFT_OUT)


def _list_taught(programmes: Sequence[Programme]) -> Iterator[str]:
    for programme in programmes:
        for competence in programme.competences:
            yield competence.title
            yield competence.framework
            yield from (indicator.text for indicator in competence.indicators)
        yield from (context.title for context in programme.contexts)
        yield from (component.title for component in programme.components)


def parts_of(text: str) -> list[str]:
    """List the words of a text, folded, parted where a sign joins them."""
    return [fold(word) for word in _words(text)]


def _words(text: str) -> list[str]:
    return _PART.findall(unicodedata.normalize("NFC", text))


@lru_cache(maxsize=8192)  # a school has thousands of names, and they stay what they are
def _list_sought(full: str, said: str) -> tuple[_Sought, ...]:
    first = first_name_of(full)
    rest = " ".join(full.replace(first, " ", 1).replace(",", " ").split())
    # Schools and people put the family name in front as well.
    orders = dict.fromkeys((full, f"{first} {rest}", f"{rest} {first}"))
    found = [_Sought(own, instead_of(name, said)) for name in orders for own in _ways(name)]
    for called in _ways(first) if first != full else ():
        short = len(called) == 1 and len(called[0]) <= SHORTEST
        found.append(_Sought(called, instead_of(first, said), shown=short))
    if len(_words(rest)) > 1:  # with the small words before it: van den Berg
        found += _if_typed(rest, instead_of(rest, said))
    for word in _words(full):
        if len(word) >= SHORTEST and not begins_family_name(word):
            found += _if_typed(word, instead_of(word, said))
    return tuple(found)


def _if_typed(name: str, instead: str) -> list[_Sought]:
    ways = list(_ways(name))
    typed = frozenset(part for own in ways for part in own if not begins_family_name(part))
    return [_Sought(own, instead, typed=typed) for own in ways]


def _ways(name: str) -> Iterator[tuple[str, ...]]:
    """List how the words of a name may be typed: as they are, and with umlauts spelled out."""
    each = [folded_ways(word) for word in _words(name)]
    if each:
        yield tuple(ways[0] for ways in each)
        if any(len(ways) > 1 for ways in each):
            yield tuple(ways[-1] for ways in each)


def instead_of(_written: str, said: str) -> str:
    """Say the code word for a part of a name as well."""
    return said
