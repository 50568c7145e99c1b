"""Activity lists on one connection."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    and_,
    bindparam,
    delete,
    insert,
    null,
    select,
    union,
    update,
)
from typing_extensions import override

from bot.domain.agreeing.recognitions import needs_recognition
from bot.domain.planning.activities import OWN, Activity, ActivityList
from bot.domain.school.frameworks import Setting
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_ACTIVITIES
from bot.ports.planning.activities import Activities, Author, Offer
from bot.storage.connected import Connected
from bot.storage.planning.offered import OF_ACTIVITIES, OF_CONTEXTS, read_offered
from bot.storage.school.recognised import KNOWN, OF_PLACE, recognition_of
from bot.storage.tables import (
    activity,
    activity_competence,
    activity_context,
    activity_exception,
    activity_list,
    involvement,
    person,
    placement,
    programme,
    recognition,
    track,
    workplace,
)

_LIST = (
    activity_list.c.id,
    *KNOWN,
    programme.c.setting,
    activity_list.c.author_id,
    activity_list.c.author_role,
    activity_list.c.changed_at,
    person.c.name.label("author"),
)
_PLACE = (workplace.c.organisation_id, workplace.c.id.label("workplace_id"), workplace.c.name)
_SEEN = (
    select(*_PLACE, track.c.programme_id, involvement.c.role, *_LIST)
    .select_from(involvement)
    .join(placement, placement.c.id == involvement.c.placement_id)
    .join(track, track.c.id == placement.c.track_id)
    .join(workplace, workplace.c.id == placement.c.workplace_id)
    .join(programme, programme.c.id == track.c.programme_id)
    .outerjoin(recognition, OF_PLACE)
    .outerjoin(
        activity_list,
        and_(
            activity_list.c.workplace_id == workplace.c.id,
            activity_list.c.programme_id == track.c.programme_id,
        ),
    )
    .outerjoin(person, person.c.id == activity_list.c.author_id)
    .where(
        involvement.c.person_id == bindparam("viewer"),
        involvement.c.role.in_(SEES_ACTIVITIES),
    )
    .distinct()
    .order_by(workplace.c.name, workplace.c.id, track.c.programme_id)
)
_HOLD = select(workplace.c.id).where(workplace.c.id == bindparam("workplace")).with_for_update()
_EVERY = (
    select(*_PLACE, activity_list.c.programme_id, null().label("role"), *_LIST)
    .select_from(activity_list)
    .join(workplace, workplace.c.id == activity_list.c.workplace_id)
    .join(programme, programme.c.id == activity_list.c.programme_id)
    .outerjoin(recognition, OF_PLACE)
    .outerjoin(person, person.c.id == activity_list.c.author_id)
    .where(activity_list.c.organisation_id == bindparam("organisation"))
    .order_by(workplace.c.name, workplace.c.id, activity_list.c.programme_id)
)

_THESE: BindParameter[int] = bindparam("lists", expanding=True)
_TITLES = (
    select(activity.c.activity_list_id, activity.c.id, activity.c.title)
    .where(activity.c.activity_list_id.in_(_THESE))
    .order_by(activity.c.title)
)
_COMPETENCES = (
    select(activity_competence.c.activity_id, activity_competence.c.competence_id)
    .join(activity, activity.c.id == activity_competence.c.activity_id)
    .where(activity.c.activity_list_id.in_(_THESE))
)
_CONTEXTS = (
    select(activity_context.c.activity_id, activity_context.c.context_id)
    .join(activity, activity.c.id == activity_context.c.activity_id)
    .where(activity.c.activity_list_id.in_(_THESE))
)
_EXCEPTIONS = select(
    activity_exception.c.activity_list_id, activity_exception.c.competence_id
).where(activity_exception.c.activity_list_id.in_(_THESE))
_BROUGHT = union(
    OF_CONTEXTS.where(activity.c.activity_list_id.in_(_THESE)),
    OF_ACTIVITIES.where(activity.c.activity_list_id.in_(_THESE), activity.c.title != OWN),
)

_ADD = insert(activity_list).returning(activity_list.c.id)
_CHANGE = (
    update(activity_list)
    .where(activity_list.c.id == bindparam("list"))
    .values(
        author_id=bindparam("author"),
        author_role=bindparam("role"),
        changed_at=bindparam("at", type_=activity_list.c.changed_at.type),
    )
)
_ITS = select(activity.c.id).where(activity.c.activity_list_id == bindparam("list"))
_DROP = (
    delete(activity_competence).where(activity_competence.c.activity_id.in_(_ITS)),
    delete(activity_context).where(activity_context.c.activity_id.in_(_ITS)),
    delete(activity).where(activity.c.activity_list_id == bindparam("list")),
    delete(activity_exception).where(activity_exception.c.activity_list_id == bindparam("list")),
)
_ADD_ACTIVITY = insert(activity).returning(activity.c.id)


class StoredActivities(Connected, Activities):
    """Activity lists on one connection."""

    @override
    def list_seen(self, viewer_id: int) -> Sequence[Offer]:
        return self._offers(self._connection.execute(_SEEN, {"viewer": viewer_id}))

    @override
    def find_seen(self, viewer_id: int, workplace_id: int, programme_id: int) -> Offer | None:
        self._connection.execute(_HOLD, {"workplace": workplace_id})
        wanted = (workplace_id, programme_id)
        offers = self.list_seen(viewer_id)
        return next((own for own in offers if (own.workplace_id, own.programme_id) == wanted), None)

    @override
    def list_all(self, organisation_id: int) -> Sequence[Offer]:
        return self._offers(self._connection.execute(_EVERY, {"organisation": organisation_id}))

    @override
    def list_offered(self, track_ids: Collection[int]) -> Mapping[int, frozenset[int]]:
        found = read_offered(self._connection, track_ids)
        return {track_id: frozenset().union(*own.values()) for track_id, own in found.items()}

    @override
    def list_offered_at(self, track_id: int) -> Mapping[int, frozenset[int]]:
        return read_offered(self._connection, [track_id]).get(track_id, {})

    @override
    def set_list(
        self,
        offer: Offer,
        activities: ActivityList,
        at: datetime,
        author: tuple[int, Role] | None = None,
    ) -> int:
        written = {
            "author": author[0] if author else None,
            "role": author[1].value if author else None,
            "at": at,
        }
        identity = offer.id or self._add(offer, written)
        self._connection.execute(_CHANGE, {"list": identity, **written})
        for statement in _DROP:
            self._connection.execute(statement, {"list": identity})
        whose = {"organisation_id": offer.organisation_id}
        for own in activities.activities:
            self._put(own, {**whose, "activity_list_id": identity})
        self._insert(
            activity_exception, {**whose, "activity_list_id": identity}, activities.not_here
        )
        return identity

    def _add(self, offer: Offer, written: Mapping[str, Any]) -> int:
        row = {
            "organisation_id": offer.organisation_id,
            "workplace_id": offer.workplace_id,
            "programme_id": offer.programme_id,
            "changed_at": written["at"],
        }
        identity: int = self._connection.execute(_ADD, row).scalar_one()
        return identity

    def _put(self, own: Activity, whose: Mapping[str, Any]) -> None:
        row = {**whose, "title": own.title}
        identity = self._connection.execute(_ADD_ACTIVITY, row).scalar_one()
        of = {"organisation_id": whose["organisation_id"], "activity_id": identity}
        self._insert(activity_competence, of, own.competences)
        self._insert(activity_context, of, own.contexts, "context_id")

    def _insert(
        self,
        table: Any,
        whose: Mapping[str, Any],
        identities: Collection[int],
        name: str = "competence_id",
    ) -> None:
        if identities:
            rows = [{**whose, name: identity} for identity in sorted(identities)]
            self._connection.execute(insert(table), rows)

    def _offers(self, rows: Iterable[Any]) -> list[Offer]:
        heads: dict[tuple[int, int], list[Any]] = defaultdict(list)
        for row in rows:
            heads[row.workplace_id, row.programme_id].append(row)
        identities = [several[0].id for several in heads.values() if several[0].id is not None]
        activities, not_here, brought = self._read(identities)
        return [
            _offer(
                several,
                activities[several[0].id],
                not_here[several[0].id],
                brought[several[0].id],
            )
            for several in heads.values()
        ]

    def _read(
        self, lists: Collection[int]
    ) -> tuple[dict[int, list[Activity]], dict[int, set[int]], dict[int, set[int]]]:
        asked = {"lists": list(lists)}
        competences, contexts, not_here, brought = (
            _gather(self._connection.execute(statement, asked))
            for statement in (_COMPETENCES, _CONTEXTS, _EXCEPTIONS, _BROUGHT)
        )
        activities: dict[int, list[Activity]] = defaultdict(list)
        for row in self._connection.execute(_TITLES, asked):
            own = Activity(row.title, frozenset(competences[row.id]), frozenset(contexts[row.id]))
            activities[row.activity_list_id].append(own)
        return activities, not_here, brought


def _gather(rows: Iterable[Any]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for whose, what in rows:
        found[whose].add(what)
    return found


def _offer(
    rows: Sequence[Any], activities: Sequence[Activity], not_here: set[int], brought: set[int]
) -> Offer:
    head = rows[0]
    return Offer(
        id=head.id,
        organisation_id=head.organisation_id,
        workplace_id=head.workplace_id,
        workplace=head.name,
        programme_id=head.programme_id,
        roles=frozenset(Role(row.role) for row in rows if row.role),
        activities=ActivityList(tuple(activities), frozenset(not_here)),
        brought=frozenset(brought),
        recognition=recognition_of(head),
        needs=needs_recognition(Setting(head.setting) if head.setting else None),
        author=Author(head.author_id, head.author, Role(head.author_role))
        if head.author_id
        else None,
        changed_at=head.changed_at,
    )
