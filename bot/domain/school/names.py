"""What people are called: the first name in a name, and what tells two of one name apart."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_PARTICLES = frozenset(
    {
        "van", "vanden", "vander", "vande", "von", "zu", "zur", "zum", "de", "den", "der", "des",
        "du", "del", "della", "di", "da", "dos", "las", "los", "le", "la", "les", "ter", "ten",
        "te", "op", "'t", "'s", "el", "al", "aït", "ait", "ould", "bin", "bint", "ibn", "abu",
        "abou", "ó", "mc", "mac", "sint", "saint",
    }
)  # fmt: skip
"""Words with which a family name begins, in the languages of the schools we know."""

_JOINED = ("d'", "l'")
"""What a family name begins with, joined to it."""

_TITLES = frozenset({"mr.", "mrs.", "ms.", "mme.", "dhr.", "mevr.", "dr.", "ir.", "ing.", "prof."})

_FAMILY_FIRST = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")


@lru_cache(maxsize=4096)
def first_name_of(name: str) -> str:
    """Take the first name of a name; the whole name where it cannot be known surely.

    Schools export `Verlinde, Jonas`, `VERLINDE Jonas` and `Van den Broeck Jonas`, too.
    """
    name = " ".join(name.split())
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma:
        return given.split()[0] if family and given and "," not in given else name
    words = name.split()
    while len(words) > 1 and words[0].casefold() in _TITLES:
        del words[0]
    if len(words) < 2 or _is_family_first(name):
        return name
    return _behind_capitals(words) or _behind_particles(words, name)


def _is_family_first(name: str) -> bool:
    return any(unicodedata.name(sign, "").startswith(_FAMILY_FIRST) for sign in name)


def _behind_capitals(words: Sequence[str]) -> str | None:
    """Find what follows a family name in capitals; None where no name stands in capitals."""
    capitals = next((at for at, word in enumerate(words) if not _in_capitals(word)), len(words))
    if not any(len(word) > _INITIALS for word in words[:capitals]):
        return None
    if capitals == len(words) or begins_family_name(words[capitals]):
        return " ".join(words)
    return words[capitals]


_INITIALS = 2
"""First names of as few letters may be written in capitals: JP."""


def _in_capitals(word: str) -> bool:
    letters = [sign for sign in word if sign.isalpha()]
    return bool(letters) and all(sign.isupper() for sign in letters) and "." not in word


def _behind_particles(words: Sequence[str], name: str) -> str:
    """Find what follows a family name with particles, where one word is left; else the name."""
    begins = next((at for at, word in enumerate(words) if not begins_family_name(word)), len(words))
    if begins == 0 and not _plain(words[0]).startswith(_JOINED):
        return words[0]
    rest = words[begins + 1 :]
    return rest[0] if len(rest) == 1 else name


def begins_family_name(word: str) -> bool:
    """Say whether a word is a particle such as van or el, with which family names begin."""
    return _plain(word) in _PARTICLES


def _plain(word: str) -> str:
    return word.casefold().replace("\u2019", "'").replace("\u2018", "'")


@dataclass(frozen=True, slots=True)
class Called:
    """A student of somebody's, with what may tell two of one name apart."""

    name: str
    class_group: str = ""
    workplace: str = ""
    programme: str = ""
    code: str = ""
    school_id: str = ""


_APART: tuple[Callable[[Called], str], ...] = (
    lambda called: called.class_group,
    lambda called: called.workplace,
    lambda called: called.programme,
    lambda called: called.code,
    lambda called: called.school_id,
    lambda called: f"{called.school_id}, {called.code}",
)


def _with(apart: Callable[[Called], str], form: str) -> Callable[[Called], str]:
    """Name somebody together with what tells apart; nothing where that is empty."""
    return lambda called: form.format(called.name, apart(called)) if apart(called) else ""


_SHOWN: tuple[Callable[[Called], str], ...] = (
    lambda called: first_name_of(called.name),
    lambda called: called.name,
    *(_with(apart, "{} ({})") for apart in _APART),
)
_FULL = tuple(_with(apart, "{} · {}") for apart in _APART)


def shown_names(students: Sequence[Called]) -> list[str]:
    """Name each among the others: by first name where that is enough, else by what differs."""
    return _told_apart(students, _SHOWN)


def full_names(students: Sequence[Called]) -> list[str]:
    """Name each in full with the class group, and with what differs where that is not enough."""
    return _told_apart(students, _FULL)


def _told_apart(students: Sequence[Called], ways: Sequence[Callable[[Called], str]]) -> list[str]:
    """Name each in the first way in which nobody else is called the same, else in the first."""
    names: dict[int, str] = {}
    for way in ways:
        said = [way(called) for called in students]
        often = Counter(said)
        names |= {
            at: name
            for at, name in enumerate(said)
            if name and at not in names and often[name] == 1
        }
        if len(names) == len(students):
            break
    return [names.get(at) or ways[0](called) for at, called in enumerate(students)]


def called_in_school(names: Sequence[str]) -> list[str]:
    """Call everybody of a school by first name, and two of one name by as much more as it takes.

    Who is called the same in full stays so; where a first name is not sure the name stays whole.
    """
    first = [first_name_of(name) for name in names]
    rest = [_rest_of(name, own) for name, own in zip(names, first, strict=True)]
    called = list(first)
    for letters in range(1, max(map(len, rest), default=0) + 1):
        often = Counter(name.casefold() for name in called)
        alike = [at for at, name in enumerate(called) if often[name.casefold()] > 1 and rest[at]]
        if not alike or all(letters > len(rest[at]) for at in alike):
            break
        for at in alike:
            cut = rest[at][:letters].rstrip()
            called[at] = f"{first[at]} {cut}" + ("." if letters < len(rest[at]) else "")
    return called


def _rest_of(name: str, first: str) -> str:
    """Find the family name behind, or before, a first name."""
    words = " ".join(name.replace(",", " ").split()).split()
    at = next((at for at, word in enumerate(words) if word == first), None)
    return "" if at is None else " ".join((*words[at + 1 :], *words[:at]))
