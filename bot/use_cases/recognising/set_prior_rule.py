"""Set what counts of what a student had learned before, in a programme."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.school.frameworks import PriorRule
from bot.domain.school.tracks import Person
from bot.ports import Entry, UnitOfWork
from bot.ports.acts import Act


@dataclass(frozen=True, slots=True)
class ProgrammePriorRule:
    """What a programme counts of what was learned before."""

    programme_id: int
    code: str
    title: str
    rule: PriorRule


def list_prior_rules(uow: UnitOfWork, organisation_id: int) -> Sequence[ProgrammePriorRule]:
    """List what each programme of a school counts."""
    rows = uow.catalogue.programmes.list_all(organisation_id)
    return [
        ProgrammePriorRule(row.id, row.code, row.title, PriorRule(row.prior_rule)) for row in rows
    ]


def set_prior_rule(
    uow: UnitOfWork,
    organisation_id: int,
    programme_id: int,
    rule: PriorRule,
    at: datetime,
    *,
    by: int | None = None,
) -> bool:
    """Set it; False where it is so already. Photos keep the rule of their instant.

    `by` is who does so in a chat, None for the command line. Raises LookupError for a programme
    that is not the school's.
    """
    rows = {row.id: row for row in uow.catalogue.programmes.list_all(organisation_id)}
    known = rows[programme_id]
    if known.prior_rule == rule.value:
        return False
    uow.catalogue.programmes.change([replace(known, prior_rule=rule.value)])
    uow.catalogue.raise_revisions([programme_id])
    uow.rights_acts.note(
        organisation_id, RightsActKind.SCHOOL_CHANGED, at, by, programme=programme_id
    )
    return True


def change_prior_rule(
    uow: UnitOfWork, person: Person, programme_id: int, rule: PriorRule, at: datetime
) -> int | None:
    """Change it as an administrator wishes; gives the entry, None where it is so already.

    Raises LookupError for a programme that is not the school's.
    """
    known = {own.programme_id: own for own in list_prior_rules(uow, person.organisation_id)}
    before = known[programme_id]
    if not set_prior_rule(uow, person.organisation_id, programme_id, rule, at, by=person.id):
        return None
    kept = {"of": programme_id, "was": before.rule.value, "now": rule.value}
    return uow.acts.record(person.id, Act.PRIOR_RULE, at, before.title, kept)


def put_prior_rule_back(uow: UnitOfWork, entry: Entry, at: datetime) -> bool:
    """Put back what held before; False where somebody else changed it since."""
    person = uow.people.find(entry.author_id)
    if person is None or not uow.administrators.is_one(person.id):
        return False
    programme = entry.before["of"]
    known = {own.programme_id: own for own in list_prior_rules(uow, person.organisation_id)}
    if programme not in known or known[programme].rule.value != entry.before["now"]:
        return False
    was = PriorRule(entry.before["was"])
    return set_prior_rule(uow, person.organisation_id, programme, was, at, by=person.id)
