"""Competences as three perspectives see them, written as letters, for the tests of divergence."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from bot.domain.divergence.comparison import Case
from bot.domain.divergence.kinds import Divergence, DivergenceKind
from bot.domain.divergence.rule import divergences
from bot.domain.divergence.thresholds import Thresholds
from bot.domain.school.frameworks import CutOff
from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery

NOW = datetime(2026, 11, 10, 9, tzinfo=UTC)
DAY = timedelta(days=1)
SAID = NOW - DAY
STUDENT, MENTOR, TEACHER = PERSPECTIVES


def film(masteries: str, coverages: str = "", said_at: datetime = SAID) -> dict[int, Mark]:
    """Marks of indicators 1, 2, …: X, L, V, `/` for 'not here', `-` for nothing; and N, S, R."""
    marks = {}
    for number, letter in enumerate(masteries, 1):
        coverage = coverages[number - 1 : number].strip("-")
        marks[number] = Mark(
            mastery=Mastery(letter) if letter in "XLV" else None,
            coverage=Coverage.NOT_YET
            if letter == "/"
            else Coverage(coverage)
            if coverage
            else None,
            not_here=letter == "/",
            mastery_at=said_at if letter != "-" else None,
            said_at=said_at,
        )
    return {number: mark for number, mark in marks.items() if mark != Mark(said_at=said_at)}


def case(
    student: str | Mapping[int, Mark] = "",
    mentor: str | Mapping[int, Mark] = "",
    teacher: str | Mapping[int, Mark] = "",
    size: int = 0,
    **more: Any,
) -> Case:
    """A competence with as many indicators as said, or as the longest film has."""
    said = {STUDENT: student, MENTOR: mentor, TEACHER: teacher}
    marks = {role: film(own) if isinstance(own, str) else own for role, own in said.items()}
    longest = (len(own) if isinstance(own, str) else max(own, default=0) for own in said.values())
    size = size or max(longest)
    rules: dict[str, Any] = {"cut_off": CutOff.AT_LEAST, "thresholds": Thresholds(), "now": NOW}
    return Case(indicators=tuple(range(1, size + 1)), marks=marks, **(rules | more))


def found(seen: Case) -> dict[DivergenceKind, Divergence]:
    """What the rule finds, by kind."""
    return {divergence.kind: divergence for divergence in divergences(seen)}


def films(size: int, letters: str = "XLV-/", coverages: str = "NSR-") -> st.SearchStrategy[Any]:
    """Films of a competence of this size, without L or V beside N, which is never stored."""
    sound = [(m, c) for m in letters for c in coverages if m in "X-/" or c != "N"]
    pairs = st.lists(st.sampled_from(sound), min_size=size, max_size=size)
    return pairs.map(lambda said: film("".join(m for m, _ in said), "".join(c for _, c in said)))


def cases(letters: str = "XLV-/", coverages: str = "NSR-", **more: Any) -> st.SearchStrategy[Case]:
    """Competences of one to eight indicators that three people have scored in any way."""

    def of_size(size: int) -> st.SearchStrategy[Case]:
        three = [films(size, letters, coverages)] * len(PERSPECTIVES)
        return st.builds(
            case, *three, size=st.just(size), **{k: st.just(v) for k, v in more.items()}
        )

    return st.integers(1, 8).flatmap(of_size)


def roles_in(divergence: Divergence) -> set[Role]:
    """Everybody who takes part."""
    return {role for side in divergence.sides for role in side}
