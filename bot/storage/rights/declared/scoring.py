"""What was said of indicators: whose it is, and what an erasure leaves of it."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

_RECORD = "an assessment is the student's record"
_PLACE = "organisation_id track_id competence_id indicator_id"
_WORDS_OF_ENTRIES = "it repeats what stands with scores and notes, and may name others"

SCORING: tuple[DeclaredTable, ...] = (
    declare(
        "entry",
        "each time that somebody said something, so that it can be undone",
        nameless("author_id", "it holds an instant and no words, and scores and notes lead to it"),
        nameless(
            "id<score/entry_id.track_id.student_id",
            "others may have been scored in it, and its number stands in the author's list",
            exported=False,
        ),
        nameless(
            "id<note/entry_id.track_id.student_id",
            "others may have been noted in it, and its number stands in the author's list",
            exported=False,
        ),
        keys="id organisation_id author_id",
        facts="said_at undone_at act source! before!",
        words="title!",
        particulars=Particulars(
            withheld={"title": _WORDS_OF_ENTRIES, "before": _WORDS_OF_ENTRIES},
            mentions="title before",
        ),
    ),
    declare(
        "score",
        "each thing that was said of an indicator",
        goes("track_id.student_id"),
        nameless("author_id", _RECORD),
        keys=f"id entry_id author_id placement_id {_PLACE}",
        facts="role mastery coverage tally not_here said_at",
    ),
    declare(
        "note",
        "notes on what was seen",
        goes("track_id.student_id"),
        nameless("author_id", _RECORD),
        keys=f"id entry_id author_id {_PLACE}",
        facts="role source! said_at",
        words="text",
        particulars=Particulars(only={"source": ["author_id"]}, mentions="text"),
    ),
    declare(
        "mark",
        "what stands of each indicator",
        goes("track_id.student_id"),
        nameless("author_id", _RECORD, exported=False),
        keys=f"author_id placement_id {_PLACE}",
        facts="role mastery coverage tally not_here mastery_at said_at coverage_at",
    ),
    declare(
        "skipped",
        "what somebody does not score, and why",
        goes("track_id.student_id"),
        nameless("author_id", _RECORD),
        keys="organisation_id track_id author_id indicator_id",
        facts="reason said_at",
    ),
    declare(
        "colour",
        "the colour of each competence, by who looks",
        goes("track_id.student_id"),
        keys="organisation_id track_id competence_id",
        facts="role scored acquired autonomous covered not_here",
    ),
)
