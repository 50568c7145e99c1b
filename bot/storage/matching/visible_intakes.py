"""What a person may see of intakes: their questions read them by `INTAKE_SIGHT` alone."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    and_,
    bindparam,
    exists,
    false,
    or_,
    select,
)
from typing_extensions import override

from bot.domain.matching.candidacies import Candidacy, OfferedPlace
from bot.domain.matching.intakes import Intake
from bot.domain.matching.interviews import Interview
from bot.domain.questions import GivenAnswer, SheetPurpose
from bot.domain.school.intake_visibility import (
    INTAKE_SIGHT,
    SCORES_WITHOUT_INTAKE,
    IntakePart,
    IntakeSeat,
    IntakeSight,
)
from bot.ports.matching.interviews import IntakeReads
from bot.storage.connected import Connected
from bot.storage.matching.leading import coaches_it, takes_part
from bot.storage.matching.shapes import (
    BY_NAME,
    BY_WORKPLACE,
    CANDIDACIES,
    INTAKES,
    INTERVIEWS,
    PLACES,
    candidacy_of,
    interview_of,
    place_of,
    read_intakes,
    read_met,
)
from bot.storage.tables import (
    answer_sheet,
    candidacy,
    former_involvement,
    given_answer,
    intake,
    intake_leader,
    interview,
    involvement,
    offered_place,
    track,
)

_VIEWER: BindParameter[int] = bindparam("viewer")
_ANY_LEADER = exists().where(intake_leader.c.intake_id == intake.c.id).correlate(intake)
_LEADS: ColumnElement[bool] = and_(
    or_(
        exists()
        .where(intake_leader.c.intake_id == intake.c.id, intake_leader.c.person_id == _VIEWER)
        .correlate(intake),
        and_(~_ANY_LEADER, coaches_it(_VIEWER)),
    ),
    ~takes_part(_VIEWER),
)
"""Whether the viewer leads a row's intake: nobody who takes part in it does, however it came."""

_APART = [role.value for role in sorted(SCORES_WITHOUT_INTAKE)]
_SCORES_THEM: ColumnElement[bool] = or_(
    *(
        exists()
        .where(
            table.c.person_id == _VIEWER,
            table.c.role.in_(_APART),
            table.c.track_id == track.c.id,
            track.c.student_id == candidacy.c.person_id,
        )
        .correlate(candidacy)
        for table in (involvement, former_involvement)
    )
)
"""Whether the viewer says, or said, how the candidate of a row learns."""

_IS_CANDIDATE = candidacy.c.person_id == _VIEWER
_HAS_PLACE: ColumnElement[bool] = (
    exists()
    .where(offered_place.c.id == interview.c.place_id, offered_place.c.contact_id == _VIEWER)
    .correlate(interview)
)
_DECIDED = interview.c.decided_at.is_not(None)

_ROWS: dict[tuple[IntakeSeat, IntakePart], dict[IntakeSight, ColumnElement[bool]]] = {
    (IntakeSeat.CANDIDATE, IntakePart.CANDIDATE_ANSWERS): {IntakeSight.OWN: _IS_CANDIDATE},
    (IntakeSeat.LEADER, IntakePart.CANDIDATE_ANSWERS): {
        IntakeSight.ALL: and_(_LEADS, ~_SCORES_THEM, candidacy.c.sent_at.is_not(None))
    },
    (IntakeSeat.COMPANY, IntakePart.COMPANY_ANSWERS): {
        IntakeSight.OWN: offered_place.c.contact_id == _VIEWER
    },
    (IntakeSeat.LEADER, IntakePart.COMPANY_ANSWERS): {
        IntakeSight.ALL: and_(_LEADS, offered_place.c.sent_at.is_not(None))
    },
    (IntakeSeat.CANDIDATE, IntakePart.INTERVIEW): {IntakeSight.OWN: _IS_CANDIDATE},
    (IntakeSeat.COMPANY, IntakePart.INTERVIEW): {IntakeSight.OWN: _HAS_PLACE},
    (IntakeSeat.LEADER, IntakePart.INTERVIEW): {IntakeSight.ALL: and_(_LEADS, ~_SCORES_THEM)},
    (IntakeSeat.CANDIDATE, IntakePart.VERDICT): {IntakeSight.OWN: and_(_IS_CANDIDATE, _DECIDED)},
    (IntakeSeat.LEADER, IntakePart.VERDICT): {IntakeSight.ALL: and_(_LEADS, ~_SCORES_THEM)},
}
"""Which rows a seat sees of a part, as much as its sight says; what is not here is nothing."""


def _seen(part: IntakePart) -> ColumnElement[bool]:
    rows = [
        _ROWS[seat, part][INTAKE_SIGHT[seat, part]]
        for seat in IntakeSeat
        if INTAKE_SIGHT[seat, part] is not IntakeSight.NOTHING
    ]
    return or_(false(), *rows)


_LED = INTAKES.where(_LEADS).order_by(intake.c.closed_at.is_not(None), intake.c.id.desc())
_OWN = CANDIDACIES.where(_IS_CANDIDATE).order_by(candidacy.c.id.desc())
_OWN_PLACES = PLACES.where(offered_place.c.contact_id == _VIEWER).order_by(
    offered_place.c.id.desc()
)
_CANDIDATES = CANDIDACIES.where(
    candidacy.c.intake_id == bindparam("intake"), _LEADS, ~_SCORES_THEM
).order_by(*BY_NAME)
_PLACES = PLACES.where(offered_place.c.intake_id == bindparam("intake"), _LEADS).order_by(
    *BY_WORKPLACE
)
_INTERVIEWS = (
    INTERVIEWS.add_columns(_seen(IntakePart.VERDICT).label("deep"))
    .where(_seen(IntakePart.INTERVIEW))
    .order_by(interview.c.id)
)
_OF_INTAKE = _INTERVIEWS.where(candidacy.c.intake_id == bindparam("intake"))
_FIND = _INTERVIEWS.where(interview.c.id == bindparam("this"))
_MAY_CANDIDATE = CANDIDACIES.where(
    candidacy.c.id == bindparam("this"), _seen(IntakePart.CANDIDATE_ANSWERS)
)
_MAY_COMPANY = PLACES.where(
    offered_place.c.id == bindparam("this"), _seen(IntakePart.COMPANY_ANSWERS)
)


def _answers(purpose: SheetPurpose, may: Select[Any], whose: str) -> Select[Any]:
    seen = may.subquery()
    return (
        select(given_answer.c.number, given_answer.c.value, given_answer.c.words)
        .join(answer_sheet, answer_sheet.c.id == given_answer.c.sheet_id)
        .join(seen, seen.c.id == answer_sheet.c.for_id)
        .where(answer_sheet.c.purpose == purpose.value, answer_sheet.c.person_id == seen.c[whose])
        .order_by(given_answer.c.number)
    )


_OF_CANDIDATE = _answers(SheetPurpose.INTAKE, _MAY_CANDIDATE, "person_id")
_OF_COMPANY = _answers(SheetPurpose.OFFER, _MAY_COMPANY, "contact_id")


class VisibleIntakes(Connected, IntakeReads):
    """What somebody may see of intakes, on one connection."""

    @override
    def list_led(self, viewer_id: int) -> Sequence[Intake]:
        return read_intakes(self._connection, _LED, viewer=viewer_id)

    @override
    def is_led(self, viewer_id: int, intake_id: int) -> bool:
        this = _LED.where(intake.c.id == bindparam("this"))
        asked = {"viewer": viewer_id, "this": intake_id}
        return self._connection.execute(this, asked).first() is not None

    @override
    def list_own(self, viewer_id: int) -> Sequence[Candidacy]:
        return [candidacy_of(row) for row in self._rows(_OWN, viewer_id)]

    @override
    def list_own_places(self, viewer_id: int) -> Sequence[OfferedPlace]:
        return [place_of(row) for row in self._rows(_OWN_PLACES, viewer_id)]

    @override
    def list_candidates(self, viewer_id: int, intake_id: int) -> Sequence[Candidacy]:
        return [candidacy_of(row) for row in self._rows(_CANDIDATES, viewer_id, intake=intake_id)]

    @override
    def list_places(self, viewer_id: int, intake_id: int) -> Sequence[OfferedPlace]:
        return [place_of(row) for row in self._rows(_PLACES, viewer_id, intake=intake_id)]

    @override
    def read_candidate(self, viewer_id: int, candidacy_id: int) -> Sequence[GivenAnswer] | None:
        if not self._rows(_MAY_CANDIDATE, viewer_id, this=candidacy_id):
            return None
        return self._answers(_OF_CANDIDATE, viewer_id, candidacy_id)

    @override
    def read_company(self, viewer_id: int, place_id: int) -> Sequence[GivenAnswer] | None:
        if not self._rows(_MAY_COMPANY, viewer_id, this=place_id):
            return None
        return self._answers(_OF_COMPANY, viewer_id, place_id)

    @override
    def list_interviews(self, viewer_id: int, intake_id: int) -> Sequence[Interview]:
        return self._interviews(_OF_INTAKE, viewer_id, intake=intake_id)

    @override
    def find_interview(self, viewer_id: int, interview_id: int) -> Interview | None:
        return next(iter(self._interviews(_FIND, viewer_id, this=interview_id)), None)

    def _rows(self, found: Select[Any], viewer_id: int, **asked: object) -> Sequence[Any]:
        return self._connection.execute(found, {"viewer": viewer_id, **asked}).all()

    def _answers(self, found: Select[Any], viewer_id: int, this: int) -> Sequence[GivenAnswer]:
        rows = self._rows(found, viewer_id, this=this)
        return [GivenAnswer(row.number, row.value, row.words or "") for row in rows]

    def _interviews(self, found: Select[Any], viewer: int, **asked: object) -> list[Interview]:
        rows = self._rows(found, viewer, **asked)
        met = read_met(self._connection, [row.id for row in rows if row.deep])
        return [
            interview_of(row, met[row.id]) if row.deep else _without_verdict(row) for row in rows
        ]


def _without_verdict(row: Any) -> Interview:
    """Read when an interview is, with whom, and whether it led to a match once it was decided."""
    whole = interview_of(row, {})
    return Interview(
        whole.id, whole.organisation_id, whole.intake_id, whole.candidacy_id, whole.place_id,
        whole.leader_id, whole.planned_for, whole.changes, whole.made_at, whole.called_off_at,
        whole.outcome if whole.decided_at else None, decided_at=whole.decided_at,
    )  # fmt: skip
