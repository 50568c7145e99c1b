"""Every table, by topic: who, joining, what is learned, where, what was said, how we talk, when."""

from bot.storage.columns import metadata
from bot.storage.tables.activities import (
    activity,
    activity_competence,
    activity_context,
    activity_exception,
    activity_list,
)
from bot.storage.tables.administering import (
    administrator,
    handed_file,
    rights_act,
    rights_act_seal,
)
from bot.storage.tables.agreements import (
    agreement,
    agreement_reminder,
    agreement_step,
    signature_claim,
)
from bot.storage.tables.asking import (
    answer_tally,
    asking_round,
    questionnaire,
    questionnaire_role,
    round_answered,
    unsigned_words,
)
from bot.storage.tables.campus import (
    campus_group,
    campus_need,
    campus_place,
    campus_session,
    campus_setting,
)
from bot.storage.tables.coaching import tip_told
from bot.storage.tables.contexts import context_plan
from bot.storage.tables.decisions import decision, decision_told
from bot.storage.tables.desk import desk_look, desk_note
from bot.storage.tables.divergence import (
    alert,
    alert_message,
    intervention,
    question,
    sitting,
    thresholds,
)
from bot.storage.tables.errands import errand
from bot.storage.tables.evaluating import (
    late_choice,
    workplace_result,
    workplace_rule,
    workplace_weight,
)
from bot.storage.tables.forgetting import forgetting, retention
from bot.storage.tables.having import take_away
from bot.storage.tables.holidays import school_holiday
from bot.storage.tables.inducting import (
    induction_session,
    induction_words,
    starter,
    teachers_coach,
)
from bot.storage.tables.intervening import own_intervention
from bot.storage.tables.joining import (
    account,
    invitation,
    page_session,
    wrong_code,
)
from bot.storage.tables.mail import mail_address
from bot.storage.tables.matching import (
    candidacy,
    criterion_verdict,
    intake,
    intake_criterion,
    intake_leader,
    interview,
    offered_place,
)
from bot.storage.tables.mirrors import mirror_told
from bot.storage.tables.outbox import outbox
from bot.storage.tables.pace import resting_chat, sending_pace
from bot.storage.tables.people import organisation_table, person
from bot.storage.tables.periods import (
    choice,
    look,
    period,
    photo,
    photo_colour,
    photo_track,
    planned,
    reminder_plan,
)
from bot.storage.tables.places import (
    class_group,
    focus,
    former_involvement,
    involvement,
    placement,
    track,
    workplace,
)
from bot.storage.tables.planning import lesson_time
from bot.storage.tables.programmes import (
    competence,
    context,
    context_competence,
    course_component,
    framework,
    indicator,
    programme,
    programme_competence,
)
from bot.storage.tables.questions import (
    answer_sheet,
    given_answer,
    listed_question,
    question_list,
)
from bot.storage.tables.recognising import (
    prior_claim,
    prior_claim_indicator,
    prior_evidence,
    prior_outcome,
    prior_verdict,
)
from bot.storage.tables.recognitions import mentor_course, recognition
from bot.storage.tables.reflecting import (
    answer,
    answer_part,
    asked,
    evidence,
    feedback,
    goal,
    reflecting,
)
from bot.storage.tables.rights import contest, guardian_word, notice_told, opened
from bot.storage.tables.scenarios import scenario, scenario_competence, scenario_indicator
from bot.storage.tables.scoring import colour, entry, mark, note, score, skipped
from bot.storage.tables.sector import (
    sector,
    sector_module,
    sector_module_taken,
    sector_person,
)
from bot.storage.tables.subscriptions import push_subscription
from bot.storage.tables.supporting import (
    handover,
    incident,
    incident_coach,
    measure,
    placement_stop,
    substitute,
)
from bot.storage.tables.talking import (
    attached,
    chat_message,
    dialogue,
    handled,
    legend,
    quarantine,
    wording,
)
from bot.storage.tables.ticks import tick
from bot.storage.tables.totals import (
    totals_atom,
    totals_atom_block,
    totals_atom_sum,
    totals_block,
    totals_member,
    totals_number,
    totals_photo,
    totals_region,
    totals_told,
)
from bot.storage.tables.training_plans import (
    training_plan,
    training_plan_agreement,
    training_plan_competence,
)
from bot.storage.tables.visiting import promise, visit, visit_minute

__all__ = [
    "account",
    "activity",
    "activity_competence",
    "activity_context",
    "activity_exception",
    "activity_list",
    "administrator",
    "agreement",
    "agreement_reminder",
    "agreement_step",
    "alert",
    "alert_message",
    "answer",
    "answer_part",
    "answer_sheet",
    "answer_tally",
    "asked",
    "asking_round",
    "attached",
    "campus_group",
    "campus_need",
    "campus_place",
    "campus_session",
    "campus_setting",
    "candidacy",
    "chat_message",
    "choice",
    "class_group",
    "colour",
    "competence",
    "contest",
    "context",
    "context_competence",
    "context_plan",
    "course_component",
    "criterion_verdict",
    "decision",
    "decision_told",
    "desk_look",
    "desk_note",
    "dialogue",
    "entry",
    "errand",
    "evidence",
    "feedback",
    "focus",
    "forgetting",
    "former_involvement",
    "framework",
    "given_answer",
    "goal",
    "guardian_word",
    "handed_file",
    "handled",
    "handover",
    "incident",
    "incident_coach",
    "indicator",
    "induction_session",
    "induction_words",
    "intake",
    "intake_criterion",
    "intake_leader",
    "intervention",
    "interview",
    "invitation",
    "involvement",
    "late_choice",
    "legend",
    "lesson_time",
    "listed_question",
    "look",
    "mail_address",
    "mark",
    "measure",
    "mentor_course",
    "metadata",
    "mirror_told",
    "note",
    "notice_told",
    "offered_place",
    "opened",
    "organisation_table",
    "outbox",
    "own_intervention",
    "page_session",
    "period",
    "person",
    "photo",
    "photo_colour",
    "photo_track",
    "placement",
    "placement_stop",
    "planned",
    "prior_claim",
    "prior_claim_indicator",
    "prior_evidence",
    "prior_outcome",
    "prior_verdict",
    "programme",
    "programme_competence",
    "promise",
    "push_subscription",
    "quarantine",
    "question",
    "question_list",
    "questionnaire",
    "questionnaire_role",
    "recognition",
    "reflecting",
    "reminder_plan",
    "resting_chat",
    "retention",
    "rights_act",
    "rights_act_seal",
    "round_answered",
    "scenario",
    "scenario_competence",
    "scenario_indicator",
    "school_holiday",
    "score",
    "sector",
    "sector_module",
    "sector_module_taken",
    "sector_person",
    "sending_pace",
    "signature_claim",
    "sitting",
    "skipped",
    "starter",
    "substitute",
    "take_away",
    "teachers_coach",
    "thresholds",
    "tick",
    "tip_told",
    "totals_atom",
    "totals_atom_block",
    "totals_atom_sum",
    "totals_block",
    "totals_member",
    "totals_number",
    "totals_photo",
    "totals_region",
    "totals_told",
    "track",
    "training_plan",
    "training_plan_agreement",
    "training_plan_competence",
    "unsigned_words",
    "visit",
    "visit_minute",
    "wording",
    "workplace",
    "workplace_result",
    "workplace_rule",
    "workplace_weight",
    "wrong_code",
]
