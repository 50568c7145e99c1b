"""A round of an intake from a TOML file: criteria, and the questions for both sides.

    name = "2027"
    programme = "ELEC-1"
    procedure = "First the questions, then a talk, and an answer within a week."
    keep_days = 30
    criteria = ["Wants to learn at work", "Can be on time"]

    [[ask_candidates]]
    kind = "words"
    text = "Why do you want to learn at work?"

    [[ask_companies]]
    kind = "words"
    text = "What can be learned with you?"

How a question is written stands at the top of `questions_section.py`.
"""

from pathlib import Path

from bot.domain.folding import fold
from bot.domain.importing.drafts import tidy
from bot.domain.matching.intakes import (
    KEPT_DAYS,
    LONGEST_CRITERION,
    LONGEST_PROCEDURE,
    MOST_CRITERIA,
    MOST_KEPT_DAYS,
    IntakeDraft,
)
from bot.exchange.reading.questions_section import read_questions
from bot.exchange.reading.shapes import FileSection, read_toml
from bot.messages import _

LONGEST_ROUND = 60
"""Letters of the name of a round."""

_KEYS = (
    "name", "programme", "procedure", "keep_days", "criteria", "ask_candidates", "ask_companies",
)  # fmt: skip


def read_intake(path: Path) -> IntakeDraft:
    """Read a round. Raises Refused, with the place of what is wrong."""
    top = read_toml(path)
    top.only(*_KEYS)
    return IntakeDraft(
        name=_text(top, "name", LONGEST_ROUND),
        criteria=_criteria(top),
        for_candidates=read_questions(top, "ask_candidates"),
        for_companies=read_questions(top, "ask_companies"),
        procedure=_text(top, "procedure", LONGEST_PROCEDURE) if "procedure" in top.values else "",
        keep_days=_keep_days(top),
        programme=tidy(top.text("programme")) if "programme" in top.values else "",
    )


def _text(top: FileSection, key: str, longest: int) -> str:
    text = tidy(top.text(key))
    if not 0 < len(text) <= longest:
        raise top.refused(_("{place} has 1 to {longest} characters", place=key, longest=longest))
    return text


def _criteria(top: FileSection) -> tuple[str, ...]:
    criteria = tuple(tidy(text) for text in top.texts("criteria"))
    if not 0 < len(criteria) <= MOST_CRITERIA:
        raise top.refused(_("criteria has 1 to {most} texts", most=MOST_CRITERIA))
    for number, text in enumerate(criteria, 1):
        if not 0 < len(text) <= LONGEST_CRITERION:
            place = f"criteria[{number}]"
            problem = _(
                "{place} has 1 to {longest} characters", place=place, longest=LONGEST_CRITERION
            )
            raise top.refused(problem)
    if len({fold(text) for text in criteria}) < len(criteria):
        raise top.refused(_("criteria has the same text twice"))
    return criteria


def _keep_days(top: FileSection) -> int:
    days = top.number("keep_days", KEPT_DAYS)
    if not 0 <= days <= MOST_KEPT_DAYS:
        raise top.refused(_("keep_days is from 0 to {most}", most=MOST_KEPT_DAYS))
    return days
