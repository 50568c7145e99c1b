"""Questions, answers and what came of them: whose it is, and what an erasure leaves of it."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

_STUDENT = "answer_id.track_id.student_id"

REFLECTING: tuple[DeclaredTable, ...] = (
    declare(
        "reflecting",
        "when a student wants questions, and with whom answers are shared",
        goes("person_id"),
        keys="person_id organisation_id",
        facts="days at share despite next_on wanted_at follow_ups",
    ),
    declare(
        "asked",
        "questions that were asked",
        goes("track_id.student_id"),
        keys="id organisation_id track_id indicator_id errand_id",
        facts="key method times at skipped_at",
    ),
    declare(
        "answer",
        "answers, and with whom each is shared",
        goes("track_id.student_id"),
        keys="id organisation_id track_id asked_id",
        facts="share said_at done_at withdrawn_at",
    ),
    declare(
        "answer_part",
        "the words, photos and voice notes of an answer",
        goes(_STUDENT),
        keys="id organisation_id answer_id",
        facts="kind file source said_at replies_to",
        words="text",
        particulars=Particulars(mentions="text"),
    ),
    declare(
        "evidence",
        "which indicator an answer shows",
        goes(_STUDENT),
        keys="answer_id indicator_id organisation_id",
    ),
    declare(
        "goal",
        "what a student set out to do",
        goes(_STUDENT),
        keys="id organisation_id answer_id indicator_id taken_up_id",
        facts="due_at",
        words="text",
        particulars=Particulars(mentions="text"),
    ),
    declare(
        "feedback",
        "what others said of a shared answer",
        goes(_STUDENT),
        nameless("giver_id", "it was given to the student"),
        keys="id organisation_id answer_id giver_id outbox_id! summed_in",
        facts="asked_at given_at helped",
        words="text",
        particulars=Particulars(mentions="text"),
    ),
)
