"""Prompts and tips from TOML files: ours, and a school's own that adds, replaces or leaves out.

The format is described at the top of prompts.toml and tips.toml.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from bot.domain.coaching.methods import Method
from bot.domain.coaching.repertoire import (
    LONGEST_PROMPT,
    LONGEST_TIP,
    Blank,
    Prompt,
    Repertoire,
    Tip,
    Trigger,
)
from bot.domain.importing.drafts import tidy
from bot.domain.languages import LANGUAGES
from bot.domain.manner import ADDRESSED
from bot.domain.scoring.scales import Mastery
from bot.exchange.reading.shapes import FileSection, read_toml
from bot.messages import _

_OURS = Path(__file__).with_name("ours")
OURS = (_OURS / "prompts.toml", _OURS / "tips.toml")

_LANGUAGES = (*LANGUAGES, *ADDRESSED)

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_KEY = 40

Advice = TypeVar("Advice", Prompt, Tip)
Value = TypeVar("Value", bound=StrEnum)


def read_repertoire(*own: Path) -> Repertoire:
    """Read our prompts and tips, extended by files of a school's own. Raises Refused."""
    repertoire = Repertoire()
    for path in OURS:
        repertoire = _extended(repertoire, read_toml(path))
    for path in own:
        top = read_toml(path)
        repertoire = replace(_extended(repertoire, top), own=repertoire.own | _named_in(top))
    return repertoire


def _named_in(top: FileSection) -> frozenset[str]:
    """List the keys and methods of which a file has the words."""
    entries = (entry.text("key") for kind in ("prompt", "tip") for entry in top.tables(kind))
    return frozenset([*entries, *(card.text("method") for card in top.tables("card"))])


def _extended(before: Repertoire, top: FileSection) -> Repertoire:
    top.only("prompt", "card", "tip")
    return Repertoire(
        prompts=_entries(before.prompts, top.tables("prompt"), _prompt),
        tips=_entries(before.tips, top.tables("tip"), _tip),
        titles={**before.titles, **dict(map(_card, top.tables("card")))},
    )


def _entries(
    before: Mapping[str, Advice],
    tables: Iterable[FileSection],
    read: Callable[[FileSection, str], Advice],
) -> dict[str, Advice]:
    """Take in entries by key: a known one is replaced or left out, a new one added."""
    entries, here = dict(before), set[str]()
    for entry in tables:
        key = _key(entry)
        if key in here:
            raise entry.refused(
                _("{place} has the key {name} once more", place=entry.where, name=key)
            )
        here.add(key)
        if not entry.flag("off"):
            entries[key] = read(entry, key)
            continue
        entry.only("key", "off")
        if entries.pop(key, None) is None:
            problem = _(
                "{place} leaves out {name}, which is not there", place=entry.where, name=key
            )
            raise entry.refused(problem)
    return entries


def _key(entry: FileSection) -> str:
    key = entry.text("key")
    if _KEY.fullmatch(key) and len(key) <= _LONGEST_KEY:
        return key
    raise entry.refused(
        _(
            "{place} is small letters and digits with hyphens between, {most} signs at most",
            place=f"{entry.where}.key",
            most=_LONGEST_KEY,
        )
    )


def _prompt(prompt: FileSection, key: str) -> Prompt:
    prompt.only("key", "method", "mastery", "on", "off", *_LANGUAGES)
    texts = _texts(prompt, LONGEST_PROMPT)
    _same_places(prompt, texts)
    return Prompt(
        key,
        _one_of(prompt, "method", Method),
        texts,
        _one_of(prompt, "mastery", Mastery) if "mastery" in prompt.values else None,
        _one_of(prompt, "on", Trigger) if "on" in prompt.values else None,
    )


def _tip(tip: FileSection, key: str) -> Tip:
    tip.only("key", "method", "off", *_LANGUAGES)
    return Tip(key, _one_of(tip, "method", Method), _texts(tip, LONGEST_TIP))


def _card(card: FileSection) -> tuple[Method, dict[str, str]]:
    card.only("method", *_LANGUAGES)
    return _one_of(card, "method", Method), _texts(card, LONGEST_TIP)


def _one_of(entry: FileSection, key: str, values: type[Value]) -> Value:
    value = entry.text(key)
    if value in tuple(values):
        return values(value)
    known = ", ".join(values)
    raise entry.refused(
        _("{place} is none of these: {known}", place=f"{entry.where}.{key}", known=known)
    )


def _texts(entry: FileSection, longest: int) -> dict[str, str]:
    texts = {
        language: tidy(entry.text(language)) for language in _LANGUAGES if language in entry.values
    }
    if not texts:
        languages = ", ".join(LANGUAGES)
        problem = _("{place} has no text in {languages}", place=entry.where, languages=languages)
        raise entry.refused(problem)
    for language, text in texts.items():
        if not 0 < len(text) <= longest:
            place = f"{entry.where}.{language}"
            raise entry.refused(
                _("{place} has 1 to {longest} characters", place=place, longest=longest)
            )
    return texts


def _same_places(prompt: FileSection, texts: Mapping[str, str]) -> None:
    """Refuse a place that we cannot fill, and one that is not in every language."""
    for language, text in texts.items():
        unknown = set(re.findall(r"\{[^}]*\}?|\}", text)) - set(Blank)
        if unknown:
            known = ", ".join(Blank)
            problem = _(
                "{place} may leave open {known}, and nothing else",
                place=f"{prompt.where}.{language}",
                known=known,
            )
            raise prompt.refused(problem)
    if len({tuple(place in text for place in Blank) for text in texts.values()}) > 1:
        raise prompt.refused(
            _("{place} does not leave open the same in every language", place=prompt.where)
        )
