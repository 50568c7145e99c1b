"""What people contest of what was said about them, on one connection."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, insert, or_, select, update
from typing_extensions import override

from bot.domain.rights.contesting import Contest, Contested, ContestEnding
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import Level
from bot.ports.rights.contests import Contests, NoteAbout, SaidAgain
from bot.ports.worlds import World
from bot.storage.connected import Connected
from bot.storage.rights.contesting.said_since import ALL, ANSWERED, SAID, STANDS, said_again
from bot.storage.scoring.visible import visible_to
from bot.storage.tables import contest, entry, note, person, track

_ONE = ALL.where(contest.c.id == bindparam("contest"))
_STANDING = ALL.where(contest.c.track_id.in_(bindparam("tracks", expanding=True)), STANDS)
_OF_TRACK = ALL.where(contest.c.track_id == bindparam("track"))

_SIGHT = visible_to()
# Beside a note stands what is said of it for whoever may read the note, and who contested it.
_SEEN = (
    ALL.join(
        _SIGHT,
        (_SIGHT.c.track_id == contest.c.track_id) & (_SIGHT.c.perspective == contest.c.role),
    )
    .outerjoin(note, note.c.id == contest.c.note_id)
    .where(
        STANDS,
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
    .where(contest.c.id == bindparam("contest"), STANDS)
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
        entry.c.undone_at.is_not(None).label("taken_back"),
    )
    .join(person, person.c.id == note.c.author_id)
    .join(entry, entry.c.id == note.c.entry_id)
    .order_by(note.c.said_at.desc(), note.c.id.desc())
)
_NOTE = _NOTES.where(note.c.id == bindparam("note"))
_NOTES_ABOUT = _NOTES.join(track, track.c.id == note.c.track_id).where(
    note.c.track_id == bindparam("track"),
    note.c.author_id != track.c.student_id,
    entry.c.undone_at.is_(None),
)
_NOTE_WORDS = select(note.c.text).where(
    note.c.id == bindparam("note"), note.c.author_id == bindparam("author")
)
_ON_MESSAGE = (
    ALL.add_columns(note.c.text.label("words"))
    .join(note, note.c.id == contest.c.note_id)
    .where(STANDS, note.c.author_id == bindparam("author"), note.c.source == bindparam("message"))
)
_READ_WORDS = (
    select(note.c.text)
    .join(_SIGHT, (_SIGHT.c.track_id == note.c.track_id) & (_SIGHT.c.perspective == note.c.role))
    .where(
        note.c.id == bindparam("note"),
        _SIGHT.c.level >= Level.COLOURS,
        or_(_SIGHT.c.all_notes == 1, note.c.author_id == bindparam("viewer")),
    )
)
_ANEW = note.alias("anew")
_SAME_WORDS = (
    select(func.max(_ANEW.c.id))
    .select_from(
        note.join(
            _ANEW,
            and_(
                *(
                    _ANEW.c[name] == note.c[name]
                    for name in ("track_id", "role", "competence_id", "author_id", "text")
                ),
                _ANEW.c.indicator_id.is_not_distinct_from(note.c.indicator_id),
            ),
        ).join(entry, and_(entry.c.id == _ANEW.c.entry_id, entry.c.undone_at.is_(None)))
    )
    .where(note.c.id == bindparam("note"))
)
_FOLLOW = (
    update(contest)
    .where(contest.c.id == bindparam("contest"))
    .values(note_id=bindparam("said_anew"))
)
_REWRITE = update(note).where(note.c.id == bindparam("which")).values(text=bindparam("new_text"))


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
        return said_again(self._connection.execute(SAID, {"contest": contest.id}))

    @override
    def follow_note(self, contest: Contest) -> bool:
        asked = {"note": contest.what.note_id}
        anew = self._connection.execute(_SAME_WORDS, asked).scalar() if asked["note"] else None
        if anew is None:
            return False
        self._connection.execute(_FOLLOW, {"contest": contest.id, "said_anew": anew})
        return True

    @override
    def list_on_message(self, author_id: int, source: str) -> Sequence[tuple[Contest, str]]:
        asked = {"author": author_id, "message": source}
        rows = self._connection.execute(_ON_MESSAGE, asked)
        return [(_contest(row), row.words) for row in rows]

    @override
    def read_words(self, viewer_id: int, track_id: int, note_id: int) -> str | None:
        asked = {"viewer": viewer_id, "track": track_id, "note": note_id}
        found: str | None = self._connection.execute(_READ_WORDS, asked).scalar()
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
    said = {**row._mapping, "role": Role(row.role), "taken_back": bool(row.taken_back)}
    return NoteAbout(**said)
