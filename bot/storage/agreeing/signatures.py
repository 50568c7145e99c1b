"""Signatures that a student or a mentor says are there, on one connection."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    bindparam,
    delete,
    exists,
    insert,
    literal_column,
    select,
)
from typing_extensions import override

from bot.domain.agreeing.kinds import AgreementKind
from bot.domain.agreeing.steps import AgreementStep
from bot.ports.agreeing.signatures import SignatureClaim, Signatures
from bot.storage.connected import Connected
from bot.storage.tables import (
    agreement,
    agreement_step,
    person,
    placement,
    signature_claim,
    track,
    workplace,
)

_ONE: ColumnElement[int] = literal_column("1")
_student = person.alias("learns")
_OPEN = (
    select(
        signature_claim.c.agreement_id,
        agreement.c.placement_id,
        agreement.c.kind,
        signature_claim.c.step,
        _student.c.name.label("student"),
        workplace.c.name.label("workplace"),
        person.c.name.label("said_by"),
        signature_claim.c.said_at,
    )
    .join(agreement, agreement.c.id == signature_claim.c.agreement_id)
    .join(placement, placement.c.id == agreement.c.placement_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .join(track, track.c.id == placement.c.track_id)
    .join(_student, _student.c.id == track.c.student_id)
    .outerjoin(person, person.c.id == signature_claim.c.said_by_id)
    .where(
        agreement.c.placement_id.in_(bindparam("placements", expanding=True, type_=Integer)),
        ~exists(_ONE).where(
            agreement_step.c.agreement_id == signature_claim.c.agreement_id,
            agreement_step.c.step == signature_claim.c.step,
        ),
    )
    .order_by(signature_claim.c.said_at, signature_claim.c.step)
)
_OF = signature_claim.c.agreement_id == bindparam("agreement")
_THIS = (_OF, signature_claim.c.step == bindparam("which"))
_KNOWN = select(signature_claim.c.said_at).where(*_THIS)
_SCHOOL = select(agreement.c.organisation_id).where(agreement.c.id == bindparam("agreement"))
_SAY = insert(signature_claim)


class StoredSignatures(Connected, Signatures):
    """Such claims on one connection."""

    @override
    def list_open(self, placements: Collection[int]) -> Sequence[SignatureClaim]:
        rows = self._connection.execute(_OPEN, {"placements": list(placements)})
        return [
            SignatureClaim(
                row.agreement_id,
                row.placement_id,
                AgreementKind(row.kind),
                AgreementStep(row.step),
                row.student,
                row.workplace,
                row.said_by or "",
                row.said_at,
            )
            for row in rows
        ]

    @override
    def say(self, agreement_id: int, step: AgreementStep, by: int, at: datetime) -> bool:
        which: dict[str, Any] = {"agreement": agreement_id, "which": step.value}
        if self._connection.execute(_KNOWN, which).one_or_none() is not None:
            return False
        school = self._connection.execute(_SCHOOL, {"agreement": agreement_id}).scalar_one()
        said = {
            "organisation_id": school,
            "agreement_id": agreement_id,
            "step": step.value,
            "said_by_id": by,
            "said_at": at,
        }
        self._connection.execute(_SAY, said)
        return True

    @override
    def take_back(self, agreement_id: int, step: AgreementStep | None = None) -> None:
        which = {"agreement": agreement_id}
        if step is None:
            self._connection.execute(delete(signature_claim).where(_OF), which)
        else:
            asked = {**which, "which": step.value}
            self._connection.execute(delete(signature_claim).where(*_THIS), asked)
