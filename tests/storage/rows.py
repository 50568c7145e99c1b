"""A row for every table, by the step that makes it and in an order in which they can be put in."""

from datetime import UTC, datetime

WHEN = datetime(2026, 3, 29, 0, 30, 1, 234567, tzinfo=UTC)
OURS = {"organisation_id": 1}
HERE = {**OURS, "track_id": 1, "competence_id": 1, "role": "student"}

ROWS: dict[str, dict[str, dict[str, object]]] = {
    "0001": {
        "organisation": {
            "id": 1, "name": "School", "language": "nl", "time_zone": "Europe/Brussels",
        },
        "person": {**OURS, "id": 1, "school_id": "s1", "name": "Ané", "folded_name": "ane"},
        "framework": {**OURS, "id": 1, "code": "BK-0138", "version": "3", "title": "Carer"},
        "competence": {**OURS, "id": 1, "framework_id": 1, "number": 1, "title": "Works together"},
        "indicator": {**OURS, "id": 1, "competence_id": 1, "number": 1, "text": "Asks"},
        "programme": {**OURS, "id": 1, "code": "carer", "title": "Carer"},
        "course_component": {**OURS, "id": 1, "programme_id": 1, "title": "Practice"},
        "programme_competence": {**OURS, "programme_id": 1, "competence_id": 1, "number": 1},
        "context": {**OURS, "id": 1, "programme_id": 1, "number": 1, "title": "At home"},
        "context_competence": {
            **OURS, "context_id": 1, "competence_id": 1, "contribution": "starts",
        },
        "class_group": {**OURS, "id": 1, "name": "6A"},
        "workplace": {**OURS, "id": 1, "name": "Home"},
        "track": {**OURS, "id": 1, "student_id": 1, "programme_id": 1, "class_group_id": 1},
        "placement": {**OURS, "id": 1, "track_id": 1, "workplace_id": 1, "weekly_hours": 20},
        "involvement": {
            **OURS, "placement_id": 1, "person_id": 1, "role": "coach", "track_id": 1,
        },
        "focus": {
            **OURS, "track_id": 1, "author_id": 1, "indicator_id": 1,
            "said_at": WHEN, "until": WHEN,
        },
    },
    "0002": {
        "entry": {**OURS, "id": 1, "author_id": 1, "title": "One", "said_at": WHEN},
        "score": {
            **HERE, "id": 1, "entry_id": 1, "indicator_id": 1, "author_id": 1,
            "mastery": "L", "coverage": "S", "said_at": WHEN,
        },
        "note": {**HERE, "id": 1, "entry_id": 1, "author_id": 1, "text": "Well", "said_at": WHEN},
        "mark": {
            **HERE, "indicator_id": 1, "author_id": 1, "mastery": "L", "coverage": "S",
            "tally": 0, "not_here": False, "mastery_at": WHEN, "said_at": WHEN,
        },
        "colour": {**HERE, "scored": 1, "acquired": 1, "autonomous": 0, "covered": 1},
    },
    "0003": {
        "dialogue": {**OURS, "person_id": 1, "asking": "", "serial": 1, "data": {"page": 2}},
        "chat_message": {
            **OURS, "id": 1, "person_id": 1, "mine": True, "kind": "text", "text": "Hé",
            "edited": False, "content": {}, "said_at": WHEN, "shown": True,
        },
        "handled": {"key": "telegram:1", "at": WHEN},
        "quarantine": {
            "id": 1, "key": "telegram:2", "update": {"id": 2}, "error": "ValueError", "at": WHEN,
        },
    },
    "0004": {
        "account": {
            **OURS, "id": 1, "person_id": 1, "platform": "telegram", "address": "1001",
            "joined_at": WHEN,
        },
        "invitation": {
            **OURS, "id": 1, "person_id": 1, "digest": "5e", "made_at": WHEN, "expires_at": WHEN,
        },
        "wrong_code": {"platform": "slack", "address": "D1", "count": 1},
    },
    "0005": {
        "outbox": {
            **OURS, "id": 1, "person_id": 1, "track_id": 1, "platform": "telegram",
            "address": "1001", "kind": "alert", "subject": "1", "content": {"text": "Hé"},
            "state": "sending", "attempts": 1, "not_before": WHEN, "lease_until": WHEN,
            "expires_at": WHEN, "made_at": WHEN,
        },
    },
    "0006": {
        "period": {
            **OURS, "id": 1, "programme_id": 1, "name": "One", "opens_at": WHEN,
            "photo_at": WHEN, "changed_at": WHEN,
        },
        "reminder_plan": {**OURS, "programme_id": 1, "days": "14,7", "rehearsal": 7},
        "planned": {**OURS, "period_id": 1, "key": "opened", "at": WHEN, "people": 3},
        "photo": {
            **OURS, "id": 1, "period_id": 1, "cut_off": "at_least", "agreed_at": WHEN,
            "as_of": WHEN, "taken_at": WHEN, "digest": "5e",
        },
        "photo_track": {
            **OURS, "photo_id": 1, "track_id": 1, "upto_score": 1, "digest": "5e",
        },
        "photo_colour": {
            **HERE, "photo_id": 1, "indicators": 4, "scored": 1, "acquired": 1, "autonomous": 0,
            "covered": 1,
        },
        "errand": {
            **OURS, "id": 1, "person_id": 1, "kind": "opened", "subject": "1", "about_id": 1,
            "due_at": WHEN, "expires_at": WHEN, "outbox_id": 1,
        },
        "lesson_time": {
            **OURS, "class_group_id": 1, "teacher_id": 1, "weekday": 0, "starts": "08:30",
        },
        "look": {"platform": "telegram", "last": WHEN},
    },
    "0007": {
        "choice": {**OURS, "period_id": 1, "track_id": 1, "course_component_id": 1},
    },
    "0008": {
        "sitting": {
            **OURS, "track_id": 1, "competence_id": 1, "scorer_id": 1, "said_at": WHEN,
        },
        "alert": {
            **OURS, "id": 1, "track_id": 1, "competence_id": 1, "kind": "verdict",
            "state": "open", "route": "alert", "since": WHEN, "gist": {"apart": 3},
            "severity": 2, "raised_at": WHEN, "changed_at": WHEN,
        },
        "alert_message": {**OURS, "alert_id": 1, "coach_id": 1, "outbox_id": 1},
        "question": {
            **OURS, "id": 1, "alert_id": 1, "asked_by_id": 1, "asked_id": 1, "role": "teacher",
            "text": "How?", "asked_at": WHEN, "answer": "So", "answered_at": WHEN,
        },
        "intervention": {
            **OURS, "id": 1, "track_id": 1, "alert_id": 1, "author_id": 1, "kind": "resolved",
            "text": "Talked", "at": WHEN,
        },
        "thresholds": {**OURS, "programme_id": 1, "chosen": {"verdict_spread": 2.4}},
    },
    "0009": {
        "reflecting": {**OURS, "person_id": 1, "days": "03", "at": "17:15", "share": "coach"},
        "asked": {
            **OURS, "id": 1, "track_id": 1, "key": "modelling-aloud", "method": "modelling",
            "indicator_id": 1, "times": 2, "at": WHEN, "errand_id": 1,
        },
        "answer": {
            **OURS, "id": 1, "track_id": 1, "asked_id": 1, "share": "me", "said_at": WHEN,
            "done_at": WHEN,
        },
        "answer_part": {
            **OURS, "id": 1, "answer_id": 1, "kind": "voice", "text": "", "file": "AwACAgQ",
            "source": "telegram:1:2", "said_at": WHEN,
        },
        "evidence": {**OURS, "answer_id": 1, "indicator_id": 1},
        "goal": {
            **OURS, "id": 1, "answer_id": 1, "indicator_id": 1, "text": "Ask first",
            "due_at": WHEN, "taken_up_id": 1,
        },
        "feedback": {
            **OURS, "id": 1, "answer_id": 1, "giver_id": 1, "asked_at": WHEN, "outbox_id": 1,
            "text": "Well seen", "given_at": WHEN,
        },
    },
    "0010": {
        "tip_told": {
            **OURS, "id": 1, "person_id": 1, "key": "coaching-hint", "method": "coaching",
            "told_at": WHEN, "verdict": "helped", "errand_id": 1,
        },
    },
    "0011": {},
    "0012": {},
    "0013": {
        "former_involvement": {
            **OURS, "placement_id": 1, "person_id": 1, "role": "coach", "track_id": 1,
        },
    },
    "0014": {},
    "0015": {},
    "0016": {},
    "0017": {},
    "0018": {},
    "0019": {
        "school_holiday": {
            **OURS, "id": 1, "first_on": "2026-11-02", "last_on": "2026-11-08", "name": "Autumn",
        },
    },
    "0020": {"wording": {"source": "telegram:1001:7", "digest": "0123456789", "at": WHEN}},
    "0021": {},
    "0022": {},
    "0023": {"tick": {"id": 1, "at": WHEN, "clock_at": WHEN, "boot": "5e", "held_at": WHEN}},
    "0024": {},
    "0025": {"sending_pace": {"platform": "telegram", "full_at": WHEN}},
    "0026": {},
    "0027": {"resting_chat": {"platform": "telegram", "address": "1", "until": WHEN}},
    "0028": {"attached": {**OURS, "message_id": 1, "kind": "image/png", "data": b"\x89PNG"}},
    "0029": {},
    "0030": {"legend": {**OURS, "person_id": 1, "day": "2026-03-29", "message": "k1"}},
    "0031": {},
    "0032": {},
    "0033": {},
    "0034": {
        "activity_list": {
            **OURS, "id": 1, "workplace_id": 1, "programme_id": 1,
            "author_id": 1, "author_role": "coach", "changed_at": WHEN,
        },
        "activity": {**OURS, "id": 1, "activity_list_id": 1, "title": "Houses"},
        "activity_competence": {**OURS, "activity_id": 1, "competence_id": 1},
        "activity_context": {**OURS, "activity_id": 1, "context_id": 1},
        "activity_exception": {**OURS, "activity_list_id": 1, "competence_id": 1},
        "training_plan": {
            **OURS, "id": 1, "placement_id": 1, "version": 1, "author_id": 1, "made_at": WHEN,
        },
        "training_plan_competence": {
            **OURS, "training_plan_id": 1, "competence_id": 1, "place": "both",
        },
        "training_plan_agreement": {
            **OURS, "training_plan_id": 1, "party": "school", "person_id": 1, "agreed_at": WHEN,
        },
    },
    "0035": {
        "context_plan": {
            **OURS, "placement_id": 1, "context_id": 1, "author_id": 1, "begins_at": WHEN,
            "ends_at": WHEN,
        },
    },
    "0036": {
        "mirror_told": {
            **OURS, "id": 1, "person_id": 1, "track_id": 1, "competence_id": 1, "told_at": WHEN,
            "answer": "can", "errand_id": 1,
        },
    },
    "0037": {
        "scenario": {**OURS, "id": 1, "programme_id": 1, "title": "Meter box", "place": "room 2"},
        "scenario_competence": {**OURS, "scenario_id": 1, "competence_id": 1},
        "scenario_indicator": {**OURS, "scenario_id": 1, "indicator_id": 1},
    },
    "0038": {
        "campus_setting": {
            **OURS, "class_group_id": 1, "programme_id": 1, "teacher_id": 1, "groups": 2,
        },
        "campus_need": {
            **OURS, "class_group_id": 1, "programme_id": 1, "competence_id": 1, "sessions": 3,
        },
        "campus_session": {
            **OURS, "id": 1, "class_group_id": 1, "programme_id": 1, "teacher_id": 1,
            "starts_at": WHEN, "state": "confirmed", "locked": False,
        },
        "campus_group": {
            **OURS, "id": 1, "campus_session_id": 1, "position": 0, "kind": "together",
            "competence_id": 1, "scenario_id": 1,
        },
        "campus_place": {**OURS, "campus_group_id": 1, "track_id": 1, "outcome": "away"},
    },
    "0039": {
        "skipped": {
            **OURS, "track_id": 1, "author_id": 1, "indicator_id": 1, "reason": "never",
            "said_at": WHEN,
        },
    },
    "0040": {
        "late_choice": {
            **OURS, "id": 1, "period_id": 1, "track_id": 1, "course_component_id": 1,
            "chosen": True, "author_id": 1, "reason": "Agreed", "said_at": WHEN,
        },
    },
    "0041": {
        "workplace_rule": {
            **OURS, "programme_id": 1, "kind": "weighted", "to_reach": "125/2", "said_at": WHEN,
        },
        "workplace_weight": {**OURS, "programme_id": 1, "competence_id": 1, "weight": 2},
        "workplace_result": {
            **OURS, "id": 1, "track_id": 1, "period_id": 1, "points": "41", "total": "80",
            "author_id": 1, "for_id": 1, "said_at": WHEN,
        },
    },
    "0042": {
        "decision": {
            **OURS, "id": 1, "track_id": 1, "period_id": 1, "photo_digest": "5" * 64,
            "kind": "qualified", "council": '["Lien"]', "decided_on": "2027-06-25",
            "reason": "shows it", "basis": "{}", "author_id": 1, "made_at": WHEN, "number": 1,
            "before": "", "digest": "6" * 64,
        },
        "decision_told": {
            **OURS, "decision_id": 1, "told_by": "Lien", "told_on": "2027-06-26",
            "author_id": 1, "said_at": WHEN,
        },
    },
    "0043": {
        "page_session": {
            **OURS, "id": 1, "person_id": 1, "seat": "abcdefghij", "digest": "7" * 64,
            "nonce_digest": "8" * 64, "device": "Chrome", "made_at": WHEN, "used_at": WHEN,
        },
    },
    "0044": {
        "push_subscription": {
            **OURS, "id": 1, "person_id": 1, "session_id": 1, "made_at": WHEN,
            "endpoint": "https://push.example.com/1", "p256dh": "BA", "auth": "Aw",
        },
    },
    "0045": {
        "mail_address": {
            **OURS, "person_id": 1, "own": "lien@school.example", "confirmed_at": WHEN,
            "asked": "l@school.example", "digest": "7" * 64, "code_made_at": WHEN, "tries": 1,
            "asked_since": WHEN, "times_asked": 1, "refused": "old@school.example",
            "refused_at": WHEN, "stop": "stop",
        },
    },
    "0046": {},
    "0047": {
        "administrator": {**OURS, "person_id": 1, "since": WHEN},
        "rights_act": {
            **OURS, "number": 1, "kind": "exported", "by_id": 1, "about_id": 1, "ids": {},
            "at": WHEN, "before": "", "digest": "9" * 64,
        },
    },
    "0048": {
        "take_away": {
            **OURS, "id": 1, "person_id": 1, "asked_at": WHEN, "expires_at": WHEN, "code": "code",
            "made_at": WHEN, "size": 2, "data": b"PK",
        },
    },
    "0049": {
        "forgetting": {
            **OURS, "id": 1, "person_id": 1, "wished_at": WHEN, "held_by_id": 1,
            "held_why": "an appeal runs",
        },
    },
    "0050": {
        "retention": {**OURS, "track_id": 1, "next_at": WHEN, "longer_by_id": 1},
    },
    "0051": {
        "opened": {
            **OURS, "id": 1, "track_id": 1, "looker_id": 1, "what": "report",
            "on_day": "2026-03-29",
        },
    },
    "0052": {
        "contest": {
            **OURS, "id": 1, "track_id": 1, "by_id": 1, "competence_id": 1, "role": "mentor",
            "text": "I did it alone", "said_at": WHEN,
        },
        "notice_told": {**OURS, "person_id": 1, "version": 1, "told_at": WHEN},
        "guardian_word": {
            **OURS, "id": 1, "person_id": 1, "agreed": True, "how": "on paper",
            "on_day": "2026-03-28", "by_id": 1, "noted_at": WHEN,
        },
    },
    "0053": {},
    "0054": {
        "rights_act_seal": {**OURS, "number": 1, "public_key": "a" * 64, "signature": "b" * 128},
        "handed_file": {
            **OURS, "id": 1, "person_id": 1, "name": "roster.csv", "data": b"x", "sent_at": WHEN,
        },
    },
    "0055": {
        "measure": {
            **OURS, "id": 1, "student_id": 1, "words": "Show me once", "share": "work",
            "said_at": WHEN,
        },
    },
    "0056": {
        "placement_stop": {
            **OURS, "placement_id": 1, "by_id": 1, "reason": "both", "hears": "all",
            "said_at": WHEN,
        },
        "incident": {
            **OURS, "id": 1, "track_id": 1, "by_id": 1, "words": "The saw slipped",
            "told_at": WHEN,
        },
        "incident_coach": {**OURS, "incident_id": 1, "coach_id": 1, "seen_at": WHEN},
    },
    "0057": {},
    "0059": {},
    "0060": {},
    "0063": {},
    "0070": {},
    "0071": {
        "visit": {
            **OURS, "id": 1, "placement_id": 1, "coach_id": 1, "asked_by_id": 1,
            "made_at": WHEN, "planned_for": WHEN, "held_on": None, "called_off_at": None,
        },
        "visit_minute": {
            **OURS, "visit_id": 1, "part": "going", "words": "It goes well", "said_at": WHEN,
        },
        "promise": {
            **OURS, "id": 1, "visit_id": 1, "owed_by": "mentor", "words": "Shows the meter",
            "due_on": "2026-04-10", "outcome": None, "ended_at": None,
        },
    },
    "0072": {},
    "0073": {
        "agreement": {
            **OURS, "id": 1, "placement_id": 1, "kind": "oao", "starts_on": "2026-09-01",
            "ends_on": "2027-06-30", "ended_on": None, "made_by_id": 1, "made_at": WHEN,
        },
        "agreement_step": {
            **OURS, "agreement_id": 1, "step": "signed_company", "done_by_id": 1, "done_at": WHEN,
        },
        "agreement_reminder": {
            **OURS, "agreement_id": 1, "role": "mentor", "reminded_on": "2026-08-20",
        },
    },
    "0074": {
        "recognition": {
            **OURS, "id": 1, "workplace_id": 1, "programme_id": 1, "recognised_until": None,
            "given_on": None, "asked_on": "2026-03-29", "said_by_id": 1, "said_at": WHEN,
        },
        "mentor_course": {
            **OURS, "person_id": 1, "state": "planned", "day": "2026-04-10", "said_by_id": 1,
            "said_at": WHEN,
        },
    },
    "0075": {
        "teachers_coach": {**OURS, "person_id": 1, "since": WHEN},
        "starter": {
            **OURS, "person_id": 1, "since_on": "2026-03-01", "starts_on": None, "ended_at": None,
        },
        "induction_session": {
            **OURS, "id": 1, "teacher_id": 1, "step": "first", "coach_id": 1, "changed_at": WHEN,
            "changes": 1, "asked_at": None, "planned_for": WHEN, "held_on": None,
        },
        "induction_words": {
            **OURS, "session_id": 1, "author_id": 1, "words": "Group work", "said_at": WHEN,
        },
    },
    "0076": {
        "handover": {
            **OURS, "id": 1, "track_id": 1, "from_id": 1, "to_id": 1, "by_id": 1,
            "due_on": None, "made_at": WHEN, "done_at": WHEN, "ended_at": None, "seen_at": None,
            "moved": {"placements": [1], "gained": [1], "visits": [], "questions": []},
        },
    },
    "0077": {
        "substitute": {
            **OURS, "id": 1, "placement_id": 1, "role": "mentor", "absent_id": 1, "person_id": 1,
            "by_id": 1, "said_at": WHEN, "ends_at": WHEN, "ended_at": None,
        },
    },
    "0078": {
        "desk_look": {**OURS, "person_id": 1, "looked_on": "2026-03-29"},
        "desk_note": {
            **OURS, "id": 1, "person_id": 1, "head": "developing", "words": "The report",
            "due_on": "2026-04-10", "made_at": WHEN, "done_at": None,
        },
    },
    "0079": {},
    "0080": {
        "prior_claim": {
            **OURS, "id": 1, "track_id": 1, "competence_id": 1, "how": "informal",
            "placement_id": 1, "words": "At my uncle's", "made_at": WHEN, "sent_at": WHEN,
            "appeal": "There is a letter", "appealed_at": WHEN, "withdrawn_at": None,
        },
        "prior_claim_indicator": {**OURS, "claim_id": 1, "indicator_id": 1},
        "prior_evidence": {
            **OURS, "id": 1, "claim_id": 1, "kind": "text", "words": "A letter", "file": "",
            "source": "telegram:1001:8", "said_at": WHEN,
        },
        "prior_verdict": {
            **OURS, "id": 1, "claim_id": 1, "round": 1, "role": "coach", "person_id": 1,
            "verdict": "refused", "reason": "No proof", "said_at": WHEN, "undone_at": None,
        },
        "prior_outcome": {
            **OURS, "id": 1, "claim_id": 1, "round": 1, "outcome": "refused",
            "settled_at": WHEN, "undone_at": None, "outbox_id": 1,
        },
    },
    "0081": {
        "own_intervention": {
            **OURS, "id": 1, "by_id": 1, "role": "mentor", "about": "student", "track_id": 1,
            "workplace_id": None, "class_group_id": None, "level": "micro", "acts_on": "process",
            "words": "Works beside another", "purpose": "To ask sooner", "done_on": "2026-03-02",
            "said_at": WHEN, "helped": "partly", "outcome": "Asks more", "helped_at": WHEN,
        },
    },
    "0082": {
        "question_list": {**OURS, "id": 1},
        "listed_question": {
            **OURS, "list_id": 1, "number": 1, "kind": "scale", "texts": {"": "How is it?"},
            "options": [{"": "bad"}, {"": "good"}], "steps": 5, "optional": False,
        },
        "answer_sheet": {
            **OURS, "id": 1, "person_id": 1, "list_id": 1, "purpose": "intake", "for_id": 1,
            "quiet": False, "sent_at": WHEN,
        },
        "given_answer": {
            **OURS, "sheet_id": 1, "number": 1, "value": 4, "words": "Fine",
        },
    },
    "0083": {
        "questionnaire": {
            **OURS, "id": 1, "list_id": 1, "name": "how-it-goes", "titles": {"": "How it goes"},
            "anonymous": True, "programme_id": 1, "class_group_id": 1, "opens_on": "2026-03-29",
            "closes_on": "2026-04-12", "days_before": None, "closed_before": 0, "made_at": WHEN,
            "stopped_at": WHEN,
        },
        "questionnaire_role": {**OURS, "questionnaire_id": 1, "role": "mentor"},
        "asking_round": {
            **OURS, "id": 1, "questionnaire_id": 1, "period_id": 1, "photo_at": WHEN,
            "opens_at": WHEN, "closes_at": WHEN, "ended_at": None, "answered": 1,
        },
        "round_answered": {**OURS, "round_id": 1, "person_id": 1},
        "answer_tally": {**OURS, "round_id": 1, "number": 1, "value": 4, "count": 1},
        "unsigned_words": {
            **OURS, "round_id": 1, "number": 2, "place": 1, "words": "More time",
        },
    },
    "0084": {
        "intake": {
            **OURS, "id": 1, "programme_id": 1, "name": "2026", "procedure": "", "keep_days": 30,
            "candidate_list_id": 1, "company_list_id": 1, "made_at": WHEN, "closed_at": None,
        },
        "intake_criterion": {**OURS, "id": 1, "intake_id": 1, "number": 1, "text": "Wants to"},
        "intake_leader": {**OURS, "intake_id": 1, "person_id": 1, "since": WHEN},
        "candidacy": {
            **OURS, "id": 1, "intake_id": 1, "person_id": 1, "added": True, "made_at": WHEN,
            "sent_at": WHEN, "ended_at": None, "ending": None, "erase_at": None,
        },
        "offered_place": {
            **OURS, "id": 1, "intake_id": 1, "contact_id": 1, "workplace": "Volta nv",
            "added": False, "made_at": WHEN, "sent_at": None, "ended_at": None, "ending": None,
            "erase_at": None,
        },
        "interview": {
            **OURS, "id": 1, "candidacy_id": 1, "place_id": 1, "leader_id": 1, "made_at": WHEN,
            "planned_for": WHEN, "changes": 1, "called_off_at": None, "outcome": "no match",
            "feedback": "Clear answers", "alternative": "other", "alternative_words": "An evening",
            "decided_at": WHEN,
        },
        "criterion_verdict": {**OURS, "interview_id": 1, "criterion_id": 1, "met": "partly"},
    },
    "0086": {
        "sector": {**OURS, "id": 1, "code": "bouw", "name": "Bouw"},
        "sector_person": {**OURS, "person_id": 1, "sector_id": 1, "since": WHEN},
    },
    "0087": {
        "sector_module": {
            **OURS, "id": 1, "sector_id": 1, "code": "SAFE", "contents": {}, "state": "proposed",
            "proposed_by_id": 1, "proposed_at": WHEN, "decided_by_id": 1, "decided_at": None,
            "reason": "", "framework_id": None,
        },
        "sector_module_taken": {**OURS, "module_id": 1, "programme_id": 1},
    },
    "0088": {},
    "0089": {
        "totals_told": {**OURS, "sector_id": 1, "programme_id": 1, "since": WHEN},
        "totals_photo": {**OURS, "period_id": 1, "frozen_at": WHEN},
        "totals_region": {**OURS, "period_id": 1, "region": "North", "students": 7},
        "totals_number": {
            **OURS, "period_id": 1, "competence_id": 1, "role": "mentor",
            "among": "North", "measure": "colour", "value": "red", "students": 3,
        },
        "totals_block": {**OURS, "id": 1, "size": 7},
        "totals_member": {**OURS, "person_id": 1, "block_id": 1},
        "totals_atom": {**OURS, "id": 1, "competence_id": 1},
        "totals_atom_block": {**OURS, "atom_id": 1, "block_id": 1},
        "totals_atom_sum": {
            **OURS, "atom_id": 1, "period_id": 1, "role": "mentor", "measure": "colour",
            "value": "red", "students": 3,
        },
    },
    "0091": {
        "signature_claim": {
            **OURS, "agreement_id": 1, "step": "signed_company", "said_by_id": 1, "said_at": WHEN,
        },
    },
}  # fmt: skip
