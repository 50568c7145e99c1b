"""What goes and what stays of somebody, in plain words: each follows from the privacy table."""

from collections.abc import Collection, Mapping, Sequence

from bot.messages import Sayable, Text, _
from bot.ports.rights.erasing import NAMED_IN_SIGNED

GOES: Sequence[tuple[Text, frozenset[str]]] = (
    (_("what was scored, noted and worked out about you"), frozenset(
        {"score", "note", "mark", "colour", "skipped", "sitting", "focus", "workplace_result",
         "choice", "late_choice"}
    )),
    (_("where you and your coach talked about views that differ"), frozenset(
        {"alert", "question", "intervention", "alert_message"}
    )),
    (_("your answers, goals, and the feedback on them"), frozenset(
        {"answer", "answer_part", "asked", "evidence", "feedback", "goal", "reflecting", "measure"}
    )),
    (_("where you learn, who is around you, and what is planned"), frozenset(
        {"placement", "involvement", "former_involvement", "training_plan", "context_plan",
         "training_plan_competence", "training_plan_agreement", "campus_place", "lesson_time",
         "placement_stop", "handover", "substitute"}
    )),
    (_("our conversation, and what waits to be told to you"), frozenset(
        {"chat_message", "attached", "dialogue", "outbox", "errand", "legend", "tip_told",
         "mirror_told", "quarantine", "take_away"}
    )),
    (_("what you contested, and who opened what of you"), frozenset({"contest", "opened"})),
    (_("that you were told what is kept, and what your guardian said"), frozenset(
        {"notice_told", "guardian_word"}
    )),
    (_("incidents at work that were reported about you"), frozenset({"incident"})),
    (_("that a coach was told of an incident, and saw it"), frozenset({"incident_coach"})),
    (_("notes on a desk"), frozenset({"desk_look", "desk_note"})),
    (_("what was said and promised at visits to the workplace"), frozenset(
        {"visit", "visit_minute", "promise"}
    )),
    (_("agreements about your placements, and what of them was done"), frozenset(
        {"agreement", "agreement_step", "agreement_reminder", "signature_claim"}
    )),
    (_("what you had learned before, what shows it, and what was said of it"), frozenset(
        {"prior_claim", "prior_claim_indicator", "prior_evidence", "prior_verdict",
         "prior_outcome"}
    )),
    (_("what somebody did on purpose to help you learn"), frozenset({"own_intervention"})),
    (_("whether you followed the training for mentors"), frozenset({"mentor_course"})),
    (_("your first steps in dual learning, and what was written of them"), frozenset(
        {"starter", "induction_session", "induction_words", "teachers_coach"}
    )),
    (_("that you speak for a sector"), frozenset({"sector_person"})),
    (_("that you are one of those counted in totals for a sector"), frozenset({"totals_member"})),
    (_("what you answered to questions of the school, and that you answered"), frozenset(
        {"answer_sheet", "given_answer", "round_answered"}
    )),
    (_("your intake: what you answered, interviews, and what came of them"), frozenset(
        {"candidacy", "interview", "criterion_verdict", "intake_leader"}
    )),
    (_("how you are reached: chats, devices, addresses"), frozenset(
        {"account", "invitation", "page_session", "push_subscription", "mail_address",
         "administrator"}
    )),
)  # fmt: skip
"""Of which tables rows go, in words; the test of them looks that none is left out."""

STAYS: Mapping[str, Text] = {
    "a signed photo keeps its sums, so that it can be verified": _(
        "The sums in signed photos stay, so that a photo can be verified; your name in them goes."
    ),
    "decisions are a signed chain: one that is gone would break it for all": _(
        "That the class council decided, which way and when stays in its signed list; the words "
        "and your name go."
    ),
    "an assessment is the student's record": _(
        "What you said of students is their record: it stays, and your name goes from it."
    ),
    "a decision says who sat in the council and who wrote it down": _(
        "A decision of a class council keeps who sat in it: it is signed so."
    ),
    NAMED_IN_SIGNED: _(
        "Where a signed photo or decision about somebody else holds your name, it stays: it is "
        "kept as it was written."
    ),
    "what was looked at is the student's to know": _(
        "That something of a student was opened is the student's to know: it stays, without your "
        "name."
    ),
    "that a step was taken is the teacher's record": _(
        "That you planned a step with a new teacher stays with that teacher, without your name."
    ),
    "that a place was on offer is about the workplace": _(
        "That you offered a place in an intake stays, without your name."
    ),
    "what was decided is told to the candidate": _(
        "That you led an interview of an intake stays with the candidate, without your name."
    ),
    "it is about the workplace": _("What you said a workplace can offer stays, without your name."),
    "it is about the mentor": _("What you said of a mentor’s training stays, without your name."),
    "what the school learns by stays, whoever proposed it or took it in": _(
        "A module that you proposed or took in stays, without your name."
    ),
    "it holds for a whole class group": _(
        "The lessons you planned with a class group stay, without your name."
    ),
    "it is part of how a school learns": _(
        "What you did to help learning stays, without your name."
    ),
    "it holds for a whole programme": _("What you set for a programme stays, without your name."),
    "acts are a signed chain of identities, without a name": _(
        "The log of what was done about people's rights holds numbers and no names: it stays."
    ),
}
"""Why something stays, by the reason that the privacy table gives."""

LIKE_AN_ASSESSMENT = frozenset(
    {
        "what was to be learned is the student's record",
        "what was asked and done about a student is the student's record",
        "what was evaluated is the student's record",
        "what was agreed on is the student's record",
        "it was given to the student",
        "what was reported is the student's record",
        "that it stopped, and why, is the student's record",
        "that there was a visit is the student's record",
        "the minutes of a visit are the student's record",
        "what was promised is about the student",
        "who was coach when is the student's record",
        "what was said of a claim is the student’s record",
        "that somebody stands in for another is that person’s record, and the student’s",
    }
)
"""Reasons that are said as one with an assessment."""

UNSAID = frozenset(
    {
        "the row stays without a name, so that ledgers and signatures agree",
        "signed photos and decisions name it by its identity",
        "that it was told belongs to the decision",
        "it holds an instant and no words, and scores and notes lead to it",
        "it shows that an erasure was asked for and carried out",
        "it shows what of a track was erased, and when",
    }
)
"""Reasons why a row without any words stays that says nothing of anybody."""

_ASSESSMENT = "an assessment is the student's record"


def say_goes(tables: Collection[str]) -> list[Sayable]:
    """Say what goes, by the tables that hold something of somebody."""
    return [text for text, own in GOES if own & set(tables)]


def say_stays(whys: Collection[str]) -> list[Sayable]:
    """Say what stays and why, by the reasons that hold for somebody, each once."""
    given = {_ASSESSMENT if why in LIKE_AN_ASSESSMENT else why for why in whys}
    return [text for why, text in STAYS.items() if why in given]
