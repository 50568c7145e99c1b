"""What a use case stores can be undone, or says that it cannot: one row for each that writes."""

import ast
from pathlib import Path

import pytest

from bot.ports.acts import Act

USE_CASES = Path(__file__).parents[2] / "bot" / "use_cases"
READING = ("find", "list", "read", "count", "is_", "was_", "has_", "hold", "ask_of")

SCORES = "an entry of scores and notes: /undo and its button"
SYSTEM = "nobody says it: the clock, or sending, or what a message was"
SEEN = "one has looked: nothing changed"
COMMAND = "the command line: the same command sets it again"

UNDONE_BY: dict[str, tuple[Act, ...] | str] = {
    "scoring/store_scores.py": SCORES,
    "scoring/undo_entry.py": SCORES,
    "scoring/correct_entry.py": SCORES,
    "scoring/score_class_group.py": SCORES,
    "scoring/finish_scoring.py": SYSTEM,
    "scoring/send_form.py": SCORES,
    "scoring/say_unchanged.py": SCORES,
    "scoring/take_back_score.py": SCORES,
    "scoring/skip_question.py": "it comes back by itself, and can be asked for at any time",
    "supporting/measures/keep_measure.py": (Act.MEASURE,),
    "supporting/absence/note_absence.py": (Act.ABSENCE,),
    "supporting/incidents/tell_incident.py": (Act.TOLD,),
    "supporting/handover/hand_over.py": (Act.HANDOVER,),
    "supporting/handover/take_back.py": (
        Act.HANDOVER,
        Act.TOLD,
    ),
    "supporting/handover/carry_out.py": "hand_over.py notes it",
    "supporting/handover/tell_handover.py": "hand_over.py notes it",
    "supporting/handover/look_at.py": SEEN,
    "supporting/substitutes/name_substitute.py": (Act.SUBSTITUTE,),
    "supporting/substitutes/end_substitution.py": (Act.SUBSTITUTE,),
    "supporting/substitutes/tell_substitute.py": "those who call it note it",
    "supporting/substitutes/let_erased_go.py": SYSTEM,
    "supporting/substitutes/log_roles.py": "those who call it note it",
    "supporting/stops/stop_placement.py": (Act.STOP,),
    "supporting/stops/take_up.py": "what is taken back is said again: /stops",
    "supporting/stops/leave_over.py": SYSTEM,
    "supporting/stops/tell_stop.py": "stop_placement.py notes it",
    "recognising/begin_claim.py": (Act.PRIOR_CLAIM,),
    "recognising/write_claim.py": "begin_claim.py notes it",
    "recognising/send_claim.py": (
        Act.PRIOR_CLAIM,
        Act.TOLD,
    ),
    "recognising/decide_claim.py": (Act.PRIOR_VERDICT,),
    "administering/files/open_intake.py": COMMAND,
    "matching/close_intake.py": (Act.INTAKE,),
    "matching/name_leader.py": (Act.INTAKE,),
    "matching/take_in.py": (Act.INTAKE,),
    "matching/plan_interview.py": (Act.INTAKE,),
    "matching/draft_outcome.py": "a draft: it is said again at any time until it is told",
    "matching/decide_interview.py": (Act.TOLD,),
    "matching/send_answers.py": (Act.TOLD,),
    "matching/withdraw.py": (Act.TOLD,),
    "matching/endings.py": "those who call it note it",
    "matching/tell_intake.py": "those who call it note it",
    "matching/erase_over.py": SYSTEM,
    "matching/forget_at_once.py": "the person is erased, as they wished",
    "recognising/set_prior_rule.py": (Act.PRIOR_RULE,),
    "desk/look_at_desks.py": SYSTEM,
    "desk/keep_note.py": (Act.DESK_NOTE,),
    "agreeing/set_education.py": (Act.EDUCATION,),
    "agreeing/agreements/make_agreement.py": (Act.AGREEMENT_MADE,),
    "agreeing/agreements/end_agreement.py": (Act.AGREEMENT_END,),
    "agreeing/agreements/tick_step.py": (Act.AGREEMENT_STEP,),
    "agreeing/signing/say_signed.py": (Act.SIGNED,),
    "agreeing/agreements/say_hours.py": (Act.AGREEMENT_HOURS,),
    "agreeing/agreements/remind_owing.py": (Act.TOLD,),
    "agreeing/recognitions/keep_recognition.py": (Act.RECOGNITION,),
    "agreeing/mentor_courses/note_course.py": (Act.MENTOR_COURSE,),
    "visiting/plan_visit.py": (Act.VISIT,),
    "visiting/hold_visit.py": (
        Act.VISIT_HELD,
        Act.VISIT,
    ),
    "visiting/end_promise.py": (Act.PROMISE,),
    "visiting/ask_for_visit.py": (Act.TOLD,),
    "intervening/note_intervention.py": (Act.OWN_INTERVENTION,),
    "intervening/judge_intervention.py": (Act.OWN_INTERVENTION_HELPED,),
    "inducting/name_coach.py": (Act.TEACHERS_COACH,),
    "sector/add_sector.py": (Act.SECTOR_ADDED,),
    "sector/name_speaker.py": (Act.SECTOR_PERSON,),
    "sector/modules/propose_module.py": (Act.MODULE_PROPOSED,),
    "sector/modules/hand_module.py": "propose_module.py notes it; a file is gone after a day",
    "sector/modules/take_in_module.py": (Act.MODULE_TAKEN, Act.MODULE_REFUSED, Act.FRAMEWORK),
    "sector/add_sector_person.py": "name_speaker.py notes it",
    "sector/totals/tell_sector.py": (Act.TOTALS,),
    "sector/totals/place_workplace.py": (Act.REGION,),
    "sector/totals/freeze_totals.py": SYSTEM,
    "inducting/mark_starter.py": (Act.STARTER,),
    "inducting/plan_step.py": (Act.STARTER,),
    "inducting/hold_step.py": (Act.STARTER,),
    "inducting/leave_out.py": (Act.STARTER,),
    "inducting/ask_for_session.py": (Act.TOLD,),
    "scoring/like_asking.py": "another tap, or /settings, puts it back",
    "rights/contesting/correct_note.py": "the message is edited again",
    "scoring/set_focus.py": (Act.FOCUS,),
    "reporting/explain_legend.py": SYSTEM,
    "talking/change_preferences.py": (Act.SETTING,),
    "talking/note_change.py": "those who call it note it",
    "talking/tell_signed.py": "it tells of what say_signed.py notes",
    "talking/stay_away.py": "a setting, which change_preferences.py notes",
    "asking/take_in_questionnaire.py": "take_file.py notes it",
    "asking/answer_questionnaire.py": "it is asked before it is sent, and then nobody’s any more",
    "asking/keep_rounds.py": SYSTEM,
    "asking/plan_asking.py": SYSTEM,
    "talking/answer_questions.py": "nothing counts before it is sent, and each is answered anew",
    "talking/choose_language.py": (Act.LANGUAGE,),
    "talking/change_code_word.py": "the button gives the next one, and comes round again",
    "administering/set_naming.py": COMMAND,
    "planning/lessons/change_lessons.py": (Act.LESSONS,),
    "planning/contexts/change_coming.py": (Act.COMING,),
    "planning/contexts/change_contexts.py": (Act.CONTEXT,),
    "planning/contexts/import_contexts.py": COMMAND,
    "planning/lessons/plan_lessons.py": SYSTEM,
    "planning/activities/change_activities.py": (Act.ACTIVITIES,),
    "planning/training_plans/propose_training_plan.py": (Act.TRAINING_PLAN,),
    "planning/training_plans/agree_training_plan.py": (Act.AGREEMENT,),
    "planning/mirror/plan_mirrors.py": SYSTEM,
    "planning/mirror/give_mirror.py": SYSTEM,
    "planning/mirror/answer_mirror.py": (
        "change_activities.py, or propose_training_plan.py and set_focus.py, note it"
    ),
    "planning/scenarios/keep_scenario.py": (Act.SCENARIO,),
    "planning/scenarios/import_scenarios.py": COMMAND,
    "planning/campus/change_session.py": (Act.CAMPUS,),
    "planning/campus/answer_given.py": "change_session.py notes it; what came up is scores",
    "planning/campus/change_setting.py": (Act.CAMPUS_SETTING,),
    "planning/campus/put_sessions_back.py": "what is undone is done again",
    "planning/campus/plan_questions.py": SYSTEM,
    "coaching/judge_tip.py": (Act.TIP,),
    "coaching/give_tip.py": SYSTEM,
    "coaching/plan_tips.py": SYSTEM,
    "rights/having/ask_own_data.py": "it is deleted after a day, and who was told was told",
    "rights/having/make_own_data.py": SYSTEM,
    "rights/having/drop_own_data.py": SYSTEM,
    "periods/add_period.py": (Act.PERIOD_ADDED,),
    "periods/move_period.py": (Act.PERIOD_MOVED,),
    "periods/cancel_period.py": (Act.PERIOD_CANCELLED,),
    "evaluating/choosing/choose_component.py": (Act.CHOICE,),
    "evaluating/choosing/choose_late.py": (Act.LATE_CHOICE,),
    "periods/mark_last.py": (Act.LAST_PHOTO,),
    "evaluating/deliberating/state_rule.py": (Act.WORKPLACE_RULE,),
    "evaluating/deliberating/enter_result.py": (Act.WORKPLACE_RESULT,),
    "evaluating/deciding/record_decision.py": (Act.DECISION,),
    "evaluating/deciding/note_told.py": (Act.DECISION,),
    "evaluating/deciding/sign_decisions.py": SYSTEM,
    "evaluating/deciding/plan_untold.py": SYSTEM,
    "periods/ask_again.py": (Act.PUT_OFF,),
    "periods/change_reminders.py": COMMAND,
    "periods/plan_tellings.py": SYSTEM,
    "periods/take_photos.py": SYSTEM,
    "periods/seal_photo.py": SYSTEM,
    "periods/retake_photo.py": "it is asked for where a photo is gone, and nothing is lost",
    "periods/accept_photo.py": "the backup of the database and of the list says what was before",
    "divergence/record_intervention.py": (Act.ALERT,),
    "divergence/acknowledge_alert.py": "record_intervention.py notes it",
    "divergence/asking/answer_question.py": "record_intervention.py notes it",
    "divergence/asking/choose_reader.py": "the reader has it by now: only its writer hands it on",
    "divergence/asking/ask_about_alert.py": "record_intervention.py notes it",
    "divergence/resolve_alert.py": "record_intervention.py notes it",
    "divergence/snooze_alert.py": "record_intervention.py notes it",
    "divergence/choose_thresholds.py": COMMAND,
    "divergence/plan_digests.py": SYSTEM,
    "divergence/settle_divergences.py": SYSTEM,
    "divergence/tell_coaches.py": SYSTEM,
    "reflecting/begin_answer.py": (Act.ANSWER,),
    "reflecting/add_part.py": "part of an answer, which begin_answer.py notes",
    "reflecting/correct_answer.py": "the message is edited again",
    "reflecting/finish_answer.py": "part of an answer, which begin_answer.py notes",
    "reflecting/prompting/change_week.py": (Act.WEEK,),
    "reflecting/prompting/bring_back.py": "/reflect week, or leaving questions open, as before",
    "reflecting/set_goal.py": (Act.GOAL,),
    "reflecting/take_back_goal.py": (Act.GOAL,),
    "reflecting/share_answer.py": (Act.SHARE,),
    "reflecting/toggle_evidence.py": (Act.EVIDENCE,),
    "reflecting/prompting/skip_prompt.py": (Act.SKIPPED,),
    "reflecting/withdraw_answer.py": (Act.WITHDRAWN, Act.ANSWER),
    "reflecting/prompting/ask_prompt.py": SYSTEM,
    "reflecting/prompting/plan_prompts.py": SYSTEM,
    "reflecting/feedback/ask_feedback.py": (Act.FEEDBACK,),
    "reflecting/feedback/judge_feedback.py": (Act.HELPED,),
    "reflecting/feedback/sum_feedback.py": SYSTEM,
    "reflecting/feedback/give_feedback.py": (Act.FEEDBACK,),
    "reflecting/feedback/show_anew.py": SYSTEM,
    "rights/looking/note_opened.py": SYSTEM,
    "rights/contesting/contest.py": (Act.CONTEST,),
    "rights/contesting/end_contest.py": (Act.CONTEST_ENDED,),
    "rights/contesting/tell_contest.py": SYSTEM,
    "rights/noticing/note_told.py": SYSTEM,
    "rights/noticing/note_guardian.py": (Act.GUARDIAN,),
    "rights/noticing/set_contact.py": COMMAND,
    "joining/redeem_invitation.py": "the school makes a new invitation",
    "joining/invite_person.py": "another one takes its place, and it ends by itself",
    "joining/come_to_page.py": "the device is ended in /settings, and the school invites anew",
    "joining/end_session.py": "the school invites anew",
    "joining/end_devices.py": "it is asked first, and another link opens it again",
    "joining/disown_device.py": "a link opens it again: what may be another's must not come back",
    "joining/lose_phone.py": "the next tap gives a new link",
    "joining/tell_device.py": SYSTEM,
    "joining/end_placements.py": "/track takes it up again",
    "joining/resume_placements.py": "/track ends it again",
    "rights/forgetting/wish_forgetting.py": "the wish is taken back by its button, till it is done",
    "rights/forgetting/confirm_forgetting.py": "the wish is taken back by its button, as before",
    "rights/forgetting/withdraw_forgetting.py": "it is wished again",
    "rights/forgetting/decide_forgetting.py": (
        "what waits is carried out later; what is carried out is asked first, and is for good"
    ),
    "rights/forgetting/order_erasure.py": COMMAND,
    "rights/forgetting/tell_deciders.py": SYSTEM,
    "rights/forgetting/erase_person.py": SYSTEM,
    "rights/forgetting/erase_again.py": SYSTEM,
    "rights/keep_longer.py": "what is kept longer is erased at the end of that, or by /forget",
    "rights/retain_track.py": SYSTEM,
    "rights/set_keeping.py": COMMAND,
    "talking/mute_by_mail.py": "a setting, which change_preferences.py notes",
    "telling/places.py": SYSTEM,
    "telling/mail/ask_address.py": "nothing goes there but a code, and another one takes its place",
    "telling/mail/confirm_address.py": "the address is taken away, or another one given",
    "telling/mail/take_address_away.py": "it is given again, and confirmed",
    "telling/mail/hear_mail_again.py": SYSTEM,
    "telling/mail/refuse_address.py": SYSTEM,
    "telling/mail/settle_letter.py": SYSTEM,
    "telling/subscribe.py": "the same button, or /settings, turns it off",
    "telling/unsubscribe.py": "the same button turns it on",
    "administering/make_administrator.py": "/admin ends it again, and the log of acts says both",
    "administering/end_administrator.py": "/admin makes them one again",
    "administering/sign_acts.py": SYSTEM,
    "administering/add_framework.py": (Act.FRAMEWORK_ADDED,),
    "administering/files/keep_file.py": "the next file takes its place, and it is gone after a day",
    "administering/files/take_file.py": (
        Act.HOLIDAYS,
        Act.ROSTER,
        Act.FRAMEWORK,
        Act.QUESTIONNAIRE,
    ),
    "administering/do_beside.py": (Act.ROSTER,),
    "administering/change_naming.py": (Act.NAMING,),
    "rights/change_keeping.py": (Act.KEEPING,),
    "administering/files/drop_old_files.py": SYSTEM,
    "administering/seats/note_seats.py": "the roster of before is read in again",
    "administering/invite_group.py": "another link takes the place of one; a device is closed",
    "administering/files/take_in_roster.py": "it is shown first; that of before is read in again",
    "administering/files/take_in_framework.py": "it is shown first, and nothing is deleted",
    "importing": COMMAND,
    "telling": SYSTEM,
    "undoing": "what is undone is said again",
    "plan_day.py": SYSTEM,
    "move_sample.py": SYSTEM,
}
"""How what each use case writes is undone; a topic that people do not write in is one row."""


NOTED = (
    "agreeing", "desk", "inducting", "intervening", "recognising", "supporting/handover",
    "supporting/substitutes", "visiting",
)  # fmt: skip
"""Rooms in which each thing that somebody does is an act: /undo never takes an older one for it."""


def is_noted(how: tuple[Act, ...] | str) -> bool:
    """Say whether acts are noted, or another file of the room or who calls notes them."""
    if isinstance(how, tuple) or how in (SYSTEM, SEEN):
        return True
    return how == "those who call it note it" or how.endswith(".py notes it")


def writes(path: Path) -> bool:
    """Say whether a file asks a port of a unit of work for something that is not a read."""
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Attribute)
        and getattr(node.func.value.value, "id", "") == "uow"
        and not node.func.attr.startswith(READING)
        for node in ast.walk(ast.parse(path.read_text()))
    )


def row_of(path: Path) -> str:
    name = str(path.relative_to(USE_CASES))
    topic = name.split("/")[0]
    return topic if topic in UNDONE_BY else name


FILES = sorted(path for path in USE_CASES.rglob("*.py") if writes(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(USE_CASES)))
def test_a_use_case_that_writes_says_how_it_is_undone(path: Path):
    how = UNDONE_BY.get(row_of(path))
    assert how, "give it a row: what does /undo do after it?"
    if isinstance(how, tuple):
        noted = path.read_text()
        assert all(f"Act.{act.name}" in noted for act in how)


@pytest.mark.parametrize("room", NOTED)
def test_what_has_a_button_of_its_own_is_an_act_too(room: str):
    rows = {name: how for name, how in UNDONE_BY.items() if name.startswith(f"{room}/")}
    assert rows
    assert [name for name, how in rows.items() if not is_noted(how)] == []


def test_each_act_is_noted_somewhere():
    noted = {act for how in UNDONE_BY.values() if isinstance(how, tuple) for act in how}
    assert noted == set(Act)
