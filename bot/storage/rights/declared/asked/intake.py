"""Intakes: whose they are, and what an erasure leaves of them."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes, nameless

_LED = "what was decided is told to the candidate"
_PLACE = "that a place was on offer is about the workplace"

MATCHING: tuple[DeclaredTable, ...] = (
    declare(
        "intake",
        "rounds in which candidates and companies find out whether they match",
        keys="id organisation_id programme_id candidate_list_id company_list_id",
        facts="name procedure keep_days made_at closed_at",
    ),
    declare(
        "intake_criterion",
        "the criteria of a round, the same for all",
        keys="id organisation_id intake_id",
        facts="number text",
    ),
    declare(
        "intake_leader",
        "who leads a round",
        goes("person_id"),
        keys="organisation_id intake_id person_id",
        facts="since",
    ),
    declare(
        "candidacy",
        "candidates of a round",
        goes("person_id"),
        keys="id organisation_id intake_id person_id",
        facts="added made_at sent_at ended_at ending erase_at",
    ),
    declare(
        "offered_place",
        "places that a company offers in a round",
        nameless("contact_id", _PLACE),
        keys="id organisation_id intake_id contact_id",
        facts="workplace added made_at sent_at ended_at ending erase_at",
    ),
    declare(
        "interview",
        "interviews of candidates, and what came of them",
        goes("candidacy_id.person_id"),
        nameless("leader_id", _LED),
        keys="id organisation_id candidacy_id place_id leader_id",
        facts="made_at planned_for changes called_off_at outcome alternative decided_at",
        words="feedback alternative_words",
        particulars=Particulars(mentions="feedback alternative_words"),
    ),
    declare(
        "criterion_verdict",
        "what was said of a criterion about a candidate",
        goes("interview_id.candidacy_id.person_id"),
        keys="organisation_id interview_id criterion_id",
        facts="met",
    ),
)
