"""What an import brings, before it is stored: tidied, and refused where it breaks a rule."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

from bot.domain.school.frameworks import Contribution, CutOff, PriorRule, Setting

HIGHEST_NUMBER = 9999
"""The highest number that a competence or a context may have."""

LONGEST_NAME = 200
"""Characters of a name that the command line takes (ours)."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2800]")
# Half a character, which no database stores; and signs that are letters, and are not seen.
_UNSEEN = re.compile(
    "[\ud800-\udfff\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]"
)


def tidy(text: str) -> str:
    """Tidy a text, so that any database stores it, and two that look alike are equal.

    It is composed, without control characters, and without signs of format: those join, part or
    turn what stands beside them (zero-width, soft hyphen, byte-order mark, U+202E), and hide.
    """
    if not text.isascii():
        seen = (sign for sign in _UNSEEN.sub("", text) if unicodedata.category(sign) != "Cf")
        text = unicodedata.normalize("NFC", "".join(seen))
    return " ".join(_CONTROL.sub(" ", text).split())


class Rule(StrEnum):
    """What a draft must keep to."""

    HAS_CODE = "has_code"
    HAS_TITLE = "has_title"
    HAS_COMPETENCES = "has_competences"
    COMPETENCE_NUMBER = "competence_number"
    COMPETENCE_ONCE = "competence_once"
    COMPETENCE_TITLE = "competence_title"
    HAS_INDICATORS = "has_indicators"
    INDICATOR_TEXT = "indicator_text"
    CONTEXT_NUMBER = "context_number"
    CONTEXT_ONCE = "context_once"
    CONTEXT_TITLE = "context_title"
    CONTEXT_TRAINS = "context_trains"
    CONTEXT_CLEAR = "context_clear"
    COMPONENT_TITLE = "component_title"
    COMPONENT_ONCE = "component_once"
    COMPONENT_HOLDS = "component_holds"
    COMPONENT_CLEAR = "component_clear"


class Unsound(ValueError):
    """A draft breaks a rule; `values` are what the sentence about it needs."""

    def __init__(self, rule: Rule, **values: str | int) -> None:
        """Name the rule, and where it is broken."""
        super().__init__(rule.value)
        self.rule = rule
        self.values = values


def _keep(right: object, rule: Rule, **values: str | int) -> None:
    if not right:
        raise Unsound(rule, **values)


def _twice(things: Iterable[object]) -> Iterator[object]:
    return (thing for thing, times in Counter(things).items() if times > 1)


def _once(things: Iterable[str | int], rule: Rule, name: str) -> None:
    for thing in _twice(things):
        raise Unsound(rule, **{name: str(thing)})


@dataclass(frozen=True, slots=True)
class CompetenceDraft:
    """A competence as a file has it; its indicators are numbered by their place.

    Raises Unsound.
    """

    number: int
    title: str
    indicators: tuple[str, ...]

    def __post_init__(self) -> None:
        """Tidy the texts and keep the rules."""
        object.__setattr__(self, "title", tidy(self.title))
        object.__setattr__(self, "indicators", tuple(tidy(text) for text in self.indicators))
        number = self.number
        _keep(0 < number <= HIGHEST_NUMBER, Rule.COMPETENCE_NUMBER, number=str(number))
        _keep(self.title, Rule.COMPETENCE_TITLE, number=number)
        _keep(self.indicators, Rule.HAS_INDICATORS, number=number)
        for place, text in enumerate(self.indicators, 1):
            _keep(text, Rule.INDICATOR_TEXT, number=number, indicator=place)


@dataclass(frozen=True, slots=True)
class FrameworkDraft:
    """A framework as a file has it, its competences in the order of their numbers.

    Raises Unsound.
    """

    code: str
    version: str
    title: str
    source: str
    competences: tuple[CompetenceDraft, ...]

    def __post_init__(self) -> None:
        """Tidy the texts, order the competences and keep the rules."""
        for name in ("code", "version", "title", "source"):
            object.__setattr__(self, name, tidy(getattr(self, name)))
        ordered = tuple(sorted(self.competences, key=lambda competence: competence.number))
        object.__setattr__(self, "competences", ordered)
        _keep(self.code, Rule.HAS_CODE)
        _keep(self.title, Rule.HAS_TITLE)
        _keep(ordered, Rule.HAS_COMPETENCES)
        _once((competence.number for competence in ordered), Rule.COMPETENCE_ONCE, "number")


@dataclass(frozen=True, slots=True)
class ContextDraft:
    """A context as a file has it, with the numbers of the competences it starts and develops.

    Raises Unsound.
    """

    number: int
    title: str
    starts: tuple[int, ...] = ()
    develops: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Tidy the title and keep the rules."""
        object.__setattr__(self, "title", tidy(self.title))
        number = self.number
        _keep(0 < number <= HIGHEST_NUMBER, Rule.CONTEXT_NUMBER, number=str(number))
        _keep(self.title, Rule.CONTEXT_TITLE, number=number)
        _keep(self.starts or self.develops, Rule.CONTEXT_TRAINS, number=number)
        for competence in _twice(self.starts + self.develops):
            raise Unsound(Rule.CONTEXT_CLEAR, number=number, competence=str(competence))

    @property
    def trains(self) -> dict[int, Contribution]:
        """What it does for each competence, by number."""
        starts = dict.fromkeys(self.starts, Contribution.STARTS)
        return starts | dict.fromkeys(self.develops, Contribution.DEVELOPS)


@dataclass(frozen=True, slots=True)
class ComponentDraft:
    """A course component as a file has it, with the numbers of its competences.

    Raises Unsound.
    """

    title: str
    competences: tuple[int, ...]

    def __post_init__(self) -> None:
        """Tidy the title and keep the rules."""
        object.__setattr__(self, "title", tidy(self.title))
        _keep(self.title, Rule.COMPONENT_TITLE)
        _keep(self.competences, Rule.COMPONENT_HOLDS, title=self.title)


@dataclass(frozen=True, slots=True)
class ProgrammeDraft:
    """What a school adds to the programme of a framework; None leaves a setting as it is.

    Raises Unsound.
    """

    framework: str
    title: str | None = None
    cut_off: CutOff | None = None
    contexts: tuple[ContextDraft, ...] = ()
    components: tuple[ComponentDraft, ...] = ()
    blind_first: bool | None = None
    setting: Setting | None = None
    frameworks: tuple[str, ...] = ()
    """Others whose competences it has beside those of its own framework."""
    prior_rule: PriorRule | None = None

    def __post_init__(self) -> None:
        """Keep the rules: each context and title once, each competence in one component."""
        _once((context.number for context in self.contexts), Rule.CONTEXT_ONCE, "number")
        _once((component.title for component in self.components), Rule.COMPONENT_ONCE, "title")
        held = (number for component in self.components for number in component.competences)
        _once(held, Rule.COMPONENT_CLEAR, "competence")


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line of a roster, cell by cell and tidied; '|' parts several people.

    `email` is the student's; the others have as many addresses as people. `guardian` says whether
    a guardian of the student has to say yes before anything starts. `surplus` says that the
    line has more cells than the file has columns.
    """

    line: int
    framework: str = ""
    class_group: str = ""
    student_id: str = ""
    student: str = ""
    workplace: str = ""
    mentor_id: str = ""
    mentor: str = ""
    teacher_id: str = ""
    teacher: str = ""
    coach_id: str = ""
    coach: str = ""
    language: str = ""
    email: str = ""
    mentor_email: str = ""
    teacher_email: str = ""
    coach_email: str = ""
    training_plan: str = ""
    weekly_hours: str = ""
    lessons: str = ""
    starts: str = ""
    ends: str = ""
    guardian: str = ""
    region: str = ""
    surplus: bool = False

    def __post_init__(self) -> None:
        """Tidy the cells."""
        for name in _CELLS:
            object.__setattr__(self, name, tidy(getattr(self, name)))


_CELLS = tuple(cell.name for cell in fields(RosterRow) if cell.name not in ("line", "surplus"))
