"""What people ask of what is kept of them: whose it is, and what an erasure leaves."""

from bot.domain.rights.declared import (
    By,
    DeclaredTable,
    Particulars,
    declare,
    goes,
    kept,
    nameless,
)

_ITSELF = "it is the very file"
_SHOWS = "it shows that an erasure was asked for and carried out"
_OTHERS = "it is another's wish"
_LOOKED = "what was looked at is the student's to know"
_NOTED = "it is about the student"

RIGHTS: tuple[DeclaredTable, ...] = (
    declare(
        "take_away",
        "files with what is kept of somebody",
        goes("person_id"),
        keys="id organisation_id person_id",
        facts="asked_at expires_at tries in_hand_until made_at size",
        secrets={"code": "it opens the file", "data": _ITSELF},
    ),
    declare(
        "forgetting",
        "a wish to be forgotten, and what came of it",
        kept("person_id", _SHOWS),
        nameless("held_by_id", _OTHERS, by=By.IDENTITY, exported=False),
        keys="id organisation_id person_id held_by_id",
        facts="wished_at confirmed_at due_at held_at withdrawn_at erased_at cleaned_at",
        words="held_why!",
        particulars=Particulars(mentions="held_why"),
    ),
    declare(
        "retention",
        "until when a track's records are kept",
        kept("track_id.student_id", "it shows what of a track was erased, and when"),
        nameless("longer_by_id", "it is about the student's track", by=By.IDENTITY, exported=False),
        keys="track_id organisation_id longer_by_id",
        facts="next_at ended_at told_at longer_until records_erased_at words_erased_at",
    ),
    declare(
        "opened",
        "who opened what of a student, by day",
        goes("track_id.student_id"),
        nameless("looker_id", _LOOKED),
        keys="id organisation_id track_id looker_id",
        facts="what on_day",
    ),
    declare(
        "contest",
        "what a student says is not right, and how that ended",
        goes("track_id.student_id"),
        goes("by_id"),
        nameless("ended_by", _NOTED, by=By.IDENTITY, exported=False),
        keys="id organisation_id track_id by_id competence_id indicator_id note_id ended_by",
        facts="role said_at ended_at ending",
        words="text ended_text",
        particulars=Particulars(mentions="text ended_text"),
    ),
    declare(
        "notice_told",
        "which notice somebody was told",
        goes("person_id"),
        keys="organisation_id person_id",
        facts="version told_at",
    ),
    declare(
        "guardian_word",
        "what a student's guardian said, how and when",
        goes("person_id"),
        nameless("by_id", _NOTED, by=By.IDENTITY, exported=False),
        keys="id organisation_id person_id by_id",
        facts="agreed on_day noted_at",
        words="how",
        particulars=Particulars(mentions="how"),
    ),
)
