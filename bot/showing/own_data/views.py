"""What a page with somebody's own data shows of each table, under which title.

Everything that may be had stands in the file for programs; the page leaves out what says nothing to
people.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages import Text, _
from bot.showing.own_data.topics import OwnTopic


@dataclass(frozen=True, slots=True)
class OwnView:
    """One table as a page shows it: which columns, in their order, and the newest by which first.

    Without columns it is only counted. Rows without their `words` are left out: those were about
    others.
    """

    topic: OwnTopic
    title: Text
    columns: tuple[str, ...] = ()
    newest: str = ""
    words: str = ""


def _view(
    topic: OwnTopic, title: Text, columns: str = "", newest: str = "", words: str = ""
) -> OwnView:
    return OwnView(topic, title, tuple(columns.split()), newest, words)


_COUNTS = "scored acquired autonomous covered"

VIEWS: Mapping[str, OwnView] = {
    "person": _view(
        OwnTopic.PERSON,
        _("You"),
        "name school_id email language time_zone profile hours muted absent_from absent_until few"
        " told_on",
    ),
    "reflecting": _view(
        OwnTopic.PERSON, _("When you want questions"), "days at share follow_ups next_on"
    ),
    "administrator": _view(OwnTopic.PERSON, _("You are an administrator"), "since"),
    "track": _view(OwnTopic.SCHOOL, _("What you learn"), "programme_id class_group_id"),
    "placement": _view(
        OwnTopic.SCHOOL,
        _("Workplaces"),
        "workplace_id weekly_hours starts_on ends_on ended_at training_plan",
    ),
    "involvement": _view(OwnTopic.SCHOOL, _("Who is around"), "person_id role"),
    "former_involvement": _view(OwnTopic.SCHOOL, _("Who was around"), "person_id role"),
    "focus": _view(
        OwnTopic.SCHOOL, _("What comes first"), "indicator_id author_id said_at until", "said_at"
    ),
    "colour": _view(
        OwnTopic.SCORES, _("Colours: what they count"), f"competence_id role {_COUNTS}"
    ),
    "mark": _view(
        OwnTopic.SCORES,
        _("What stands of each indicator"),
        "indicator_id role mastery coverage tally not_here said_at",
        "said_at",
    ),
    "score": _view(
        OwnTopic.SCORES,
        _("Everything that was scored"),
        "said_at indicator_id author_id role mastery coverage tally not_here",
        "said_at",
    ),
    "entry": _view(OwnTopic.SCORES, _("When you said something"), "said_at undone_at", "said_at"),
    "skipped": _view(
        OwnTopic.SCORES, _("What was left out"), "said_at indicator_id author_id", "said_at"
    ),
    "note": _view(
        OwnTopic.NOTES,
        _("Notes"),
        "said_at author_id role competence_id indicator_id text",
        "said_at",
    ),
    "asked": _view(
        OwnTopic.REFLECTING, _("Questions to you"), "at key indicator_id skipped_at", "at"
    ),
    "answer": _view(
        OwnTopic.REFLECTING, _("Your answers"), "said_at share done_at withdrawn_at", "said_at"
    ),
    "answer_part": _view(
        OwnTopic.REFLECTING, _("What you answered"), "said_at kind text", "said_at"
    ),
    "evidence": _view(OwnTopic.REFLECTING, _("What your answers show"), "indicator_id"),
    "goal": _view(OwnTopic.REFLECTING, _("Your goals"), "due_at indicator_id text", "due_at"),
    "feedback": _view(
        OwnTopic.REFLECTING,
        _("Feedback on answers"),
        "asked_at giver_id text given_at helped",
        "asked_at",
    ),
    "alert": _view(
        OwnTopic.DIVERGENCE,
        _("Where views differed"),
        "raised_at competence_id since acknowledged_at",
        "raised_at",
    ),
    "question": _view(
        OwnTopic.DIVERGENCE,
        _("What was asked about it"),
        "asked_at asked_by_id asked_id text answer",
        "asked_at",
    ),
    "intervention": _view(
        OwnTopic.DIVERGENCE, _("What was done about it"), "at author_id text", "at"
    ),
    "sitting": _view(
        OwnTopic.SCORES,
        _("Who was scoring"),
        "said_at competence_id scorer_id done_at",
        "said_at",
    ),
    "alert_message": _view(OwnTopic.DIVERGENCE, _("Who was told of it"), "coach_id"),
    "choice": _view(
        OwnTopic.EVALUATING,
        _("What is evaluated"),
        "period_id course_component_id author_id chosen_at reason",
    ),
    "late_choice": _view(
        OwnTopic.EVALUATING,
        _("What was changed later"),
        "said_at period_id course_component_id chosen author_id reason undone_at",
        "said_at",
    ),
    "photo_track": _view(OwnTopic.EVALUATING, _("Photos you are in")),
    "photo_colour": _view(
        OwnTopic.EVALUATING, _("What photos count"), f"competence_id role indicators {_COUNTS}"
    ),
    "workplace_result": _view(
        OwnTopic.EVALUATING,
        _("The result at the workplace"),
        "said_at period_id points total author_id undone_at",
        "said_at",
    ),
    "workplace_rule": _view(
        OwnTopic.EVALUATING, _("Rules that you stated"), "said_at programme_id to_reach"
    ),
    "decision": _view(
        OwnTopic.EVALUATING,
        _("What the class council decided"),
        "decided_on period_id decision_kind words reason council author_id",
        "decided_on",
    ),
    "decision_told": _view(
        OwnTopic.EVALUATING, _("Who told it"), "told_on told_by author_id", "told_on"
    ),
    "training_plan": _view(
        OwnTopic.PLANNING, _("Training plans"), "made_at version author_id", "made_at"
    ),
    "training_plan_competence": _view(
        OwnTopic.PLANNING, _("Where each competence is learned"), "competence_id place"
    ),
    "training_plan_agreement": _view(
        OwnTopic.PLANNING, _("Who agreed"), "agreed_at party person_id", "agreed_at"
    ),
    "context_plan": _view(
        OwnTopic.PLANNING,
        _("What comes up at work"),
        "context_id author_id begins_at ends_at",
        "begins_at",
    ),
    "activity_list": _view(
        OwnTopic.PLANNING,
        _("What you said that a workplace offers"),
        "workplace_id programme_id changed_at",
    ),
    "mirror_told": _view(
        OwnTopic.PLANNING,
        _("What could be practised at work"),
        "told_at competence_id person_id answer",
        "told_at",
    ),
    "lesson_time": _view(
        OwnTopic.LESSONS, _("Your lessons"), "class_group_id teacher_id weekday starts"
    ),
    "campus_setting": _view(
        OwnTopic.LESSONS,
        _("How groups are made"),
        "class_group_id programme_id groups group_size class_size",
    ),
    "campus_session": _view(
        OwnTopic.LESSONS,
        _("Lessons with groups"),
        "starts_at class_group_id programme_id",
        "starts_at",
    ),
    "campus_place": _view(OwnTopic.LESSONS, _("Groups you were in"), "joins moved outcome"),
    "chat_message": _view(
        OwnTopic.TALKING, _("Messages on the page"), "said_at mine text", "said_at", "text"
    ),
    "attached": _view(OwnTopic.TALKING, _("What you attached"), "data"),
    "dialogue": _view(OwnTopic.OTHER, _("Where your conversation is")),
    "legend": _view(OwnTopic.OTHER, _("What was explained to you")),
    "quarantine": _view(OwnTopic.TALKING, _("Messages that went wrong"), "at update", "at"),
    "account": _view(
        OwnTopic.REACHING, _("Where you joined"), "platform address joined_at left_at"
    ),
    "invitation": _view(
        OwnTopic.REACHING, _("Invitations"), "made_at expires_at redeemed_at withdrawn_at"
    ),
    "page_session": _view(
        OwnTopic.REACHING, _("Devices"), "device made_at used_at ended_at", "used_at"
    ),
    "push_subscription": _view(
        OwnTopic.REACHING, _("Devices that get a sign"), "made_at ended_at", "made_at"
    ),
    "mail_address": _view(OwnTopic.REACHING, _("Your e-mail"), "own confirmed_at asked refused"),
    "outbox": _view(
        OwnTopic.REACHING, _("Messages to you"), "made_at platform content sent_at", "made_at"
    ),
    "errand": _view(
        OwnTopic.REACHING, _("What you were to be told"), "due_at settled_at", "due_at"
    ),
    "tip_told": _view(OwnTopic.REACHING, _("Tips to you"), "told_at verdict", "told_at"),
    "measure": _view(OwnTopic.SUPPORTING, _("What helps you"), "said_at share words", "said_at"),
    "placement_stop": _view(
        OwnTopic.SUPPORTING, _("Placements that stopped"), "said_at by_id stop_reason", "said_at"
    ),
    "handover": _view(
        OwnTopic.SUPPORTING,
        _("Who became your coach"),
        "made_at by_id from_id to_id due_on done_at ended_at",
        "made_at",
    ),
    "prior_claim": _view(
        OwnTopic.SCORES,
        _("What you had learned before"),
        "competence_id learned_how words sent_at appeal",
        "sent_at",
    ),
    "prior_evidence": _view(OwnTopic.SCORES, _("What shows it"), "kind words said_at"),
    "prior_verdict": _view(
        OwnTopic.SCORES, _("What was said of it"), "role person_id claim_verdict reason said_at"
    ),
    "incident": _view(
        OwnTopic.SUPPORTING, _("Incidents at work"), "told_at by_id words", "told_at"
    ),
    "incident_coach": _view(
        OwnTopic.SUPPORTING, _("Which coaches were told of it"), "coach_id seen_at"
    ),
    "own_intervention": _view(
        OwnTopic.SUPPORTING,
        _("What was done to help you learn"),
        "done_on by_id role words purpose helped outcome",
        "done_on",
    ),
    "opened": _view(OwnTopic.LOOKING, _("What was opened"), "on_day looker_id what", "on_day"),
    "contest": _view(
        OwnTopic.RIGHTS,
        _("What you said is not right"),
        "said_at competence_id indicator_id role text ended_at contest_ending ended_text",
        "said_at",
    ),
    "guardian_word": _view(
        OwnTopic.RIGHTS, _("What your guardian said"), "on_day agreed how by_id", "on_day"
    ),
    "notice_told": _view(OwnTopic.RIGHTS, _("That you were told what is kept"), "told_at"),
    "forgetting": _view(
        OwnTopic.RIGHTS,
        _("Wishes to be forgotten"),
        "wished_at confirmed_at due_at held_why withdrawn_at",
        "wished_at",
    ),
    "retention": _view(
        OwnTopic.RIGHTS, _("How long a track is kept"), "ended_at told_at longer_until"
    ),
    "rights_act": _view(OwnTopic.RIGHTS, _("What was done about rights"), "at act", "at"),
    "take_away": _view(OwnTopic.RIGHTS, _("Files like this one"), "asked_at made_at", "asked_at"),
}
"""How each table is shown; one that is not named here stands in the file for programs alone."""


def view_of(table: str) -> OwnView:
    """Say how a table is shown."""
    return VIEWS.get(table, OwnView(OwnTopic.OTHER, _("More")))


def topics_of(tables: Sequence[str]) -> Mapping[OwnTopic, Sequence[str]]:
    """Order tables by topic, in the order of the topics and of their views."""
    places = {table: place for place, table in enumerate(VIEWS)}
    ordered = sorted(tables, key=lambda table: (places.get(table, len(places)), table))
    found = {
        topic: [table for table in ordered if view_of(table).topic is topic] for topic in OwnTopic
    }
    return {topic: among for topic, among in found.items() if among}
