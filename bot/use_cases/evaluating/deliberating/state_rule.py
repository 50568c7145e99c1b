"""State how a programme's result at the workplace comes about, and the mark to reach."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any

from bot.domain.evaluating.workplace_rule import (
    BrokenRule,
    RuleKind,
    SaidWeights,
    WorkplaceRule,
    check_rule,
)
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.tracks import Role
from bot.ports import UnitOfWork
from bot.ports.acts import Act
from bot.ports.evaluating.workplace import StatedRule


class UnfitRule(Exception):
    """A rule does not fit its programme; `competence` is the one that is concerned, if any.

    `number` is one that no competence of the programme has.
    """

    def __init__(
        self, broken: BrokenRule, competence: Competence | None = None, number: int = 0
    ) -> None:
        """Say what is wrong with it."""
        super().__init__(broken.value)
        self.broken = broken
        self.competence = competence
        self.number = number


class NoCoach(Exception):
    """Only who coaches in a programme states its rule."""


def make_rule(
    programme: Programme, kind: RuleKind, to_reach: Fraction, weights: SaidWeights | None = None
) -> WorkplaceRule:
    """Make a rule of what was said by the numbers of competences. Raises UnfitRule."""
    if kind is not RuleKind.WEIGHTED:
        return WorkplaceRule(kind, to_reach)
    said = weights or SaidWeights({})
    for number in said.by_number:
        if programme.competence(number) is None:
            raise UnfitRule(BrokenRule.NO_COMPETENCE, number=number)
    given = (
        (competence.id, said.by_number.get(competence.number, said.others))
        for competence in programme.competences
    )
    return WorkplaceRule(
        kind, to_reach, {own: weight for own, weight in given if weight is not None}
    )


def state_rule(
    uow: UnitOfWork,
    programme: Programme,
    rule: WorkplaceRule,
    at: datetime,
    by: int | None = None,
) -> int | None:
    """State a programme's rule at an instant (aware), unless it says the same already.

    `by` is the coach who does so in the chat, and can undo the entry that comes back; without one
    it is the school, by its file or command. Raises UnfitRule, NoCoach.
    """
    broken = check_rule(rule, [competence.id for competence in programme.competences])
    if broken is not None:
        kind, competence = broken
        found = programme.competence_by_id(competence) if competence else None
        raise UnfitRule(kind, found)
    if by is not None and not coaches(uow, by, programme.id):
        raise NoCoach
    before = uow.workplace_results.read_rule(programme.id)
    if before is not None and before.rule == rule:
        return None
    entry = None
    if by is not None:
        kept = {"of": programme.id, "was": write_rule(before)}
        entry = uow.acts.record(by, Act.WORKPLACE_RULE, at, programme.title, kept)
    uow.workplace_results.set_rule(programme.id, rule, by, at)
    return entry


def coaches(uow: UnitOfWork, person_id: int, programme_id: int) -> bool:
    """Say whether somebody coaches a student of a programme."""
    return any(
        track.programme_id == programme_id and Role.COACH in track.roles
        for track in uow.tracks.list_of(person_id)
    )


def write_rule(stated: StatedRule | None) -> dict[str, Any] | None:
    """Write a rule as plain values, with who stated it and when."""
    if stated is None:
        return None
    return {
        "kind": stated.rule.kind.value,
        "to_reach": str(stated.rule.to_reach),
        "weights": {str(own): weight for own, weight in sorted(stated.rule.weights.items())},
        "author": stated.author_id,
        "at": stated.said_at.isoformat(),
    }


def put_rule(uow: UnitOfWork, programme_id: int, plain: Mapping[str, Any] | None) -> None:
    """Put a rule back as it was written; none where none was."""
    if plain is None:
        uow.workplace_results.drop_rule(programme_id)
        return
    weights = {int(own): weight for own, weight in plain["weights"].items()}
    rule = WorkplaceRule(RuleKind(plain["kind"]), Fraction(plain["to_reach"]), weights)
    said_at = datetime.fromisoformat(plain["at"])
    uow.workplace_results.set_rule(programme_id, rule, plain["author"], said_at)
