"""What was learned before: whose it is, and what an erasure leaves of it."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

_SAID = "what was said of a claim is the student’s record"

RECOGNISING: tuple[DeclaredTable, ...] = (
    declare(
        "prior_claim",
        "what a student says to have learned before",
        goes("track_id.student_id"),
        keys="id organisation_id track_id competence_id placement_id",
        facts="how made_at sent_at appealed_at withdrawn_at",
        words="words appeal",
        particulars=Particulars(mentions="words appeal"),
    ),
    declare(
        "prior_claim_indicator",
        "which indicators it is about",
        goes("claim_id.track_id.student_id"),
        keys="organisation_id claim_id indicator_id",
    ),
    declare(
        "prior_evidence",
        "what a student gives as evidence for it",
        goes("claim_id.track_id.student_id"),
        keys="id organisation_id claim_id",
        facts="kind file source said_at",
        words="words",
        particulars=Particulars(mentions="words"),
    ),
    declare(
        "prior_verdict",
        "whether teacher and coach confirm it, and why not",
        goes("claim_id.track_id.student_id"),
        nameless("person_id", _SAID),
        keys="id organisation_id claim_id person_id",
        facts="round role verdict said_at undone_at",
        words="reason",
        particulars=Particulars(mentions="reason"),
    ),
    declare(
        "prior_outcome",
        "what came of it",
        goes("claim_id.track_id.student_id"),
        keys="id organisation_id claim_id outbox_id",
        facts="round outcome settled_at undone_at",
    ),
)
