"""What was said of what is contested before it was, and since, on one connection."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Select, and_, bindparam, or_, select

from bot.ports.rights.contests import SaidAgain
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.tables import contest, entry, note, organisation_table, person, score

ALL = (
    select(contest, person.c.name.label("by"))
    .join(person, person.c.id == contest.c.by_id)
    .order_by(contest.c.said_at, contest.c.id)
)
STANDS = contest.c.ended_at.is_(None)

_SAID_OF = and_(
    score.c.track_id == contest.c.track_id,
    score.c.role == contest.c.role,
    score.c.competence_id == contest.c.competence_id,
    or_(contest.c.indicator_id.is_(None), score.c.indicator_id == contest.c.indicator_id),
    score.c.entry_id == entry.c.id,
)
_CHANGED_SINCE = or_(
    and_(entry.c.undone_at.is_(None), score.c.said_at > contest.c.said_at),
    and_(score.c.said_at <= contest.c.said_at, entry.c.undone_at > contest.c.said_at),
)
_TAKEN_BACK = (
    select(note.c.id)
    .join(entry, entry.c.id == note.c.entry_id)
    .where(note.c.id == contest.c.note_id, entry.c.undone_at.is_not(None))
)
ANSWERED = ALL.join(organisation_table, organisation_table.c.id == contest.c.organisation_id).where(
    IN_WORLD,
    STANDS,
    or_(
        and_(
            contest.c.note_id.is_(None),
            select(score.c.id).where(_SAID_OF, _CHANGED_SINCE).exists(),
        ),
        _TAKEN_BACK.exists(),
    ),
)
SAID: Select[Any] = (
    select(
        score.c.indicator_id,
        score.c.author_id,
        score.c.mastery,
        score.c.coverage,
        (score.c.said_at > contest.c.said_at).label("since"),
        entry.c.undone_at.is_not(None).label("undone"),
    )
    .where(
        contest.c.id == bindparam("contest"),
        _SAID_OF,
        # What had been taken back before is of neither time.
        or_(
            entry.c.undone_at.is_(None),
            and_(score.c.said_at <= contest.c.said_at, entry.c.undone_at > contest.c.said_at),
        ),
    )
    .order_by(score.c.said_at, score.c.id)
)

_Mark = tuple[str | None, str | None]
_NOTHING: _Mark = (None, None)


def _after(was: _Mark | None, row: Any) -> _Mark:
    mastery, coverage = was or _NOTHING
    return row.mastery or mastery, row.coverage or coverage


def said_again(rows: Iterable[Any]) -> Mapping[int, SaidAgain]:
    """Fold what was said by then, and what stands now, of each indicator of which that changed."""
    before: dict[int, _Mark] = {}
    now: dict[int, _Mark] = {}
    changed_by: dict[int, int] = {}
    for row in rows:
        if not row.since:
            before[row.indicator_id] = _after(before.get(row.indicator_id), row)
        if not row.undone:
            now[row.indicator_id] = _after(now.get(row.indicator_id), row)
        if row.since or row.undone:
            changed_by[row.indicator_id] = row.author_id
    return {
        said: SaidAgain(author, before.get(said, _NOTHING), now.get(said, _NOTHING))
        for said, author in changed_by.items()
    }
