"""What a tick may have to do, on one connection: one statement asks what each topic asks itself."""

from collections.abc import Collection, Iterator
from dataclasses import asdict
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    case,
    exists,
    false,
    literal_column,
    or_,
    select,
    tuple_,
)
from sqlalchemy.sql.elements import BindParameter
from sqlalchemy.sql.visitors import replacement_traverse
from sqlalchemy.types import TypeEngine
from typing_extensions import override

from bot.domain.intervening.interventions import asked_between
from bot.domain.school.endings import council_since
from bot.ports.topics import Topic, Topics, Within
from bot.ports.worlds import EVERYBODY, World
from bot.storage.administering import handed_files, rights_acts
from bot.storage.asking import due as asking
from bot.storage.connected import Connected
from bot.storage.desk import desks
from bot.storage.divergence import alerts, sittings
from bot.storage.evaluating import decisions
from bot.storage.intervening import interventions
from bot.storage.joining import sessions
from bot.storage.matching import candidacies
from bot.storage.periods import photos, reminders
from bot.storage.planning import campus, gaps, lessons
from bot.storage.recognising import claims
from bot.storage.rights import forgetting, notices, retention, take_aways
from bot.storage.rights.contesting import said_since
from bot.storage.school import endings
from bot.storage.sector.totals import books as totals_books
from bot.storage.supporting import handovers, stops, substitutes
from bot.storage.telling import outbox_claims, reach

_LOOKS: dict[Topic, tuple[Select[Any], ...]] = {
    Topic.ENDINGS: (endings.OVER,),
    Topic.STOPS: (stops.STOPPED,),
    Topic.HANDOVERS: (handovers.DUE,),
    Topic.SUBSTITUTES: (substitutes.OVER,),
    Topic.PHOTOS: (photos.DUE,),
    Topic.DECISIONS: (decisions.UNSIGNED,),
    Topic.ACTS: (rights_acts.UNSIGNED,),
    Topic.HANDED: (handed_files.OLD,),
    Topic.SITTINGS: (sittings.OPEN,),
    Topic.AWAKE: (alerts.AWAKE,),
    Topic.OUTLIVED: (alerts.OUTLIVED,),
    Topic.PERIODS: (reminders.WATCHED,),
    Topic.LESSONS: (lessons.NEXT,),
    Topic.QUESTIONS: (campus.TO_ASK,),
    Topic.GAPS: (gaps.PHOTOS, gaps.ENDINGS),
    Topic.UNTOLD: (decisions.UNTOLD,),
    Topic.UNCOME: (reach.UNCOME,),
    Topic.SESSIONS: (sessions.STALE,),
    Topic.OWN_DATA: (take_aways.OVER,),
    Topic.ARRIVALS: (outbox_claims.DUE,),
    Topic.NOTICES: (notices.UNTOLD,),
    Topic.CONTESTS: (said_since.ANSWERED,),
    Topic.FORGETTING: (forgetting.TO_DO,),
    Topic.DESKS: (desks.UNLOOKED,),
    Topic.CLAIMS: (claims.LEFT_OPEN,),
    Topic.FOLLOW_UPS: (interventions.TO_ASK,),
    Topic.ROUNDS: (asking.TO_COME, asking.MOVED, asking.OVER, asking.OUTLIVED),
    Topic.ASKED: asking.TELLS,
    Topic.INTAKES: (candidacies.OVER, candidacies.PLACES_OVER),
    Topic.TOTALS: (totals_books.DUE,),
    Topic.RETENTION: (retention.UNPLANNED, retention.TAKEN_UP, retention.DUE),
}
"""What each topic looks for by itself; it does nothing where none of these finds a row."""


_ONLY_WITH: dict[Topic, Select[Any]] = {
    Topic.GAPS: gaps.ANY_PLAN,
    Topic.ASKED: asking.STIRS,
}
"""What must be there for a topic to look at all: it is asked first, and costs less."""


_SHARED = frozenset(("world", "at", "at_most", "first", "last"))
"""Values that are the same for all topics: they are given once."""


def _named(topic: Topic, name: str) -> str:
    return name if name in _SHARED else f"{topic}_{name}"


def _finds(topic: Topic, look: Select[Any]) -> ColumnElement[bool]:
    """Ask whether a look finds anything; its own values are named by it, as all stand in one.

    Its constants are written out: where a parameter may be what a partial index asks for, SQLite
    prepares a statement anew each time, and this one takes it longer to prepare than to answer.
    """

    def write_out(element: Any, **_more: Any) -> Any:
        if not isinstance(element, BindParameter):
            return None
        if element.unique:
            return _written(element.value, element.type)
        name = _named(topic, element.key)
        return BindParameter(name, type_=element.type, expanding=element.expanding)

    unordered: Any = look.order_by(None)
    written: Any = replacement_traverse(unordered, {"detect_subquery_cols": True}, write_out)
    return exists(written)


def _written(value: Any, kind: TypeEngine[Any]) -> ColumnElement[Any]:
    if isinstance(value, list):
        return tuple_(*(_written(each, kind) for each in value))
    said = f"{value:d}" if isinstance(value, int) else "'" + value.replace("'", "''") + "'"
    return literal_column(said, kind)


def _stirs(topic: Topic) -> ColumnElement[bool]:
    found = or_(*(_finds(topic, look) for look in _LOOKS[topic]))
    first = _ONLY_WITH.get(topic)
    # Where both stand in an AND, SQLite asks for the second one as well.
    return found if first is None else case((_finds(topic, first), found), else_=false())


_STIRRING = select(*(_stirs(topic).label(topic.value) for topic in _LOOKS))


class StoredTopics(Connected, Topics):
    """Topics on one connection."""

    @override
    def list_stirring(self, world: World, within: Within) -> Collection[Topic]:
        found = self._connection.execute(_STIRRING, dict(_values(world, within))).one()
        return frozenset(topic for topic, stirs in zip(_LOOKS, found, strict=True) if stirs)


def _values(world: World, within: Within) -> Iterator[tuple[str, Any]]:
    yield from {"world": world.here, "at": world.at, "at_most": 1, **asdict(EVERYBODY)}.items()
    own: dict[Topic, dict[str, Any]] = {
        Topic.ENDINGS: {"today": within.today.isoformat()},
        Topic.STOPS: {"today": within.today.isoformat()},
        Topic.HANDOVERS: {"today": within.today.isoformat()},
        Topic.PERIODS: {"until": world.at, "since": reminders.told_since(world.at)},
        Topic.QUESTIONS: {"since": within.questions_since},
        Topic.GAPS: {"until": within.gaps_until, **gaps.days_of(world.at, within.gaps_until)},
        Topic.UNTOLD: {
            "since": within.untold_since,
            "before": within.untold_before,
            "council_since": council_since(world.at),
        },
        Topic.FOLLOW_UPS: asked_between(world.at),
        Topic.ROUNDS: asking.values_at(world.at),
        Topic.ASKED: asking.values_at(world.at),
        Topic.DESKS: {"last_day": within.last_day.isoformat()},
        Topic.UNCOME: {"before": within.uncome_before},
        Topic.HANDED: {"sent_before": within.sent_before},
        Topic.SESSIONS: {"unused_since": within.unused_since},
        Topic.NOTICES: {"version": within.notice_version},
        Topic.ARRIVALS: {"on_platform": within.on_page, "now": world.at},
    }
    for topic, values in own.items():
        for name, value in values.items():
            yield _named(topic, name), value
