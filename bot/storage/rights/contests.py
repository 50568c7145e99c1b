"""What people contest of what was said about them, on one connection."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, insert, or_, select, update
from typing_extensions import override

from bot.domain.rights.contesting import Contest, Contested, ContestEnding
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import Level
from bot.ports.rights.contests import Contests, NoteAbout, SaidAgain
from bot.ports.worlds import World
from bot.storage.clock.worlds import IN_WORLD
from bot.storage.connected import Connected
from bot.storage.scoring.visible import visible_to
from bot.storage.tables import contest, entry, note, organisation_table, person, score, track

_ALL = (
    select(contest, person.c.name.label("by"))
    .join(person, person.c.id == contest.c.by_id)
    .order_by(contest.c.said_at, contest.c.id)
)
_ONE = _ALL.where(contest.c.id == bindparam("contest"))
_STANDS = contest.c.ended_at.is_(None)
_STANDING = _ALL.where(contest.c.track_id.in_(bindparam("tracks", expanding=True)), _STANDS)
_OF_TRACK = _ALL.where(contest.c.track_id == bindparam("track"))

_SIGHT = visible_to()
# Beside a note stands what is said of it for whoever may read the note, and who contested it.
_SEEN = (
    _ALL.join(
        _SIGHT,
        (_SIGHT.c.track_id == contest.c.track_id) & (_SIGHT.c.perspective == contest.c.role),
    )
    .outerjoin(note, note.c.id == contest.c.note_id)
    .where(
        _STANDS,
        _SIGHT.c.level >= Level.COLOURS,
        or_(
            contest.c.note_id.is_(None),
            _SIGHT.c.all_notes == 1,
            note.c.author_id == bindparam("viewer"),
            contest.c.by_id == bindparam("viewer"),
        ),
    )
)
_ADD = insert(contest)
_END = (
    update(contest)
    .where(contest.c.id == bindparam("contest"), _STANDS)
    .values(
        ending=bindparam("new_ending"),
        ended_by=bindparam("new_by"),
        ended_text=bindparam("new_text"),
        ended_at=bindparam("at"),
    )
)
_NOTES = (
    select(
        note.c.id,
        note.c.track_id,
        note.c.author_id,
        person.c.name.label("author"),
        note.c.role,
        note.c.competence_id,
        note.c.indicator_id,
        note.c.said_at,
    )
    .join(person, person.c.id == note.c.author_id)
    .join(entry, entry.c.id == note.c.entry_id)
    .where(entry.c.undone_at.is_(None))
    .order_by(note.c.said_at.desc(), note.c.id.desc())
)
_NOTE = _NOTES.where(note.c.id == bindparam("note"))
_NOTES_ABOUT = _NOTES.join(track, track.c.id == note.c.track_id).where(
    note.c.track_id == bindparam("track"), note.c.author_id != track.c.student_id
)
_NOTE_WORDS = select(note.c.text).where(
    note.c.id == bindparam("note"), note.c.author_id == bindparam("author")
)
_REWRITE = update(note).where(note.c.id == bindparam("which")).values(text=bindparam("new_text"))

_SAID_OF = and_(
    score.c.track_id == contest.c.track_id,
    score.c.role == contest.c.role,
    score.c.competence_id == contest.c.competence_id,
    or_(contest.c.indicator_id.is_(None), score.c.indicator_id == contest.c.indicator_id),
    score.c.entry_id == entry.c.id,
    entry.c.undone_at.is_(None),
)
ANSWERED = _ALL.join(
    organisation_table, organisation_table.c.id == contest.c.organisation_id
).where(
    IN_WORLD,
    _STANDS,
    contest.c.note_id.is_(None),
    select(score.c.id).where(_SAID_OF, score.c.said_at > contest.c.said_at).exists(),
)
_SAID: Select[Any] = (
    select(
        score.c.indicator_id,
        score.c.author_id,
        score.c.mastery,
        score.c.coverage,
        (score.c.said_at > contest.c.said_at).label("since"),
    )
    .where(contest.c.id == bindparam("contest"), _SAID_OF)
    .order_by(score.c.said_at, score.c.id)
)


class StoredContests(Connected, Contests):
    """Contests on one connection."""

    @override
    def add(
        self, organisation_id: int, what: Contested, by_id: int, text: str, at: datetime
    ) -> int:
        row = {
            "organisation_id": organisation_id,
            "track_id": what.track_id,
            "role": what.role.value,
            "competence_id": what.competence_id,
            "indicator_id": what.indicator_id,
            "note_id": what.note_id,
            "by_id": by_id,
            "text": text,
            "said_at": at,
        }
        found: int = self._connection.execute(_ADD.returning(contest.c.id), row).scalar_one()
        return found

    @override
    def find(self, contest_id: int) -> Contest | None:
        row = self._connection.execute(_ONE, {"contest": contest_id}).one_or_none()
        return _contest(row) if row else None

    @override
    def list_standing(self, track_ids: Collection[int]) -> Sequence[Contest]:
        rows = self._connection.execute(_STANDING, {"tracks": sorted(track_ids)})
        return [_contest(row) for row in rows]

    @override
    def list_of(self, track_id: int) -> Sequence[Contest]:
        rows = self._connection.execute(_OF_TRACK, {"track": track_id})
        return [_contest(row) for row in rows][::-1]

    @override
    def list_seen(self, viewer_id: int, track_id: int) -> Sequence[Contest]:
        rows = self._connection.execute(_SEEN, {"viewer": viewer_id, "track": track_id})
        return [_contest(row) for row in rows]

    @override
    def end(
        self, contest_id: int, ending: ContestEnding, by_id: int | None, text: str, at: datetime
    ) -> bool:
        values = {
            "contest": contest_id,
            "new_ending": ending.value,
            "new_by": by_id,
            "new_text": text,
            "at": at,
        }
        return self._connection.execute(_END, values).rowcount == 1

    @override
    def find_note(self, note_id: int) -> NoteAbout | None:
        row = self._connection.execute(_NOTE, {"note": note_id}).one_or_none()
        return _note(row) if row else None

    @override
    def list_notes(self, track_id: int) -> Sequence[NoteAbout]:
        rows = self._connection.execute(_NOTES_ABOUT, {"track": track_id})
        return [_note(row) for row in rows]

    @override
    def rewrite_note(self, note_id: int, author_id: int, text: str) -> str | None:
        asked = {"note": note_id, "author": author_id}
        before: str | None = self._connection.execute(_NOTE_WORDS, asked).scalar_one_or_none()
        if before is not None:
            self._connection.execute(_REWRITE, {"which": note_id, "new_text": text})
        return before

    @override
    def list_answered(self, world: World) -> Sequence[Contest]:
        return [_contest(row) for row in self._connection.execute(ANSWERED, {"world": world.here})]

    @override
    def read_said_again(self, contest: Contest) -> Mapping[int, SaidAgain]:
        before: dict[int, tuple[str | None, str | None]] = {}
        found: dict[int, SaidAgain] = {}
        for row in self._connection.execute(_SAID, {"contest": contest.id}):
            was = (
                found[row.indicator_id].now
                if row.indicator_id in found
                else before.get(row.indicator_id, (None, None))
            )
            now = (row.mastery or was[0], row.coverage or was[1])
            if row.since:
                first = before.get(row.indicator_id, (None, None))
                found[row.indicator_id] = SaidAgain(row.author_id, first, now)
            else:
                before[row.indicator_id] = now
        return found


def _contest(row: Any) -> Contest:
    return Contest(
        row.id,
        row.organisation_id,
        Contested(row.track_id, Role(row.role), row.competence_id, row.indicator_id, row.note_id),
        row.by_id,
        row.by,
        row.text,
        row.said_at,
        row.ended_at,
        ContestEnding(row.ending) if row.ending else None,
        row.ended_by,
        row.ended_text,
    )


def _note(row: Any) -> NoteAbout:
    return NoteAbout(**{**row._mapping, "role": Role(row.role)})
