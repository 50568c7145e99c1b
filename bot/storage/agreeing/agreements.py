"""Agreements about placements and their checklists, on one connection."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import (
    BindParameter,
    Integer,
    Row,
    bindparam,
    delete,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    union_all,
    update,
)
from typing_extensions import override

from bot.domain.agreeing.agreements import AgreedPlace, PlacementAgreement
from bot.domain.agreeing.kinds import AgreementKind
from bot.domain.agreeing.steps import AgreementStep
from bot.domain.planning.training_plans import Party
from bot.domain.school.accompanying import AGREEMENT_SIGHT, AgreementSight
from bot.domain.school.frameworks import Setting
from bot.domain.school.tracks import Role
from bot.ports.agreeing.agreements import Agreements
from bot.storage.columns import Identity
from bot.storage.connected import Connected
from bot.storage.tables import (
    agreement,
    agreement_reminder,
    agreement_step,
    involvement,
    person,
    placement,
    programme,
    recognition,
    signature_claim,
    track,
    training_plan,
    training_plan_agreement,
    workplace,
)

_SEES = [role.value for role, sight in AGREEMENT_SIGHT.items() if sight > AgreementSight.NOTHING]
_VIEWER: BindParameter[int] = bindparam("viewer", type_=Identity)
_TRACKS = bindparam("tracks", expanding=True, type_=Integer)
_PLACEMENTS = bindparam("placements", expanding=True, type_=Integer)
_HOLD = select(placement.c.id).where(placement.c.id == bindparam("placement")).with_for_update()
_SEATS = union_all(
    select(
        track.c.id.label("track_id"),
        null().label("placement_id"),
        literal(Role.STUDENT.value).label("role"),
    ).where(track.c.student_id == _VIEWER),
    select(involvement.c.track_id, involvement.c.placement_id, involvement.c.role).where(
        involvement.c.person_id == _VIEWER
    ),
).subquery("seats")
_PLACES = (
    select(
        placement.c.id,
        placement.c.track_id,
        placement.c.organisation_id,
        track.c.student_id,
        person.c.name.label("student"),
        person.c.guardian,
        workplace.c.name.label("workplace"),
        programme.c.setting,
        placement.c.weekly_hours,
        placement.c.starts_on,
        placement.c.ends_on,
        placement.c.stopped_on,
        _SEATS.c.role,
    )
    .join(track, track.c.id == placement.c.track_id)
    .join(person, person.c.id == track.c.student_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .join(programme, programme.c.id == track.c.programme_id)
    .join(_SEATS, _SEATS.c.track_id == placement.c.track_id)
    .where(
        placement.c.track_id.in_(_TRACKS),
        placement.c.ended_at.is_(None),
        placement.c.left_at.is_(None),
        _SEATS.c.role.in_(_SEES),
        # A mentor's is the own workplace.
        or_(_SEATS.c.role != Role.MENTOR.value, _SEATS.c.placement_id == placement.c.id),
    )
    .order_by(person.c.folded_name, workplace.c.name, placement.c.id)
)
_OF = (
    select(
        agreement.c.id,
        agreement.c.placement_id,
        agreement.c.kind,
        agreement.c.starts_on,
        agreement.c.ends_on,
        agreement.c.ended_on,
    )
    .where(agreement.c.placement_id.in_(_PLACEMENTS))
    .order_by(agreement.c.starts_on, agreement.c.id)
)
_DONE = select(agreement_step.c.agreement_id, agreement_step.c.step).where(
    agreement_step.c.agreement_id.in_(bindparam("agreements", expanding=True, type_=Integer))
)
_NEWEST = (
    select(func.max(training_plan.c.id).label("id"))
    .where(training_plan.c.placement_id.in_(_PLACEMENTS))
    .group_by(training_plan.c.placement_id)
    .subquery("newest")
)
_PLANNED = (
    select(training_plan.c.placement_id)
    .join(_NEWEST, _NEWEST.c.id == training_plan.c.id)
    .join(
        training_plan_agreement,
        training_plan_agreement.c.training_plan_id == training_plan.c.id,
    )
    .group_by(training_plan.c.placement_id)
    .having(func.count(training_plan_agreement.c.party.distinct()) == len(Party))
)
_RECOGNISED = (
    select(placement.c.id, recognition.c.recognised_until)
    .join(track, track.c.id == placement.c.track_id)
    .join(
        recognition,
        (recognition.c.workplace_id == placement.c.workplace_id)
        & (recognition.c.programme_id == track.c.programme_id),
    )
    .where(placement.c.id.in_(_PLACEMENTS), recognition.c.recognised_until.is_not(None))
)
_THIS = agreement.c.id == bindparam("this")
_ADD = insert(agreement).returning(agreement.c.id)
_DROP_STEPS = delete(agreement_step).where(agreement_step.c.agreement_id == bindparam("this"))
_DROP_CLAIMS = delete(signature_claim).where(signature_claim.c.agreement_id == bindparam("this"))
_DROP_REMINDERS = delete(agreement_reminder).where(
    agreement_reminder.c.agreement_id == bindparam("this")
)
_DROP = delete(agreement).where(_THIS)
_END = update(agreement).where(_THIS).values(ended_on=bindparam("day"))
_STEP = (
    agreement_step.c.agreement_id == bindparam("this"),
    agreement_step.c.step == bindparam("which"),
)
_KNOWN = select(agreement_step.c.done_at).where(*_STEP)
_ORGANISATION = select(agreement.c.organisation_id).where(_THIS)
_TICK = insert(agreement_step)
_UNTICK = delete(agreement_step).where(*_STEP)
_WHOM = (
    agreement_reminder.c.agreement_id == bindparam("this"),
    agreement_reminder.c.role == bindparam("which"),
)
_REMINDED = select(agreement_reminder.c.reminded_on).where(*_WHOM)
_FORGET_REMINDED = delete(agreement_reminder).where(*_WHOM)
_REMIND = insert(agreement_reminder)
_HOURS = update(placement).where(placement.c.id == bindparam("this"))
_SETTING = select(programme.c.setting).where(programme.c.id == bindparam("this"))
_SET = update(programme).where(programme.c.id == bindparam("this"))


class StoredAgreements(Connected, Agreements):
    """Agreements on one connection."""

    @override
    def list_places(self, viewer_id: int, tracks: Collection[int]) -> Sequence[AgreedPlace]:
        rows = self._connection.execute(_PLACES, {"viewer": viewer_id, "tracks": list(tracks)})
        seen: dict[int, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
        for row in rows:
            seen[row.id].append(row)
        return [_place(own) for own in seen.values()]

    @override
    def list_of(self, placements: Collection[int]) -> Sequence[PlacementAgreement]:
        rows = self._connection.execute(_OF, {"placements": list(placements)})
        return [
            PlacementAgreement(
                row.id,
                row.placement_id,
                AgreementKind(row.kind),
                date.fromisoformat(row.starts_on),
                date.fromisoformat(row.ends_on),
                _day(row.ended_on),
            )
            for row in rows
        ]

    @override
    def hold(self, placement_id: int) -> Sequence[PlacementAgreement]:
        self._connection.execute(_HOLD, {"placement": placement_id})
        return self.list_of((placement_id,))

    @override
    def list_done(self, agreements: Collection[int]) -> Mapping[int, frozenset[AgreementStep]]:
        done: dict[int, set[AgreementStep]] = defaultdict(set)
        for row in self._connection.execute(_DONE, {"agreements": list(agreements)}):
            done[row.agreement_id].add(AgreementStep(row.step))
        return {which: frozenset(steps) for which, steps in done.items()}

    @override
    def list_planned(self, placements: Collection[int]) -> frozenset[int]:
        rows = self._connection.execute(_PLANNED, {"placements": list(placements)})
        return frozenset(rows.scalars())

    @override
    def list_recognised(self, placements: Collection[int]) -> Mapping[int, date]:
        rows = self._connection.execute(_RECOGNISED, {"placements": list(placements)})
        return {row.id: date.fromisoformat(row.recognised_until) for row in rows}

    @override
    def add(
        self,
        place: AgreedPlace,
        kind: AgreementKind,
        days: tuple[date, date],
        made_by: int,
        at: datetime,
    ) -> int:
        first, last = days
        made = {
            "organisation_id": place.organisation_id,
            "placement_id": place.placement_id,
            "kind": kind.value,
            "starts_on": first.isoformat(),
            "ends_on": last.isoformat(),
            "made_by_id": made_by,
            "made_at": at,
        }
        return int(self._connection.execute(_ADD, made).scalar_one())

    @override
    def drop(self, agreement_id: int) -> None:
        for statement in (_DROP_STEPS, _DROP_CLAIMS, _DROP_REMINDERS, _DROP):
            self._connection.execute(statement, {"this": agreement_id})

    @override
    def end(self, agreement_id: int, ended_on: date | None) -> None:
        day = ended_on.isoformat() if ended_on else None
        self._connection.execute(_END, {"this": agreement_id, "day": day})

    @override
    def tick(self, agreement_id: int, step: AgreementStep, by: int, at: datetime) -> None:
        which = {"this": agreement_id, "which": step.value}
        if self._connection.execute(_KNOWN, which).first() is not None:
            return
        school = self._connection.execute(_ORGANISATION, {"this": agreement_id}).scalar_one()
        kept = {
            "organisation_id": school,
            "agreement_id": agreement_id,
            "step": step.value,
            "done_by_id": by,
            "done_at": at,
        }
        self._connection.execute(_TICK, kept)

    @override
    def untick(self, agreement_id: int, step: AgreementStep) -> None:
        self._connection.execute(_UNTICK, {"this": agreement_id, "which": step.value})

    @override
    def note_reminded(self, agreement_id: int, role: Role, day: date) -> bool:
        which = {"this": agreement_id, "which": role.value}
        if self._connection.execute(_REMINDED, which).scalar_one_or_none() == day.isoformat():
            return False
        self._connection.execute(_FORGET_REMINDED, which)
        school = self._connection.execute(_ORGANISATION, {"this": agreement_id}).scalar_one()
        kept = {
            "organisation_id": school,
            "agreement_id": agreement_id,
            "role": role.value,
            "reminded_on": day.isoformat(),
        }
        self._connection.execute(_REMIND, kept)
        return True

    @override
    def say_hours(self, placement_id: int, hours: Fraction | None) -> None:
        self._connection.execute(_HOURS.values(weekly_hours=hours), {"this": placement_id})

    @override
    def read_setting(self, programme_id: int) -> Setting | None:
        held = self._connection.execute(_SETTING, {"this": programme_id}).scalar_one()
        return Setting(held) if held else None

    @override
    def set_setting(self, programme_id: int, setting: Setting | None) -> None:
        held = setting.value if setting else None
        self._connection.execute(_SET.values(setting=held), {"this": programme_id})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _place(rows: Sequence[Row[*tuple[Any, ...]]]) -> AgreedPlace:
    """Join the rows of a placement, one for each role of whoever looks."""
    row = rows[0]
    return AgreedPlace(
        row.id,
        row.track_id,
        row.organisation_id,
        row.student_id,
        row.student,
        row.workplace,
        Setting(row.setting) if row.setting else None,
        row.weekly_hours,
        _day(row.starts_on),
        _day(row.ends_on),
        _day(row.stopped_on),
        guarded=bool(row.guardian),
        roles=_roles(rows),
    )


def _roles(rows: Iterable[Row[*tuple[Any, ...]]]) -> frozenset[Role]:
    return frozenset(Role(row.role) for row in rows)
