"""What we have to ask and to advise: prompts for students, tips for mentors, by coaching method."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.coaching.methods import Method
from bot.domain.languages import wording
from bot.domain.scoring.scales import Mastery

LONGEST_PROMPT = 220
"""Characters of a prompt, before its places are filled."""

LONGEST_TIP = 300
"""Characters of a tip, and of a card's title."""


class Blank(StrEnum):
    """What a prompt may leave open: the indicator by its text or number, how often it was done."""

    WHAT = "{what}"
    TIMES = "{times}"


_TODAY = re.compile(r"\b(vandaag|straks|today|tonight|aujourd|heute)", re.IGNORECASE)


class Trigger(StrEnum):
    """What a prompt takes up, the strongest first; the first week is that of the questions."""

    GOAL = "goal"
    FIRST = "first"
    DISPUTED = "disputed"
    SCORED = "scored"
    TALLIED = "tallied"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One open question for a student, by language.

    A `mastery` or a trigger (`on`) says that it is for that alone. `key` is stable: it is what the
    history of the questions asked remembers.
    """

    key: str
    method: Method
    texts: Mapping[str, str]
    mastery: Mastery | None = None
    on: Trigger | None = None

    def leaves_open(self, place: Blank) -> bool:
        """Say whether its text has this place; all its languages have the same ones."""
        return place in next(iter(self.texts.values()))

    @property
    def of_today(self) -> bool:
        """Say whether it asks about this very day, as its words tell in some language."""
        return any(_TODAY.search(text) for text in self.texts.values())

    def said(
        self, language: str, what: str = "", times: int = 0, rename: Callable[[str], str] = str
    ) -> str:
        """Say the question in a language, or in English until it is translated.

        `what` and `times` fill the places that it leaves open; before, roles are renamed in it.
        """
        # The indicator's text goes in last: whatever stands in it is somebody's own words.
        open_text = rename(wording(self.texts, language))
        # An indicator at the beginning stands on a line of its own, not bent into the sentence.
        open_text = re.sub(rf"^(\S\s?{re.escape(Blank.WHAT)}\s?\S) ", r"\1\n", open_text)
        return open_text.replace(Blank.TIMES, str(times)).replace(Blank.WHAT, what)


@dataclass(frozen=True, slots=True)
class Tip:
    """One practical hint for a mentor, by language, on the card of its method."""

    key: str
    method: Method
    texts: Mapping[str, str]

    def said(self, language: str) -> str:
        """Say the hint in a language, or in English until it is translated."""
        return wording(self.texts, language)


@dataclass(frozen=True, slots=True)
class Repertoire:
    """Every prompt and every tip by its key, and the title of each method's card by language.

    `own` names what stands in a school's own file, by its key or its method.
    """

    prompts: Mapping[str, Prompt] = field(default_factory=dict)
    tips: Mapping[str, Tip] = field(default_factory=dict)
    titles: Mapping[Method, Mapping[str, str]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()

    def card(self, method: Method) -> tuple[Tip, ...]:
        """List the hints on a method's card."""
        return tuple(tip for tip in self.tips.values() if tip.method is method)

    def title(self, method: Method, language: str) -> str:
        """Say the title of a method's card in a language, or in English."""
        titles = self.titles.get(method)
        return wording(titles, language) if titles else method.value
