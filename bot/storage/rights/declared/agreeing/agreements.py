"""Agreements about placements: whose they are, and what an erasure leaves of them."""

from bot.domain.rights.declared import DeclaredTable, declare, goes, nameless

_AGREED = "what was agreed on is the student's record"

AGREEMENTS: tuple[DeclaredTable, ...] = (
    declare(
        "agreement",
        "agreements about a placement",
        goes("placement_id.track_id.student_id"),
        nameless("made_by_id", _AGREED),
        keys="id organisation_id placement_id made_by_id",
        facts="kind starts_on ends_on ended_on made_at",
    ),
    declare(
        "agreement_step",
        "what of an agreement is signed or settled",
        goes("agreement_id.placement_id.track_id.student_id"),
        nameless("done_by_id", _AGREED),
        keys="organisation_id agreement_id done_by_id",
        facts="step done_at",
    ),
    declare(
        "signature_claim",
        "what a student or a mentor said to be signed",
        goes("agreement_id.placement_id.track_id.student_id"),
        nameless("said_by_id", _AGREED),
        keys="organisation_id agreement_id said_by_id",
        facts="step said_at",
    ),
    declare(
        "agreement_reminder",
        "on which day a reminder of an agreement was sent",
        goes("agreement_id.placement_id.track_id.student_id"),
        keys="organisation_id agreement_id",
        facts="role reminded_on",
    ),
)
