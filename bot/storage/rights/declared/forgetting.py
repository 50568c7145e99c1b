"""Who wants to be forgotten, and whose time is over: whose it is, and what an erasure leaves."""

from bot.domain.rights.declared import By, DeclaredTable, Particulars, declare, kept, nameless

_SHOWS = "it shows that an erasure was asked for and carried out"
_OTHERS = "it is another's wish"

FORGETTING: tuple[DeclaredTable, ...] = (
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
)
