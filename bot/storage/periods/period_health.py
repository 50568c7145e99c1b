"""What the doctor says of periods: photos that are late and why, what was told, who is reached.

The sample is left out: it has a clock of its own, and its people talk on the page.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import (
    Connection,
    Integer,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    or_,
    select,
    union,
)

from bot.domain.periods.period import LONGEST
from bot.messages import Moment, Sayable, _, _n, lines, words
from bot.ports.periods.photos import DuePhoto
from bot.ports.worlds import World
from bot.storage.columns import Instant
from bot.storage.periods.looks import NEVER, StoredLooks
from bot.storage.periods.photos import StoredPhotos
from bot.storage.periods.reminders import StoredReminders
from bot.storage.tables import (
    account,
    chat_message,
    errand,
    involvement,
    organisation_table,
    person,
    track,
)
from bot.storage.telling.errand_counts import dropped, dropped_unseen, untold
from bot.storage.telling.outbox_health import OVERDUE

LATELY = timedelta(days=7)
"""How far the doctor looks back for what came too late."""

Platforms = Sequence[tuple[str, bool]]
"""The platforms on which people talk, each with whether its taps carry no time."""

_SCHOOL = organisation_table.c.sample.is_(False)
_TOLD = (
    select(func.count())
    .join(organisation_table, organisation_table.c.id == errand.c.organisation_id)
    .where(
        _SCHOOL,
        errand.c.outbox_id.is_not(None),
        errand.c.settled_at >= bindparam("since", type_=Instant),
    )
)
_CHATS = (
    select(
        person.c.id.label("person"),
        func.count(account.c.id).label("chats"),
        func.coalesce(func.sum(cast(account.c.reachable, Integer)), 0).label("reached"),
    )
    .select_from(person)
    .join(organisation_table, organisation_table.c.id == person.c.organisation_id)
    .outerjoin(account, and_(account.c.person_id == person.c.id, account.c.left_at.is_(None)))
    .where(
        _SCHOOL,
        person.c.id.in_(union(select(track.c.student_id), select(involvement.c.person_id))),
    )
    .group_by(person.c.id)
    .subquery("around")
)
# Who said something on our own page or terminal takes part as well, without an account elsewhere.
_talks_here = exists().where(
    chat_message.c.person_id == _CHATS.c.person, chat_message.c.mine.is_(True)
)
_REACHED = select(
    func.count(case((or_(_CHATS.c.reached > 0, and_(_CHATS.c.chats == 0, _talks_here)), 1))),
    func.count(case((and_(_CHATS.c.chats == 0, ~_talks_here), 1))),
    func.count(case((and_(_CHATS.c.chats > 0, _CHATS.c.reached == 0), 1))),
)


def period_health(
    connection: Connection, at: datetime, platforms: Platforms
) -> Iterator[tuple[bool, Sayable]]:
    """Say how photos, unasked messages and people's chats stand, and whether each is good."""
    world = World(False, at)
    due = StoredPhotos(connection).list_due(world)
    for photo in due:
        yield _late(connection, photo, at, platforms)
    if not due:
        yield True, _next_photo(connection, world)
    yield _told(connection, world)
    reached, never, lost = connection.execute(_REACHED).one()
    if reached or never or lost:
        yield True, _around(reached, never, lost)


def _late(
    connection: Connection, due: DuePhoto, at: datetime, platforms: Platforms
) -> tuple[bool, Sayable]:
    """Say that a photo is late, and whom it waits for: a platform, or the clock."""
    agreed = due.period.photo_at or at
    looks = [] if due.begun else StoredLooks(connection).list_of(platforms)
    behind = [look for look in looks if look.last < agreed]
    said = _(
        "The photo of {period} was due on {when}, and is not taken yet.",
        period=due.period.name,
        when=Moment(agreed),
    )
    clock = _("Is 'kompaan run' running? It is then still taken as of that instant.")
    held = [_held_back(look.platform, look.last) for look in behind]
    return at <= agreed + OVERDUE, lines(said, *(held or [clock]))


def _held_back(platform: str, last: datetime) -> Sayable:
    why = _(
        "It waits for {platform}, which may still hold something that was said before. "
        "After a day it is taken without.",
        platform=platform,
    )
    if last == NEVER:
        return why
    return words(why, _("Nothing waited there on {when}.", when=Moment(last)))


def _next_photo(connection: Connection, world: World) -> Sayable:
    watched = StoredReminders(connection).list_watched(world, world.at + LONGEST)
    standing = [look.period for look in watched if look.period.standing]
    coming = [(period.photo_at, period.name) for period in standing if period.photo_at]
    ahead = [(when, name) for when, name in coming if when > world.at]
    if not ahead:
        return _("In the school no photo is late, and none is to come.")
    when, name = min(ahead)
    return _(
        "No photo is late. The next is that of {period}: {when}.", period=name, when=Moment(when)
    )


def _told(connection: Connection, world: World) -> tuple[bool, Sayable]:
    """Say what people are still to be told; bad is a week in which more came late than in time."""
    since = world.at - LATELY
    told = connection.execute(_TOLD, {"since": since}).scalar_one()
    late = dropped(connection, world, since)
    planned = StoredReminders(connection).count_dropped(world, since)
    unseen = dropped_unseen(connection, world, since)
    in_time = late - unseen <= told
    return in_time, lines(
        _(
            "Unasked in the last week: told {told}, too late to be of use {late}; "
            "waiting {waiting}.",
            told=told,
            late=late + planned,
            waiting=untold(connection, world),
        ),
        _unseen(unseen) if unseen else None,
        None if in_time else _("Was 'kompaan run' not running? It tells them in time."),
    )


def _unseen(count: int) -> Sayable:
    return _n(
        "Of these, {count} was for somebody without a chat, who did not look here in time.",
        "Of these, {count} were for people without a chat, who did not look here in time.",
        count,
    )


def _around(reached: int, never: int, lost: int) -> Sayable:
    return lines(
        _(
            "People around students: in a chat {reached}, never joined {never}, "
            "out of reach {lost}.",
            reached=reached,
            never=never,
            lost=lost,
        ),
        _("'kompaan invite' brings them in.") if never or lost else None,
    )
