"""How rounds, candidacies, places and interviews are read, whoever reads them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Integer, Row, Select, bindparam, select

from bot.domain.matching.candidacies import (
    Candidacy,
    CandidacyEnding,
    OfferedPlace,
    PlaceEnding,
)
from bot.domain.matching.intakes import Criterion, Intake
from bot.domain.matching.interviews import (
    Alternative,
    CriterionMet,
    Interview,
    InterviewOutcome,
)
from bot.storage.tables import (
    candidacy,
    criterion_verdict,
    intake,
    intake_criterion,
    interview,
    offered_place,
    person,
    programme,
)

INTAKES = select(
    intake.c.id,
    intake.c.organisation_id,
    intake.c.programme_id,
    programme.c.title.label("programme"),
    intake.c.name,
    intake.c.procedure,
    intake.c.keep_days,
    intake.c.closed_at,
).join(programme, programme.c.id == intake.c.programme_id)

CANDIDACIES = (
    select(
        candidacy.c.id,
        candidacy.c.intake_id,
        candidacy.c.organisation_id,
        candidacy.c.person_id,
        person.c.name,
        candidacy.c.added,
        candidacy.c.made_at,
        candidacy.c.sent_at,
        candidacy.c.ended_at,
        candidacy.c.ending,
        candidacy.c.erase_at,
    )
    .join(person, person.c.id == candidacy.c.person_id)
    .join(intake, intake.c.id == candidacy.c.intake_id)
)
BY_NAME = (person.c.folded_name, candidacy.c.id)

PLACES = (
    select(
        offered_place.c.id,
        offered_place.c.intake_id,
        offered_place.c.organisation_id,
        offered_place.c.contact_id,
        person.c.name.label("contact"),
        offered_place.c.workplace,
        offered_place.c.added,
        offered_place.c.made_at,
        offered_place.c.sent_at,
        offered_place.c.ended_at,
        offered_place.c.ending,
        offered_place.c.erase_at,
    )
    .join(person, person.c.id == offered_place.c.contact_id)
    .join(intake, intake.c.id == offered_place.c.intake_id)
)
BY_WORKPLACE = (offered_place.c.workplace, offered_place.c.id)

INTERVIEWS = (
    select(
        interview.c.id,
        interview.c.organisation_id,
        candidacy.c.intake_id,
        interview.c.candidacy_id,
        interview.c.place_id,
        interview.c.leader_id,
        interview.c.planned_for,
        interview.c.changes,
        interview.c.made_at,
        interview.c.called_off_at,
        interview.c.outcome,
        interview.c.feedback,
        interview.c.alternative,
        interview.c.alternative_words,
        interview.c.decided_at,
    )
    .join(candidacy, candidacy.c.id == interview.c.candidacy_id)
    .join(intake, intake.c.id == candidacy.c.intake_id)
)

_INTERVIEW_COLUMNS = [column.name for column in INTERVIEWS.selected_columns]

_CRITERIA = (
    select(intake_criterion)
    .where(
        intake_criterion.c.intake_id.in_(bindparam("intakes", expanding=True, type_=Integer)),
    )
    .order_by(intake_criterion.c.number)
)
_MET = select(
    criterion_verdict.c.interview_id, criterion_verdict.c.criterion_id, criterion_verdict.c.met
).where(
    criterion_verdict.c.interview_id.in_(bindparam("interviews", expanding=True, type_=Integer))
)


def read_intakes(connection: Connection, found: Select[Any], **asked: object) -> list[Intake]:
    """Read rounds with their criteria."""
    rows = connection.execute(found, asked).all()
    criteria: dict[int, list[Criterion]] = {row.id: [] for row in rows}
    if rows:
        for own in connection.execute(_CRITERIA, {"intakes": list(criteria)}):
            criteria[own.intake_id].append(Criterion(own.id, own.number, own.text))
    return [Intake(**row._mapping, criteria=tuple(criteria[row.id])) for row in rows]


def candidacy_of(row: Row[*tuple[Any, ...]]) -> Candidacy:
    """Read a candidacy."""
    ending = CandidacyEnding(row.ending) if row.ending else None
    return Candidacy(**{**row._mapping, "ending": ending})


def place_of(row: Row[*tuple[Any, ...]]) -> OfferedPlace:
    """Read a place on offer."""
    ending = PlaceEnding(row.ending) if row.ending else None
    return OfferedPlace(**{**row._mapping, "ending": ending})


def read_met(
    connection: Connection, interviews: Sequence[int]
) -> Mapping[int, Mapping[int, CriterionMet]]:
    """Read what was said of each criterion, by interview."""
    met: dict[int, dict[int, CriterionMet]] = {own: {} for own in interviews}
    if interviews:
        for row in connection.execute(_MET, {"interviews": list(interviews)}):
            met[row.interview_id][row.criterion_id] = CriterionMet(row.met)
    return met


def interview_of(row: Row[*tuple[Any, ...]], met: Mapping[int, CriterionMet]) -> Interview:
    """Read an interview with all that was said of it."""
    values = {name: row._mapping[name] for name in _INTERVIEW_COLUMNS}
    outcome = InterviewOutcome(row.outcome) if row.outcome else None
    alternative = Alternative(row.alternative) if row.alternative else None
    return Interview(**{**values, "outcome": outcome, "alternative": alternative, "met": met})
